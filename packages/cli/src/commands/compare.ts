import { Command, Option } from 'commander'

import { addOptions } from './add-options.ts'
import { withExamples } from './examples.ts'
import { handle } from './handle.ts'
import { catalogOption, rangeOptions, readingOptions } from './reading-options.ts'
import { financingOptions, limitOptions, maintenanceOption, ruleOptions } from './rule-options.ts'
import { pairOption, repeatedOption } from './values.ts'

/** `neural-trader compare`: strategies side by side under the same rules. */
export function compareCommand(signal: AbortSignal): Command {
  const command = new Command('compare')
    .summary('run strategies side by side')
    .description(
      'Run several strategies over the same history under the same rules, print their measures side by side, and write a page with their growth, drawdowns, years and correlations. Parameters follow a colon: sma-cross:fast=20,slow=100.',
    )
    .argument('<strategies...>', 'ready-made strategies, modules or JSON documents')
    .addOption(
      repeatedOption(
        '--data <source>',
        'file (CSV, Parquet), sample or name in the catalogue; repeatable',
      ).makeOptionMandatory(),
    )
  addOptions(command, 'Data:', [
    ...rangeOptions(),
    new Option('--timeframe <length>', 'put bars together first: 1h, 1d, 1w, 1M'),
    catalogOption(),
  ])
  addOptions(command, 'Rules:', [...ruleOptions(), maintenanceOption(), ...financingOptions()])
  addOptions(command, 'Limits of the risk gate:', limitOptions())
  addOptions(command, 'Results:', [
    new Option('--report <file>', 'write an HTML page that opens offline'),
    new Option('--title <text>', 'heading of the page'),
    pairOption(
      '--convention <name=value>',
      'a convention of the measures: riskFreeRate=0.02; repeatable',
    ),
  ])
  addOptions(command, 'Reading files:', readingOptions())
  command.action(
    handle(
      signal,
      async () => (await import('../actions/compare-strategies.ts')).compareStrategies,
    ),
  )
  return withExamples(command, [
    'neural-trader compare --data sp500 sma-cross buy-and-hold --report compare.html',
    'neural-trader compare --data bars.csv sma-cross:fast=10,slow=30 sma-cross:fast=50,slow=200 ./my-strategy.ts',
    'neural-trader compare --data aapl macd-trend buy-and-hold --fee-rate 0.1% --json | jq ".runs[].measures.sharpeRatio"',
  ])
}
