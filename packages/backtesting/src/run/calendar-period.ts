import type { CalendarPeriod } from '@neural-trader/core'

const nanosPerDay = 86_400_000_000_000n

/** Whether a step, not the first, is in another calendar period (UTC) than the one before. */
export function startsPeriod(time: BigInt64Array, step: number, period: CalendarPeriod): boolean {
  const day = dayOf(time[step] as bigint)
  const before = dayOf(time[step - 1] as bigint)
  // Most steps of a run share their day with the one before, and need no calendar.
  return day !== before && periodOf(day, period) !== periodOf(before, period)
}

/** Days since the epoch; times before it count backwards. */
function dayOf(nanoseconds: bigint): number {
  return Math.floor(Number(nanoseconds / 1_000_000_000n) / Number(nanosPerDay / 1_000_000_000n))
}

/** The number of a period in its kind, of a day since the epoch. */
function periodOf(day: number, period: CalendarPeriod): number {
  if (period === 'day') return day
  // The first day of the epoch was a Thursday.
  if (period === 'week') return Math.floor((day + 3) / 7)
  const date = new Date(day * 86_400_000)
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth()
  return Math.floor(months / { month: 1, quarter: 3, year: 12 }[period])
}
