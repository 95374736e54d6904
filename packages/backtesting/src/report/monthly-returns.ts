import { toMilliseconds } from './format-time.ts'
import { firstStepAfter } from './steps.ts'

/** Returns of one calendar year in UTC. */
export type YearOfReturns = {
  readonly year: number
  /** Twelve fractions, January first; NaN for a month without bars or after ruin. */
  readonly months: Float64Array
  /** The months of the year compounded; NaN when none is defined. */
  readonly total: number
}

/**
 * Returns by calendar month: equity at the last step of a month over that of the month before, the
 * first over `startEquity`, so that they compound to the total return. Months are of UTC and, like the
 * periods of bars, closed at their end: a step at the midnight between two months belongs to the
 * first. Once equity is not positive no return is defined.
 */
export function monthlyReturns(
  time: BigInt64Array,
  equity: Float64Array,
  startEquity: number,
): YearOfReturns[] {
  const years = new Map<number, Float64Array>()
  let before = startEquity
  for (let step = 0; step < time.length;) {
    const date = new Date(toMilliseconds((time[step] ?? 0n) - 1n))
    const next = firstStepAfter(time, endOfMonth(date))
    const after = equity[next - 1] ?? Number.NaN
    monthsOf(years, date.getUTCFullYear())[date.getUTCMonth()] =
      before > 0 ? after / before - 1 : Number.NaN
    before = after
    step = next
  }
  return [...years].map(([year, months]) => ({ year, months, total: compound(months) }))
}

/** Compounds the fractions that are defined; NaN when none is. */
export function compound(returns: Iterable<number>): number {
  const defined = [...returns].filter((value) => !Number.isNaN(value))
  return defined.length === 0
    ? Number.NaN
    : defined.reduce((growth, value) => growth * (1 + value), 1) - 1
}

function monthsOf(years: Map<number, Float64Array>, year: number): Float64Array {
  const known = years.get(year)
  if (known) return known
  const months = new Float64Array(12).fill(Number.NaN)
  years.set(year, months)
  return months
}

function endOfMonth(date: Date): bigint {
  return BigInt(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1)) * 1_000_000n
}
