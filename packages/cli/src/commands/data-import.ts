import { Command } from 'commander'

import { addOptions } from './add-options.ts'
import { withExamples } from './examples.ts'
import { handle } from './handle.ts'
import { catalogOption, readingOptions } from './reading-options.ts'

/** `neural-trader data import`: puts a file into the catalogue. */
export function dataImportCommand(signal: AbortSignal): Command {
  const command = new Command('import')
    .summary('keep a file of bars under a name')
    .description(
      'Check a file of bars and keep it in the catalogue under a name; one of that name is replaced.',
    )
    .argument('<file>', 'CSV or Parquet')
    .option('--name <name>', 'name in the catalogue (default: the name of the file)')
    .addOption(catalogOption())
  addOptions(command, 'Reading files:', readingOptions())
  command.action(handle(signal, async () => (await import('../actions/import-data.ts')).importData))
  return withExamples(command, [
    'neural-trader data import bars.csv --name acme',
    'neural-trader data import eurusd.csv --time-zone America/New_York --timestamp open',
    'neural-trader data import export.csv --name acme --column close=Last --delimiter ";"',
  ])
}
