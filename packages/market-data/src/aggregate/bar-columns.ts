import { type Bars, barColumns, type Timeframe } from '@neural-trader/core'

/** One bar as a row. */
export type BarRow = {
  time: bigint
  open: number
  high: number
  low: number
  close: number
  volume: number
}

/** Columns that grow as bars close, doubling their memory. */
export class BarColumns {
  #columns = allocate(64)
  #length = 0

  get length(): number {
    return this.#length
  }

  push(row: Readonly<BarRow>): void {
    if (this.#length === this.#columns.time.length) this.#grow()
    this.#columns.time[this.#length] = row.time
    for (const column of barColumns) this.#columns[column][this.#length] = row[column]
    this.#length += 1
  }

  /** The bars so far, as a copy; what is pushed later starts anew. */
  take(instrument: string, timeframe: Timeframe): Bars {
    const { time, open, high, low, close, volume } = this.#columns
    const end = this.#length
    this.#length = 0
    return {
      instrument,
      timeframe,
      time: time.slice(0, end),
      open: open.slice(0, end),
      high: high.slice(0, end),
      low: low.slice(0, end),
      close: close.slice(0, end),
      volume: volume.slice(0, end),
    }
  }

  #grow(): void {
    const larger = allocate(this.#length * 2)
    larger.time.set(this.#columns.time)
    for (const column of barColumns) larger[column].set(this.#columns[column])
    this.#columns = larger
  }
}

type Columns = Omit<Bars, 'instrument' | 'timeframe'>

function allocate(count: number): Columns {
  return {
    time: new BigInt64Array(count),
    open: new Float64Array(count),
    high: new Float64Array(count),
    low: new Float64Array(count),
    close: new Float64Array(count),
    volume: new Float64Array(count),
  }
}
