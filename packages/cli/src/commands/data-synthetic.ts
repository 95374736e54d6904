import { Command, Option } from 'commander'

import { withExamples } from './examples.ts'
import { handle } from './handle.ts'
import { numberOption } from './values.ts'

/** `neural-trader data synthetic`: made-up bars. */
export function dataSyntheticCommand(signal: AbortSignal): Command {
  const command = new Command('synthetic')
    .summary('make up bars to test with')
    .description(
      'Make up bars from a seed: the same seed gives the same bytes. To test with, not to judge a strategy by.',
    )
    .addOption(numberOption('--bars <count>', 'how many').makeOptionMandatory())
    .requiredOption('--out <file>', 'file to write: .csv or .parquet')
    .addOption(numberOption('--seed <number>', 'any whole number').default(1))
    .addOption(new Option('--timeframe <length>', 'length of a bar (default: 1m)'))
    .addOption(new Option('--instrument <id>', 'what to call it (default: SYNTHETIC)'))
    .addOption(new Option('--start <time>', 'when the first bar opens (default: 2020-01-01)'))
    .addOption(numberOption('--price <price>', 'price at the start (default: 100)'))
    .addOption(numberOption('--drift <fraction>', 'expected change in a year (default: 0)'))
    .addOption(
      numberOption('--volatility <fraction>', 'deviation of the change in a year (default: 0.2)'),
    )
    .addOption(numberOption('--tick <size>', 'step of prices (default: 0.01)'))
    .action(
      handle(signal, async () => (await import('../actions/synthetic-data.ts')).syntheticData),
    )
  return withExamples(command, [
    'neural-trader data synthetic --bars 100_000 --out minutes.parquet',
    'neural-trader data synthetic --bars 2500 --timeframe 1d --drift 0.05 --seed 7 --out daily.csv',
  ])
}
