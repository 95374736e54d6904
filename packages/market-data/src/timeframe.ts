import { NeuralTraderError, type Timeframe } from '@neural-trader/core'

/** The unit of a {@link Timeframe}: seconds, minutes, hours, days, weeks or calendar months. */
export type TimeframeUnit = 's' | 'm' | 'h' | 'd' | 'w' | 'M'

/** A timeframe taken apart. */
export type TimeframeParts = { readonly count: number; readonly unit: TimeframeUnit }

/** Nanoseconds of the units that have a fixed length. */
const unitLength: Readonly<Record<Exclude<TimeframeUnit, 'M'>, bigint>> = {
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
  d: 86_400_000_000_000n,
  w: 604_800_000_000_000n,
}

/** Nanoseconds of a day. */
export const dayLength: bigint = unitLength.d

/** Days are stamped this much before the midnight that ends them, so that the stamp keeps the date. */
const beforeMidnight = 1_000_000n

/** 1970-01-05, the first Monday of the epoch: weeks are counted from it. */
const firstMonday = 4n * dayLength

/**
 * The timeframe a text names, for example `5m` or `1d`; `1M` is a month, `1m` a minute.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` when it names none.
 */
export function parseTimeframe(text: string): Timeframe {
  timeframeParts(text)
  return text as Timeframe
}

/**
 * Count and unit of a timeframe.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` when the text is not a timeframe.
 */
export function timeframeParts(timeframe: string): TimeframeParts {
  const [, digits, unit] = /^([1-9]\d{0,5})([smhdwM])$/.exec(timeframe) ?? []
  if (digits === undefined) {
    throw new NeuralTraderError(
      'INVALID_ARGUMENT',
      `'${timeframe}' is not a timeframe: give a count and a unit of s, m, h, d, w or M (month), for example 5m or 1d`,
      { details: { timeframe } },
    )
  }
  return { count: Number(digits), unit: unit as TimeframeUnit }
}

/** Length in nanoseconds; null for months, whose length depends on the calendar. */
export function timeframeLength(timeframe: Timeframe): bigint | null {
  const { count, unit } = timeframeParts(timeframe)
  return unit === 'M' ? null : BigInt(count) * unitLength[unit]
}

/** Whether a bar of this timeframe lasts a day or longer. */
export function isDaysOrLonger(timeframe: Timeframe): boolean {
  return 'dwM'.includes(timeframeParts(timeframe).unit)
}

/** The time `count` bars later (earlier when negative). Months keep the day where it exists. */
export function addTimeframes(time: bigint, timeframe: Timeframe, count: number): bigint {
  const length = timeframeLength(timeframe)
  if (length !== null) return time + BigInt(count) * length
  return addMonths(time, timeframeParts(timeframe).count * count)
}

/**
 * End of the period in which a bar that closes at `time` lies: periods are open at their start and
 * closed at their end. Days, and what divides them, count from midnight UTC, weeks from Monday,
 * months from January 1970.
 */
export function periodEnd(time: bigint, timeframe: Timeframe): bigint {
  const length = timeframeLength(timeframe)
  if (length === null) return monthPeriodEnd(time, timeframeParts(timeframe).count)
  const anchor = timeframe.endsWith('w') ? firstMonday : 0n
  return anchor + (floorDivide(time - anchor - 1n, length) + 1n) * length
}

/** The closing stamp of a day, week or month that ends at this midnight: its last millisecond. */
export function dateStamp(midnight: bigint): bigint {
  return midnight - beforeMidnight
}

function monthPeriodEnd(time: bigint, count: number): bigint {
  const date = new Date(Number(floorDivide(time - 1n, 1_000_000n)))
  const months = (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()
  const end = (Math.floor(months / count) + 1) * count
  return BigInt(Date.UTC(1970, end)) * 1_000_000n
}

function addMonths(time: bigint, months: number): bigint {
  const milliseconds = floorDivide(time, 1_000_000n)
  const date = new Date(Number(milliseconds))
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, last))
  return BigInt(date.getTime()) * 1_000_000n + (time - milliseconds * 1_000_000n)
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by
  return value < 0n && quotient * by !== value ? quotient - 1n : quotient
}
