import { type ExchangeCalendar, exchangeCalendar, formatInstant } from '@neural-trader/market-data'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import type { Output } from '../output/output.ts'
import { formatTable } from '../output/table.ts'

/** The options of `neural-trader calendar show`. */
export type ShowCalendarOptions = {
  readonly calendar: string
  readonly from?: string
  readonly to?: string
}

/** Prints the sessions of a venue; a week from today unless dates are given. */
export const showCalendar: Action<ShowCalendarOptions> = async (
  { calendar: id, from = today(), to = daysAfter(from, 6) },
  output,
) => {
  const calendar = exchangeCalendar(id)
  const sessions = sessionsOf(calendar, from, to)
  if (output.json) {
    const { name, timeZone, source } = calendar
    output.printJson({ calendar: id, name, timeZone, source, from, to, sessions })
  } else output.print(sessionsText(calendar, sessions, { from, to }, output))
  return exitCode.ok
}

/** A session as JSON shows it: ISO 8601, UTC. */
type ShownSession = {
  readonly date: string
  readonly open: string
  readonly breakStart: string | null
  readonly breakEnd: string | null
  readonly close: string
  readonly halfDay: boolean
}

function sessionsOf(calendar: ExchangeCalendar, from: string, to: string): ShownSession[] {
  return calendar.sessions({ from, to }).date.map((date) => {
    const { open, close, breakStart, breakEnd } = calendar.session(date)!
    return {
      date,
      open: formatInstant(open),
      breakStart: breakStart === null ? null : formatInstant(breakStart),
      breakEnd: breakEnd === null ? null : formatInstant(breakEnd),
      close: formatInstant(close),
      halfDay: calendar.isHalfDay(date),
    }
  })
}

function sessionsText(
  { name, timeZone }: ExchangeCalendar,
  sessions: readonly ShownSession[],
  { from, to }: { readonly from: string; readonly to: string },
  output: Output,
): string {
  const { bold, dim } = output.colors
  const title = `${bold(name)}  ${dim(timeZone)}`
  if (sessions.length === 0) return `${title}\n\nNo sessions from ${from} to ${to}`
  const hasBreaks = sessions.some(({ breakStart }) => breakStart !== null)
  const head = ['Date', 'Day', 'Open (UTC)', ...(hasBreaks ? ['Break'] : []), 'Close (UTC)', '']
  const rows = sessions.map((session) => sessionRow(session, hasBreaks))
  return `${title}\n\n${formatTable(head, rows, output)}`
}

function sessionRow(
  { date, open, breakStart, breakEnd, close, halfDay }: ShownSession,
  hasBreaks: boolean,
): string[] {
  const pause =
    breakStart === null || breakEnd === null ? '' : `${clock(breakStart)}-${clock(breakEnd)}`
  return [
    date,
    weekday(date),
    on(date, open),
    ...(hasBreaks ? [pause] : []),
    on(date, close),
    halfDay ? 'half day' : '',
  ]
}

/** The time of day; with its date where that is not the session's. */
function on(date: string, time: string): string {
  return time.startsWith(date) ? clock(time) : `${time.slice(0, 10)} ${clock(time)}`
}

function clock(time: string): string {
  return time.slice(11, 16)
}

function weekday(date: string): string {
  return new Date(date).toLocaleDateString('en-US', { weekday: 'short', timeZone: 'UTC' })
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** A text that is no date is left to the calendar, which refuses it. */
function daysAfter(date: string, days: number): string {
  const milliseconds = Date.parse(date) + days * 86_400_000
  return Number.isNaN(milliseconds) ? date : new Date(milliseconds).toISOString().slice(0, 10)
}
