import type { Bars } from '@neural-trader/core'
import type { ExchangeCalendar } from '../calendar/exchange-calendar.ts'
import { countUntil } from '../calendar/search.ts'
import { examplesPerFault } from '../fault.ts'
import { noTime } from '../raw-bars.ts'
import { dayLength, isDaysOrLonger, timeframeLength } from '../timeframe.ts'
import { sessionsAround } from './calendar-gaps.ts'
import { example } from './observations.ts'
import type { Finding } from './report.ts'

/** Days are stamped a little before the midnight that ends them. */
const stampSlack = 1_000_000n

/**
 * Bars that no session has: daily bars on days without one, shorter ones before the open and after the
 * close. Orders pass them by where a backtest follows the calendar. Bars longer than a day have many.
 */
export function outsideFinding(bars: Bars, calendar?: ExchangeCalendar): Finding[] {
  const { time, timeframe } = bars
  const isDaily = timeframe === '1d'
  if (calendar === undefined || (isDaysOrLonger(timeframe) && !isDaily)) return []
  const { open, close } = sessionsAround(time, calendar)
  const length = timeframeLength(timeframe)!
  const isWithin = (end: bigint): boolean => {
    if (isDaily) return end - (close[countUntil(close, end + stampSlack) - 1] ?? noTime) < dayLength
    const start = open[countUntil(close, end - length)]
    return start !== undefined && start < end
  }
  const rows: number[] = []
  let count = 0
  for (let row = 0; row < time.length; row++) {
    if (time[row] === noTime || isWithin(time[row]!)) continue
    count += 1
    if (rows.length < examplesPerFault) rows.push(row)
  }
  if (count === 0) return []
  const where = isDaily
    ? `on days on which ${calendar.id} has no session`
    : `before the open or after the close of ${calendar.id}`
  const message = `${count === 1 ? '1 bar lies' : `${count} bars lie`} ${where}`
  const examples = rows.map((row) => example(bars, row, 'outside of the sessions'))
  return [
    { code: 'OUTSIDE_SESSION', severity: isDaily ? 'warning' : 'info', count, message, examples },
  ]
}
