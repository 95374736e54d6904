import { type Bars, NeuralTraderError, type Timeframe } from '@neural-trader/core'
import { aggregatePeriods, type Period } from './aggregate/aggregate-periods.ts'
import type { ExchangeCalendar } from './calendar/exchange-calendar.ts'
import { countUntil } from './calendar/search.ts'
import { noTime } from './raw-bars.ts'
import { addTimeframes, isDaysOrLonger } from './timeframe.ts'

/** How the bars of a session are put together. */
type SessionOptions = {
  readonly calendar: ExchangeCalendar
  readonly extendedHours?: boolean
  readonly dropPartial?: boolean
}

/** Daily bars by session; what they are stands with `resample`. */
export function resampleSessions(
  bars: Bars,
  timeframe: Timeframe,
  { calendar, extendedHours = false, dropPartial = false }: SessionOptions,
): Bars {
  refuseUnfit(bars.timeframe, timeframe, calendar)
  const periods = sessionPeriods(bars.time, calendar, extendedHours)
  const last = periods.at(-1)
  const isPartial =
    last !== undefined &&
    last.end === bars.time.length &&
    addTimeframes(bars.time[last.end - 1]!, bars.timeframe, 1) <= last.time
  return aggregatePeriods(
    bars,
    timeframe,
    dropPartial && isPartial ? periods.slice(0, -1) : periods,
  )
}

function refuseUnfit(from: Timeframe, to: Timeframe, { id }: ExchangeCalendar): void {
  const fits = to === '1d' && !isDaysOrLonger(from)
  if (fits) return
  const remedy =
    to === '1d'
      ? `its sessions are put together from shorter bars, not from ${from}`
      : `make 1d by sessions first, and ${to} of them without a calendar`
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `No bars of ${to} by the calendar ${id}: ${remedy}`,
    {
      details: { from, to, calendar: id },
    },
  )
}

/** The rows of each session that has any. */
function sessionPeriods(
  time: BigInt64Array,
  calendar: ExchangeCalendar,
  extendedHours: boolean,
): Period[] {
  const sessions = calendar.sessions()
  const periods: Period[] = []
  let start = 0
  while (start < time.length) {
    // A bar that closes with the session belongs to it: it tells of the time before.
    const close = calendar.nextClose(time[start]! - 1n)
    const open = sessions.open[countUntil(sessions.close, close) - 1]!
    const after = extendedHours ? noTime : open
    while (start < time.length && time[start]! <= after) start++
    let end = start
    while (end < time.length && time[end]! <= close) end++
    if (start < end) periods.push({ start, end, time: close })
    start = end
  }
  return periods
}
