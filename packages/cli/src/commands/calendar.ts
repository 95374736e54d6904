import { Command, Option } from 'commander'

import { withExamples } from './examples.ts'
import { handle } from './handle.ts'

/** `neural-trader calendar`: when venues trade. */
export function calendarCommand(signal: AbortSignal): Command {
  const command = new Command('calendar')
    .summary('list exchange calendars, show their sessions')
    .description('List the exchange calendars, and show the sessions of one.')
    .addCommand(listCommand(signal))
    .addCommand(showCommand(signal))
  return withExamples(command, [
    'neural-trader calendar list',
    'neural-trader calendar show XNYS --from 2024-11-25 --to 2024-12-02',
  ])
}

/** The calendar that a command judges bars by. */
export function calendarOption(description: string): Option {
  return new Option('--calendar <id>', description)
}

function listCommand(signal: AbortSignal): Command {
  const command = new Command('list')
    .summary('list the exchange calendars')
    .description('List the exchange calendars with their time zones and the dates they know.')
    .action(
      handle(signal, async () => (await import('../actions/list-calendars.ts')).listCalendars),
    )
  return withExamples(command, [
    'neural-trader calendar list',
    'neural-trader calendar list --json',
  ])
}

function showCommand(signal: AbortSignal): Command {
  const command = new Command('show')
    .summary('show when a venue trades')
    .description(
      'Show the sessions of a venue: opens, closes, lunch breaks and half days, in UTC with daylight saving.',
    )
    .argument('<calendar>', 'one that neural-trader calendar list names')
    .option('--from <date>', 'first date at the venue (default: today in UTC)')
    .option('--to <date>', 'last date, included (default: six days after the first)')
    .action(handle(signal, async () => (await import('../actions/show-calendar.ts')).showCalendar))
  return withExamples(command, [
    'neural-trader calendar show XNYS --from 2024-11-25 --to 2024-12-02',
    'neural-trader calendar show XTKS',
    'neural-trader calendar show XLON --from 2024-03-25 --to 2024-04-05 --json',
  ])
}
