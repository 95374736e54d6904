import { calendars, exchangeCalendar } from '@neural-trader/market-data'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import { formatTable } from '../output/table.ts'

/** Prints the exchange calendars. */
export const listCalendars: Action<object> = async (_options, output) => {
  const known = calendars().map(exchangeCalendar)
  if (output.json) {
    output.printJson(
      known.map(({ id, name, timeZone, first, last, source }) => ({
        id,
        name,
        timeZone,
        first,
        last,
        source,
      })),
    )
    return exitCode.ok
  }
  const rows = known.map(({ id, name, timeZone, first, last }) => [
    output.colors.bold(id),
    timeZone,
    first,
    last,
    name,
  ])
  output.print(formatTable(['Calendar', 'Time zone', 'From', 'To', 'Venue'], rows, output))
  return exitCode.ok
}
