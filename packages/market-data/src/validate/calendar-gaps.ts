import type { Timeframe } from '@neural-trader/core'
import { dayNumber, dateText } from '../calendar/calendar-date.ts'
import type { ExchangeCalendar, SessionColumns } from '../calendar/exchange-calendar.ts'
import { countUntil } from '../calendar/search.ts'
import { noTime } from '../raw-bars.ts'
import { dayLength, isDaysOrLonger, periodEnd, timeframeLength } from '../timeframe.ts'
import { collectGaps, type Gaps, toSlots } from './gaps.ts'

/**
 * Gaps by the sessions of a venue: a bar is missing where the venue traded and no bar tells of it, so
 * nights, weekends, holidays, lunch breaks and the afternoons of half days are no gaps.
 *
 * A daily bar belongs to the session of its UTC date, as do longer ones to the periods of theirs.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where a bar lies outside of what the calendar knows.
 */
export function findCalendarGaps(
  time: BigInt64Array,
  timeframe: Timeframe,
  calendar: ExchangeCalendar,
): Gaps {
  const sessions = sessionsAround(time, calendar)
  return isDaysOrLonger(timeframe)
    ? findMissingPeriods(time, timeframe, sessions)
    : findMissingBars(time, timeframeLength(timeframe)!, sessions)
}

/** The sessions of the series, a day to spare at both ends where the calendar knows it. */
export function sessionsAround(time: BigInt64Array, calendar: ExchangeCalendar): SessionColumns {
  const known = time.filter((each) => each !== noTime)
  if (known.length === 0) return calendar.sessions({ to: calendar.first })
  let [first, last] = [known[0]!, known[0]!]
  for (const each of known) {
    if (each < first) first = each
    if (each > last) last = each
  }
  const from = Math.max(utcDay(first) - 1, dayNumber(calendar.first))
  const to = Math.min(utcDay(last) + 1, dayNumber(calendar.last))
  refuseUnknown(calendar, first, last)
  return calendar.sessions({ from: dateText(from), to: dateText(to) })
}

/** Asking for the dates of the ends is what refuses them. */
function refuseUnknown(calendar: ExchangeCalendar, first: bigint, last: bigint): void {
  for (const end of [first, last]) calendar.session(dateText(utcDay(end)))
}

/** Days since the epoch of the UTC date in which a bar that closes at `time` ends. */
function utcDay(time: bigint): number {
  return Math.floor((Number(time / 1000n) - 1) / Number(dayLength / 1000n))
}

/** Days and longer: periods that have a session and no bar. */
function findMissingPeriods(
  time: BigInt64Array,
  timeframe: Timeframe,
  { date }: SessionColumns,
): Gaps {
  const { slots } = toSlots(time, timeframe)
  const ends = BigInt64Array.from(date, (day) =>
    periodEnd(BigInt(dayNumber(day) + 1) * dayLength, timeframe),
  )
  const expected = Int32Array.from(new Set(toSlots(ends, timeframe).slots))
  return collectGaps(slots.length, (row) => {
    const before = slots[row - 1]!
    const after = slots[row]!
    if (!(after - before > 1)) return null
    return countUntil(expected, after - 1) - countUntil(expected, before)
  })
}

/**
 * Shorter than days: the time in which the venue traded between the close of a bar and the open of the
 * next one, in bars begun. Bars need not stand on a grid, so hours may start at 09:30.
 */
function findMissingBars(time: BigInt64Array, length: bigint, sessions: SessionColumns): Gaps {
  // Bars stamped a millisecond before their end leave a hole that is none.
  const tolerance = length / 50n
  return collectGaps(time.length, (row) => {
    const before = time[row - 1]!
    const opens = time[row]! - length
    if (before === noTime || time[row] === noTime || opens - before <= tolerance) return null
    let missing = 0n
    const first = countUntil(sessions.close, before)
    for (let at = first; at < sessions.open.length && sessions.open[at]! < opens; at++) {
      for (const [from, to] of tradingTimes(sessions, at)) {
        const idle = lower(to, opens) - higher(from, before)
        if (idle > tolerance) missing += (idle - tolerance + length - 1n) / length
      }
    }
    return Number(missing)
  })
}

function tradingTimes(
  { open, breakStart, breakEnd, close }: SessionColumns,
  row: number,
): readonly (readonly [bigint, bigint])[] {
  return [
    [open[row]!, breakStart[row]!],
    [breakEnd[row]!, close[row]!],
  ]
}

function lower(one: bigint, other: bigint): bigint {
  return one < other ? one : other
}

function higher(one: bigint, other: bigint): bigint {
  return one > other ? one : other
}
