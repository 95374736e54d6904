import { Command } from 'commander'

import { withExamples } from './examples.ts'
import { handle } from './handle.ts'

/** `neural-trader data sample`: the bundled series. */
export function dataSampleCommand(signal: AbortSignal): Command {
  const command = new Command('sample')
    .summary('list the bundled series, or write one to a file')
    .description('List the bundled series of real bars, or show one and write it to a file.')
    .argument('[name]', 'a sample')
    .option('--out <file>', 'write its bars: .csv or .parquet')
    .action(handle(signal, async () => (await import('../actions/sample-data.ts')).sampleData))
  return withExamples(command, [
    'neural-trader data sample',
    'neural-trader data sample sp500 --out sp500.csv',
  ])
}
