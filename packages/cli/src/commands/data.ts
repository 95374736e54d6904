import { Command } from 'commander'

import { dataImportCommand } from './data-import.ts'
import { dataListCommand } from './data-list.ts'
import { dataRemoveCommand } from './data-remove.ts'
import { dataResampleCommand } from './data-resample.ts'
import { dataSampleCommand } from './data-sample.ts'
import { dataSyntheticCommand } from './data-synthetic.ts'
import { dataValidateCommand } from './data-validate.ts'
import { withExamples } from './examples.ts'

/** `neural-trader data`: bars, before anything trades on them. */
export function dataCommand(signal: AbortSignal): Command {
  const command = new Command('data')
    .summary('check, keep and make bars')
    .description('Check files of bars, keep them under a name, and make others from them.')
    .addCommand(dataImportCommand(signal))
    .addCommand(dataListCommand(signal))
    .addCommand(dataRemoveCommand(signal))
    .addCommand(dataValidateCommand(signal))
    .addCommand(dataSampleCommand(signal))
    .addCommand(dataResampleCommand(signal))
    .addCommand(dataSyntheticCommand(signal))
  return withExamples(command, [
    'neural-trader data validate bars.csv',
    'neural-trader data import bars.csv --name acme',
    'neural-trader backtest --data acme --strategy sma-cross',
  ])
}
