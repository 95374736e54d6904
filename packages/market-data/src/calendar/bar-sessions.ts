import { NeuralTraderError, type Bars, type Timeframe } from '@neural-trader/core'
import { dayLength, isDaysOrLonger, timeframeLength } from '../timeframe.ts'
import { dateText, dayNumber } from './calendar-date.ts'
import type { ExchangeCalendar, SessionColumns } from './exchange-calendar.ts'
import { countUntil } from './search.ts'

/**
 * The sessions around the bars of a series as columns, ascending; times are nanoseconds since the
 * epoch, UTC. A bar that closes at `t` belongs to a session with `open < t` that has not closed when
 * the bar begins.
 */
export type BarSessions = {
  /** Opens and closes by the stamps of the bars: a daily bar closes its session when it is stamped. */
  readonly open: BigInt64Array
  readonly close: BigInt64Array
  /** Opens and closes of the venue. */
  readonly venueOpen: BigInt64Array
  readonly venueClose: BigInt64Array
  /** From the beginning of a bar to its close; 1 for daily bars, whose stamp alone counts. */
  readonly barLength: bigint
  /** Bars, quotes or trades that lie in no session: before the open, after the close, on days without one. */
  readonly barsOutside: number
}

/** Days are stamped a little before the midnight that ends them. */
const stampSlack = 1_000_000n

/** Sessions looked up beyond the ends of a series, in days: no holidays last longer. */
const margin = 14

/**
 * The sessions of a series by a calendar, two weeks to spare at both ends. A daily bar is the session
 * that closed within the day before its stamp.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for bars longer than a day, or where the calendar does
 * not reach as far as the bars, or none of them lies in a session.
 */
export function barSessions(bars: Bars, calendar: ExchangeCalendar): BarSessions {
  refuseLongBars(bars, calendar)
  const { open: venueOpen, close: venueClose } = sessionsAround(bars.time, calendar)
  const venue = { venueOpen, venueClose }
  const sessions = isDaysOrLonger(bars.timeframe)
    ? dailySessions(bars.time, venue)
    : intradaySessions(bars.time, timeframeLength(bars.timeframe)!, venue)
  refuseOutside(sessions, { ...bars, of: 'bars' }, calendar)
  return sessions
}

/**
 * The sessions of quotes or trades, two weeks to spare at both ends. A moment is of the session that it
 * opens or closes, and where one follows at once of the one that closes; as bars that last a
 * nanosecond would be, `open` is that much earlier.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where the calendar does not reach as far as they do, or
 * none of them lies in a session.
 */
export function tickSessions(
  ticks: Pick<Bars, 'instrument' | 'time'>,
  calendar: ExchangeCalendar,
): BarSessions {
  const { open: venueOpen, close: venueClose } = sessionsAround(ticks.time, calendar)
  const open = venueOpen.map((time, session) =>
    venueClose[session - 1] === time ? time : time - 1n,
  )
  const within = intradaySessions(ticks.time, 1n, { venueOpen: open, venueClose })
  refuseOutside(within, { ...ticks, of: 'quotes and trades' }, calendar)
  return { ...within, venueOpen }
}

function refuseOutside(
  { barsOutside }: BarSessions,
  { instrument, time, of }: Pick<Bars, 'instrument' | 'time'> & { readonly of: string },
  { id }: ExchangeCalendar,
): void {
  if (barsOutside < time.length || time.length === 0) return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `None of the ${of} of ${instrument} lies in a session of ${id}: name its calendar, and check the time zone of its stamps`,
    { details: { instrument, calendar: id } },
  )
}

type Venue = Pick<BarSessions, 'venueOpen' | 'venueClose'>

function refuseLongBars({ instrument, timeframe }: Bars, { id }: ExchangeCalendar): void {
  const longest: Timeframe = '1d'
  if (!isDaysOrLonger(timeframe) || timeframe === longest) return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Bars of ${timeframe} have no session of ${id} each: give ${instrument} bars of a day or shorter, or no calendar`,
    { details: { instrument, timeframe, calendar: id } },
  )
}

/** The sessions that were looked up last, by calendar: the series of a run have much the same. */
const recent = new Map<string, { readonly range: string; readonly sessions: SessionColumns }>()

function sessionsAround(time: BigInt64Array, calendar: ExchangeCalendar): SessionColumns {
  const [first, last] = [utcDay(time[0] ?? 0n), utcDay(time.at(-1) ?? 0n)]
  // Asking for the dates of the ends refuses what the calendar does not know.
  for (const day of [first, last]) calendar.session(dateText(day))
  const from = dateText(Math.max(first - margin, dayNumber(calendar.first)))
  const to = dateText(Math.min(last + margin, dayNumber(calendar.last)))
  const range = `${from} ${to}`
  const known = recent.get(calendar.id)
  if (known?.range === range) return known.sessions
  const sessions = calendar.sessions({ from, to })
  recent.set(calendar.id, { range, sessions })
  return sessions
}

/** Days since the epoch of the UTC date in which a bar that closes at `time` ends. */
function utcDay(time: bigint): number {
  return Number(BigInt.asIntN(64, (time - 1n) / dayLength))
}

function intradaySessions(time: BigInt64Array, barLength: bigint, venue: Venue): BarSessions {
  const { venueOpen: open, venueClose: close } = venue
  let within = 0
  let counted = 0
  for (let session = 0; session < open.length; session += 1) {
    const start = Math.max(counted, countUntil(time, open[session]!))
    counted = Math.max(start, countUntil(time, close[session]! + barLength - 1n))
    within += counted - start
  }
  return { open, close, ...venue, barLength, barsOutside: time.length - within }
}

/** Moves the close of each session to the stamp of its bar, where it has one. */
function dailySessions(time: BigInt64Array, venue: Venue): BarSessions {
  const close = venue.venueClose.slice()
  let session = -1
  let last = -1
  let barsOutside = 0
  for (const stamp of time) {
    while (session + 1 < close.length && venue.venueClose[session + 1]! <= stamp + stampSlack) {
      session += 1
    }
    if (session === last || stamp - venue.venueClose[session]! >= dayLength) barsOutside += 1
    else close[session] = stamp
    last = session
  }
  const open = venue.venueOpen.slice()
  for (let row = 1; row < open.length; row += 1) {
    if (close[row - 1]! > open[row]!) open[row] = close[row - 1]!
  }
  return { open, close, ...venue, barLength: 1n, barsOutside }
}
