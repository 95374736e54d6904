import { NeuralTraderError, type Bars, type Timeframe } from '@neural-trader/core'
import type { RunSessions } from '@neural-trader/engine'
import {
  barSessions,
  exchangeCalendar,
  isDaysOrLonger,
  tickSessions,
  type BarSessions,
  type CalendarId,
} from '@neural-trader/market-data/calendar'

import type { CalendarOption } from './calendar-option.ts'
import { cutoffsOf, type CutoffOption, type Cutoffs } from './cutoffs.ts'
import { sessionColumns } from './session-columns.ts'
import { venueCalendar } from './venue-calendar.ts'

/** What a run takes for the hours in which an instrument trades. */
export type TradingHours = {
  /** The calendar; null where there is none: then a day is one of UTC. */
  readonly calendar: CalendarId | null
  /** When orders for its auctions come too late. */
  readonly cutoffs: Cutoffs
  /** Whether orders fill on bars before and after the sessions. */
  readonly extendedHours: boolean
  /** Bars, quotes or trades that lie in no session. */
  readonly barsOutside: number
}

/** The options that say when instruments trade. */
export type SessionOptions = {
  readonly calendar?: CalendarOption
  readonly cutoffs?: CutoffOption
  readonly extendedHours?: boolean
}

/** The hours of a series, and the sessions as the engine takes them, where bars are parts of some. */
export type SeriesHours = {
  readonly hours: TradingHours
  readonly sessions?: RunSessions | 'unknown'
}

/**
 * The trading hours of a series. Without a calendar a daily or longer bar is a session of its own; the
 * sessions of shorter bars are not known.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where no calendar is known, or none fits the bars.
 */
export function tradingHours(bars: Bars, options: SessionOptions): SeriesHours {
  const id = calendarOf(bars.instrument, options.calendar ?? 'none')
  if (id === null) return withoutCalendar(bars.timeframe)
  return hoursOf(barSessions(bars, exchangeCalendar(id)), id, options)
}

/**
 * The trading hours of quotes or trades. Without a calendar at all a day is one of UTC and there are no
 * auctions; where others have one, the sessions of the instrument are not known.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` as {@link tradingHours}.
 */
export function tickHours(
  ticks: Pick<Bars, 'instrument' | 'time'>,
  options: SessionOptions,
): SeriesHours {
  if (options.calendar === undefined) return { hours: noCalendar }
  const id = calendarOf(ticks.instrument, options.calendar)
  if (id === null) return { hours: noCalendar, sessions: 'unknown' }
  return hoursOf(tickSessions(ticks, exchangeCalendar(id)), id, options)
}

function hoursOf(sessions: BarSessions, id: CalendarId, options: SessionOptions): SeriesHours {
  const { extendedHours = false } = options
  const cutoffs = cutoffsOf(options.cutoffs ?? 'venue', id)
  return {
    hours: { calendar: id, cutoffs, extendedHours, barsOutside: sessions.barsOutside },
    sessions: sessionColumns(sessions, cutoffs, extendedHours),
  }
}

function calendarOf(instrument: string, option: CalendarOption): CalendarId | null {
  const name = typeof option === 'string' ? option : (option[instrument] ?? 'none')
  if (name === 'none') return null
  return name === 'auto' ? venueCalendar(instrument) : name
}

function withoutCalendar(timeframe: Timeframe): SeriesHours {
  const hours = noCalendar
  return isDaysOrLonger(timeframe) ? { hours } : { hours, sessions: 'unknown' }
}

/** The hours of an instrument without a calendar. */
export const noCalendar: TradingHours = {
  calendar: null,
  cutoffs: {},
  extendedHours: true,
  barsOutside: 0,
}

/** Every instrument that a calendar is named for is one of the run's. */
export function checkCalendars(instruments: readonly string[], option?: CalendarOption): void {
  const named = typeof option === 'object' ? Object.keys(option) : []
  const unknown = named.find((instrument) => !instruments.includes(instrument))
  if (unknown === undefined) return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Option calendar names ${unknown}, which is no instrument of this run: it has ${instruments.join(', ')}`,
    { details: { field: 'calendar', value: unknown } },
  )
}
