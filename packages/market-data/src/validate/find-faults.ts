import { type BarColumn, barColumns, type Bars } from '@neural-trader/core'
import { examplesPerFault, type Fault, type FaultCode } from '../fault.ts'
import { noTime, notANumber } from '../raw-bars.ts'

/** The columns of bars, checked or not. */
export type BarColumns = Pick<Bars, 'time' | BarColumn>

/** Everything that makes these columns unusable as bars, in one pass a column. */
export function findFaults(bars: BarColumns): Fault[] {
  const lengths = barColumns.filter((column) => bars[column].length !== bars.time.length)
  if (lengths.length > 0)
    return lengths.map((column) => ({ code: 'DATA_LENGTH_MISMATCH', column, count: 1, rows: [] }))
  const faults = new FaultCollector()
  for (const column of barColumns) checkNumbers(column, bars[column], faults)
  checkCrossed(bars, faults)
  checkTimes(bars.time, faults)
  return faults.list()
}

/** Counts faults by kind and keeps their first rows. */
class FaultCollector {
  readonly #faults = new Map<
    string,
    { code: FaultCode; column: BarColumn | 'time'; count: number; rows: number[] }
  >()

  add(code: FaultCode, column: BarColumn | 'time', row: number): void {
    const key = `${code} ${column}`
    const fault = this.#faults.get(key) ?? { code, column, count: 0, rows: [] }
    if (fault.count === 0) this.#faults.set(key, fault)
    fault.count += 1
    if (fault.rows.length < examplesPerFault) fault.rows.push(row)
  }

  list(): Fault[] {
    return [...this.#faults.values()]
  }
}

function checkNumbers(column: BarColumn, values: Float64Array, faults: FaultCollector): void {
  const least = column === 'volume' ? 0 : Number.MIN_VALUE
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    if (value >= least && value < Infinity) continue
    faults.add(numberFault(value), column, row)
  }
}

function numberFault(value: number): FaultCode {
  if (value === notANumber) return 'DATA_FORMAT'
  return Number.isFinite(value) ? 'DATA_NOT_POSITIVE' : 'DATA_NOT_FINITE'
}

/** The column named is the one that contradicts the others; unusable prices were found before. */
function checkCrossed({ open, high, low, close }: BarColumns, faults: FaultCollector): void {
  for (let row = 0; row < high.length; row++) {
    const top = high[row]!
    const bottom = low[row]!
    if (top >= open[row]! && top >= close[row]! && bottom <= open[row]! && bottom <= close[row]!)
      continue
    const usable = [open, high, low, close].every(
      (column) => column[row]! > 0 && column[row]! < Infinity,
    )
    if (!usable) continue
    const isInside = (price: number): boolean => price <= top && price >= bottom
    const column = top < bottom ? 'high' : isInside(open[row]!) ? 'close' : 'open'
    faults.add('DATA_CROSSED_PRICES', column, row)
  }
}

function checkTimes(time: BigInt64Array, faults: FaultCollector): void {
  let previous = noTime
  let sorted = true
  for (let row = 0; row < time.length; row++) {
    const now = time[row]!
    if (now === noTime) faults.add('DATA_FORMAT', 'time', row)
    else if (now > previous) previous = now
    else if (now === previous) faults.add('DATA_DUPLICATE_TIME', 'time', row)
    else {
      sorted = false
      faults.add('DATA_UNSORTED', 'time', row)
      previous = now
    }
  }
  if (!sorted) findScatteredDuplicates(time, faults)
}

/** In unsorted rows equal times need not be neighbours. */
function findScatteredDuplicates(time: BigInt64Array, faults: FaultCollector): void {
  const seen = new Set<bigint>()
  for (let row = 0; row < time.length; row++) {
    const now = time[row]!
    if (seen.has(now) && now !== time[row - 1] && now !== noTime)
      faults.add('DATA_DUPLICATE_TIME', 'time', row)
    seen.add(now)
  }
}
