import { type Instant, parseInstant } from '../instant.ts'
import { type CalendarId, readCalendarData } from './calendar-data.ts'
import { dateText } from './calendar-date.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { countUntil } from './search.ts'
import { buildSessionTable, type SessionTable } from './session-table.ts'

/** One trading session; times are nanoseconds since the epoch, UTC. */
export type Session = {
  /** The venue's date of the session, `YYYY-MM-DD`; a session that opens in the evening has the next. */
  readonly date: string
  readonly open: bigint
  readonly close: bigint
  /** When the lunch break starts and ends; null where there is none. */
  readonly breakStart: bigint | null
  readonly breakEnd: bigint | null
}

/** Sessions as columns, ascending; times are nanoseconds since the epoch, UTC. */
export type SessionColumns = {
  readonly date: readonly string[]
  readonly open: BigInt64Array
  readonly close: BigInt64Array
  /** Ends of the lunch break; both equal `close` in a session without one. */
  readonly breakStart: BigInt64Array
  readonly breakEnd: BigInt64Array
}

/** Dates of the venue, both ends included; an end left out is that of the calendar. */
export type DateRange = { readonly from?: string; readonly to?: string }

/**
 * When a venue trades. Dates are `YYYY-MM-DD` on the venue's clock. Every question about a date or a
 * moment outside of `first` to `last` is refused with `INVALID_ARGUMENT`: nothing is guessed.
 */
export type ExchangeCalendar = {
  readonly id: CalendarId
  readonly name: string
  /** The package, its version and licence, that the sessions come from. */
  readonly source: string
  /** IANA name of the zone of the venue's clock. */
  readonly timeZone: string
  /** First and last date that the calendar knows. */
  readonly first: string
  readonly last: string
  /** The session of a date; null on a day without one. */
  session(date: string): Session | null
  /** The sessions of a range of dates. */
  sessions(range?: DateRange): SessionColumns
  /** Whether the session of a date is shorter than usual; false on a day without one. */
  isHalfDay(date: string): boolean
  /** Whether the venue trades: from the open on, not at the close any more, not in the lunch break. */
  isOpen(instant: Instant): boolean
  /** The first opening of a session after a moment. */
  nextOpen(instant: Instant): bigint
  /** The first close of a session after a moment. */
  nextClose(instant: Instant): bigint
  /** The last close of a session at or before a moment. */
  previousClose(instant: Instant): bigint
}

const cache = new Map<string, ExchangeCalendar>()

/**
 * The calendar of a venue: `exchangeCalendar('XNYS').isHalfDay('2024-11-29')`. `24/7` trades all the
 * time, `24/5` from Monday to Friday in UTC. The sessions are those of the Python package
 * exchange_calendars, with its simplifications (see `data/calendars/README.md`).
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` naming the nearest calendar and all there are.
 */
export function exchangeCalendar(id: string): ExchangeCalendar {
  const calendar = cache.get(id) ?? openCalendar(id)
  cache.set(id, calendar)
  return calendar
}

function openCalendar(id: string): ExchangeCalendar {
  const data = readCalendarData(id)
  const { name, source, timeZone, first, last } = data
  let built: SessionTable | undefined
  // Tens of milliseconds, which who only asks for the name should not pay.
  const table = (): SessionTable => (built ??= buildSessionTable(data))
  const coverage = coverageOf(data, table)
  const rowOf = (date: string): number | null => findRow(table(), coverage.day(date))
  return {
    id: data.id,
    name,
    source,
    timeZone,
    first,
    last,
    session: (date) => sessionAt(table(), rowOf(date)),
    sessions: ({ from = first, to = last } = {}) =>
      columnsBetween(table(), coverage.day(from), coverage.day(to)),
    isHalfDay: (date) => table().isShort[rowOf(date) ?? -1] === 1,
    ...moments(table, coverage),
  }
}

/** What a calendar says about moments. */
function moments(
  table: () => SessionTable,
  coverage: Coverage,
): Pick<ExchangeCalendar, 'isOpen' | 'nextOpen' | 'nextClose' | 'previousClose'> {
  const at = (instant: Instant): bigint => coverage.moment(parseInstant(instant))
  const after = (times: BigInt64Array, instant: Instant): bigint =>
    coverage.known(times[countUntil(times, at(instant))], instant)
  return {
    isOpen: (instant) => {
      const time = at(instant)
      const { open, breakStart, breakEnd, close } = table()
      const row = countUntil(open, time) - 1
      return row >= 0 && time < close[row]! && !(time >= breakStart[row]! && time < breakEnd[row]!)
    },
    nextOpen: (instant) => after(table().open, instant),
    nextClose: (instant) => after(table().close, instant),
    previousClose: (instant) => {
      const { close } = table()
      return coverage.known(close[countUntil(close, at(instant)) - 1], instant)
    },
  }
}

function findRow({ day }: SessionTable, wanted: number): number | null {
  const row = countUntil(day, wanted) - 1
  return day[row] === wanted ? row : null
}

function sessionAt(table: SessionTable, row: number | null): Session | null {
  if (row === null) return null
  const close = table.close[row]!
  const breakStart = table.breakStart[row]!
  const hasBreak = breakStart < close
  return {
    date: dateText(table.day[row]!),
    open: table.open[row]!,
    close,
    breakStart: hasBreak ? breakStart : null,
    breakEnd: hasBreak ? table.breakEnd[row]! : null,
  }
}

function columnsBetween(table: SessionTable, from: number, to: number): SessionColumns {
  const start = countUntil(table.day, from - 1)
  const end = Math.max(start, countUntil(table.day, to))
  return {
    date: Array.from(table.day.subarray(start, end), dateText),
    open: table.open.slice(start, end),
    close: table.close.slice(start, end),
    breakStart: table.breakStart.slice(start, end),
    breakEnd: table.breakEnd.slice(start, end),
  }
}
