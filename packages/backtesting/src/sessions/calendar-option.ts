import { calendars, type CalendarId } from '@neural-trader/market-data/calendar'
import { z } from 'zod'

/** A calendar, `auto` for that of the venue in the instrument's id, or `none`. */
export type CalendarName = CalendarId | 'auto' | 'none'

/** One calendar for every instrument, or one by instrument; those not named have none. */
export type CalendarOption = CalendarName | Readonly<Record<string, CalendarName>>

const names = z.enum(['auto', 'none', ...calendars()])

export const calendarSchema: z.ZodType<CalendarOption> = z.union([
  names,
  z.record(z.string(), names),
])
