import { Command, Option } from 'commander'

import { addOptions } from './add-options.ts'
import { withExamples } from './examples.ts'
import { handle } from './handle.ts'
import { catalogOption, rangeOptions, readingOptions } from './reading-options.ts'
import { financingOptions, limitOptions, maintenanceOption, ruleOptions } from './rule-options.ts'
import { numberOption, pairOption, repeatedOption } from './values.ts'

/** `neural-trader check`: whether a strategy can be trusted. */
export function checkCommand(signal: AbortSignal): Command {
  const command = new Command('check')
    .summary('check that a strategy does not look ahead')
    .description('Check a strategy for mistakes that make its backtest better than it is.')
    .addCommand(lookAheadCommand(signal))
  return withExamples(command, ['neural-trader check lookahead ./my-strategy.ts --data bars.csv'])
}

function lookAheadCommand(signal: AbortSignal): Command {
  const command = new Command('lookahead')
    .summary('check that a strategy does not know what is to come')
    .description(
      'Run a strategy on data whose later bars are taken away, mirrored, random, reversed or scaled, and compare what it was, saw and did before; and twice on the same data. Names the line or the indicator at fault, and ends with exit code 1 if there is one. The module is loaded anew for each run, and what it reads by itself, with @neural-trader/market-data or from the file of the data, has the same future.',
    )
    .argument('<strategy>', 'a module that exports one (.ts, .js), a JSON document, or a ready one')
    .addOption(
      repeatedOption(
        '--data <source>',
        'file (CSV, Parquet), sample or name in the catalogue; repeatable (default: sp500)',
      ),
    )
    .addOption(pairOption('--param <name=value>', 'a parameter of the strategy; repeatable'))
    .addOption(numberOption('--cuts <count>', 'bars at which the future changes (default: 12)'))
    .addOption(numberOption('--seed <number>', 'chooses the bars and the futures (default: 1)'))
  addOptions(command, 'Data:', [
    ...rangeOptions(),
    new Option('--timeframe <length>', 'put bars together first: 1h, 1d, 1w, 1M'),
    catalogOption(),
  ])
  addOptions(command, 'Rules:', [...ruleOptions(), maintenanceOption(), ...financingOptions()])
  addOptions(command, 'Limits of the risk gate:', limitOptions())
  addOptions(command, 'Reading files:', readingOptions())
  command.action(
    handle(signal, async () => (await import('../actions/check-look-ahead.ts')).checkStrategy),
  )
  return withExamples(command, [
    'neural-trader check lookahead ./my-strategy.ts --data bars.csv',
    'neural-trader check lookahead ./my-strategy.ts --data sp500 --param fast=5 --cuts 100',
    'neural-trader check lookahead ./my-strategy.ts --json | jq ".findings[].place"',
  ])
}
