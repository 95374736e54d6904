import { type Bars, NeuralTraderError, type Timeframe } from '@neural-trader/core'
import { aggregatePeriods, type Period } from './aggregate/aggregate-periods.ts'
import type { ExchangeCalendar } from './calendar/exchange-calendar.ts'
import { resampleSessions } from './resample-sessions.ts'
import {
  addTimeframes,
  dateStamp,
  dayLength,
  isDaysOrLonger,
  periodEnd,
  timeframeLength,
  timeframeParts,
} from './timeframe.ts'

/** How bars are put together. */
export type ResampleOptions = {
  /** Leave out the last bar when its period may still get another bar; kept unless asked. */
  readonly dropPartial?: boolean
  /** Make the bars of a day from the sessions of this calendar: the timeframe has to be `1d`. */
  readonly calendar?: ExchangeCalendar
  /**
   * What becomes of bars outside of the sessions: left out unless asked; if so, all that traded since
   * the last close counts into the session that closes next, so that no bar shows what is later.
   */
  readonly extendedHours?: boolean
}

/**
 * Puts bars together into a coarser timeframe: first open, highest high, lowest low, last close, sum
 * of volumes (added in order of time). Periods are aligned to UTC: days start at midnight, weeks on
 * Monday, months follow the calendar; a bar belongs to the period in which it closes, the period's
 * end included. The new bar carries the time at which its period ends, or 23:59:59.999 of its last
 * day where the source is made of such daily bars. Periods without bars give none.
 *
 * A last bar whose period has not ended is kept, unless `dropPartial`. Without a calendar a period
 * counts as unfinished until another source bar would no longer fit in it: a week of daily bars that
 * ends on a Friday is unfinished while no later bar is there.
 *
 * With a `calendar` the bars that close in a session, after its open and up to its close, make one bar
 * that is stamped with the session's close; it is unfinished while another source bar fits in.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` when the timeframe is finer than that of the bars, or
 * its periods cannot be put together from whole bars (weeks to months, 2m to 5m); with a calendar,
 * when it is not `1d`, the bars are not shorter than a day or lie outside of what the calendar knows.
 */
export function resample(bars: Bars, timeframe: Timeframe, options: ResampleOptions = {}): Bars {
  if (options.calendar !== undefined)
    return resampleSessions(bars, timeframe, { ...options, calendar: options.calendar })
  if (options.extendedHours === true)
    throw new NeuralTraderError(
      'INVALID_ARGUMENT',
      'Extended hours are told apart by a calendar: give one',
    )
  refuseUnfit(bars.timeframe, timeframe)
  const periods = periodsOf(bars, timeframe)
  const drop = options.dropPartial === true && periods.length > 0 && lastIsPartial(bars, timeframe)
  return aggregatePeriods(bars, timeframe, drop ? periods.slice(0, -1) : periods)
}

function refuseUnfit(from: Timeframe, to: Timeframe): void {
  if (isWholeMultiple(from, to)) return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Bars of ${from} cannot be put together into ${to}: choose a timeframe that is a whole multiple of ${from}` +
      (from.endsWith('w') && to.endsWith('M')
        ? ', or start from daily bars, since weeks straddle months'
        : ''),
    { details: { from, to } },
  )
}

function isWholeMultiple(from: Timeframe, to: Timeframe): boolean {
  const fine = timeframeLength(from)
  const coarse = timeframeLength(to)
  if (fine === null)
    return coarse === null && timeframeParts(to).count % timeframeParts(from).count === 0
  if (coarse === null) return dayLength % fine === 0n
  if (to.endsWith('w') && !from.endsWith('w')) return dayLength % fine === 0n
  if (from.endsWith('w') && !to.endsWith('w')) return false
  return coarse % fine === 0n
}

/** The periods that have bars, stamped with their end or, for days, just before it. */
function periodsOf(bars: Bars, timeframe: Timeframe): Period[] {
  const { time } = bars
  const dates = stampsDates(bars)
  const periods: Period[] = []
  let start = 0
  while (start < time.length) {
    const periodEnds = periodEnd(time[start]!, timeframe)
    let end = start + 1
    while (end < time.length && time[end]! <= periodEnds) end++
    periods.push({ start, end, time: dates ? dateStamp(periodEnds) : periodEnds })
    start = end
  }
  return periods
}

function lastIsPartial(bars: Bars, timeframe: Timeframe): boolean {
  const last = bars.time.at(-1)!
  const end = periodEnd(last, timeframe)
  const stamp = stampsDates(bars) ? dateStamp(end) : end
  return addTimeframes(last, bars.timeframe, 1) <= stamp
}

/** Whether the bars are days or longer, stamped a millisecond before midnight. */
function stampsDates(bars: Bars): boolean {
  const [first] = bars.time
  return (
    first !== undefined &&
    isDaysOrLonger(bars.timeframe) &&
    first === dateStamp(periodEnd(first, '1d'))
  )
}
