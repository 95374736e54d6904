import { NeuralTraderError, type Bars, type TimeView, type Values } from '@neural-trader/core'

/** The row in hand of one instrument; -1 before its first bar. Shared by all its views. */
export class Cursor {
  row = -1
}

/** A column that cannot be read past the cursor. */
export class ColumnValues implements Values {
  readonly #column: Float64Array
  readonly #cursor: Cursor

  constructor(column: Float64Array, cursor: Cursor) {
    this.#column = column
    this.#cursor = cursor
  }

  get value(): number {
    const { row } = this.#cursor
    return row < 0 ? Number.NaN : (this.#column[row] as number)
  }

  at(barsAgo: number): number {
    if (barsAgo < 0) throw lookAhead(barsAgo)
    const row = this.#cursor.row - barsAgo
    if (row < 0) return Number.NaN
    const value = this.#column[row]
    if (value === undefined) throw notWhole(barsAgo)
    return value
  }
}

/** The time of the row in hand. */
export class ColumnTime implements TimeView {
  readonly #bars: Pick<Bars, 'time'>
  readonly #cursor: Cursor

  constructor(bars: Pick<Bars, 'time'>, cursor: Cursor) {
    this.#bars = bars
    this.#cursor = cursor
  }

  get nanoseconds(): bigint {
    return this.#bars.time[Math.max(0, this.#cursor.row)] ?? 0n
  }

  get milliseconds(): number {
    return Number(this.nanoseconds / 1_000_000n)
  }
}

function lookAhead(barsAgo: number): NeuralTraderError {
  return new NeuralTraderError(
    'LOOK_AHEAD',
    `at(${barsAgo}) reads a bar that has not closed: give 0 for the bar in hand, 1 for the one before`,
    { details: { barsAgo } },
  )
}

function notWhole(barsAgo: number): NeuralTraderError {
  return new NeuralTraderError('INVALID_ARGUMENT', `at(${barsAgo}): give a whole number of bars`, {
    details: { barsAgo },
  })
}
