import { NeuralTraderError } from '@neural-trader/core'
import { formatInstant, type Instant, parseInstant } from '../instant.ts'
import type { CalendarData } from './calendar-data.ts'
import { dayNumber } from './calendar-date.ts'
import type { SessionTable } from './session-table.ts'

/** Refuses questions about times that a calendar does not know. */
export type Coverage = {
  /** Days since 1970-01-01 of a date that the calendar knows. */
  day(date: string): number
  /** The moment itself, where the calendar knows it. */
  moment(time: bigint): bigint
  /** An answer that was found before the end of the calendar. */
  known(answer: bigint | undefined, asked: Instant): bigint
}

/** The checks of a calendar, each with an error that says from when to when it reaches. */
export function coverageOf({ id, first, last }: CalendarData, table: () => SessionTable): Coverage {
  const firstDay = dayNumber(first)
  const lastDay = dayNumber(last)
  const refuse = (value: string, what: string): never => {
    throw new NeuralTraderError(
      'INVALID_ARGUMENT',
      `The calendar ${id} is known from ${first} to ${last}: ${what} ${value}`,
      { details: { calendar: id, first, last, value } },
    )
  }
  return {
    day: (date) => {
      const day = dayNumber(date)
      if (day >= firstDay && day <= lastDay) return day
      return refuse(date, 'ask about dates within, not about')
    },
    moment: (time) => {
      const { knownFrom, knownUntil } = table()
      if (time >= knownFrom && time < knownUntil) return time
      return refuse(formatInstant(time), 'ask about moments within, not about')
    },
    known: (answer, asked) =>
      answer ?? refuse(formatInstant(parseInstant(asked)), 'it has no such session seen from'),
  }
}
