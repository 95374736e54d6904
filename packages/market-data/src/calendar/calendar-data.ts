import { readFileSync } from 'node:fs'
import { nearest, NeuralTraderError } from '@neural-trader/core'

const ids = ['XNYS', 'XNAS', 'XLON', 'XETR', 'XTKS', 'XHKG', 'CMES', '24/5', '24/7'] as const

/** A calendar there is: the ISO 10383 code of a venue, or how much of the week trades. */
export type CalendarId = (typeof ids)[number]

/** The calendars there are. */
export function calendars(): readonly CalendarId[] {
  return ids
}

/** `HH:MM` on the venue's clock on the session's date, `24:00` its end, `-1d` on the day before. */
type WallClock = string

/** Hours of a session. */
export type CalendarHours = {
  readonly open: WallClock
  readonly close: WallClock
  readonly breakStart?: WallClock
  readonly breakEnd?: WallClock
}

/** Dates by year: `MM-DD`, separated by blanks. */
export type DatesByYear = Readonly<Record<string, string>>

/** A calendar as its file in `data/calendars` holds it: a weekly rule and what departs from it. */
export type CalendarData = {
  readonly id: CalendarId
  readonly name: string
  readonly source: string
  readonly timeZone: string
  readonly first: string
  readonly last: string
  /** 1 is Monday. */
  readonly weekdays: readonly number[]
  /** The regular hours, each from its date on. */
  readonly hours: readonly (CalendarHours & { readonly from: string })[]
  readonly holidays: DatesByYear
  readonly exceptions: readonly (CalendarHours & { readonly dates: DatesByYear })[]
}

/**
 * Reads the file of a calendar.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` naming the nearest calendar and all there are.
 */
export function readCalendarData(id: string): CalendarData {
  if (!(ids as readonly string[]).includes(id)) throw unknownCalendar(id)
  const file = new URL(`../../data/calendars/${id.replace('/', '-')}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as CalendarData
}

function unknownCalendar(id: string): NeuralTraderError {
  const suggestion = nearest(id, ids)
  return new NeuralTraderError(
    'INVALID_ARGUMENT',
    `There is no exchange calendar '${id}': choose one of ${ids.join(', ')}` +
      (suggestion === undefined ? '' : `. Did you mean ${suggestion}?`),
    { details: { calendar: id, ...(suggestion === undefined ? {} : { suggestion }) } },
  )
}
