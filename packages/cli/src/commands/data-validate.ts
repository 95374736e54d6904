import { Command } from 'commander'

import { addOptions } from './add-options.ts'
import { calendarOption } from './calendar.ts'
import { withExamples } from './examples.ts'
import { handle } from './handle.ts'
import { catalogOption, readingOptions } from './reading-options.ts'

/** `neural-trader data validate`: everything that stands out in a file of bars. */
export function dataValidateCommand(signal: AbortSignal): Command {
  const command = new Command('validate')
    .summary('find what is wrong with bars')
    .description(
      'Find gaps, duplicates, unsorted rows, impossible prices and more. Ends with exit code 1 when a finding makes the bars unusable.',
    )
    .argument('<source>', 'file (CSV, Parquet), sample or name in the catalogue')
    .addOption(calendarOption('when the venue trades: no gap while it is closed'))
    .addOption(catalogOption())
  addOptions(command, 'Reading files:', readingOptions())
  command.action(
    handle(signal, async () => (await import('../actions/validate-data.ts')).validateData),
  )
  return withExamples(command, [
    'neural-trader data validate bars.csv',
    'neural-trader data validate bars.csv --calendar XNYS',
    'neural-trader data validate bars.csv --json | jq ".findings[].code"',
  ])
}
