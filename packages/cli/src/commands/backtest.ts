import { Command, Option } from 'commander'

import { addOptions } from './add-options.ts'
import { withExamples } from './examples.ts'
import { handle } from './handle.ts'
import { catalogOption, rangeOptions, readingOptions } from './reading-options.ts'
import { financingOptions, limitOptions, maintenanceOption, ruleOptions } from './rule-options.ts'
import { pairOption, repeatedOption } from './values.ts'

/** `neural-trader backtest`: runs a strategy over history. */
export function backtestCommand(signal: AbortSignal): Command {
  const command = new Command('backtest')
    .summary('run a strategy over history')
    .description('Run a strategy over history, print what came of it, and write a report.')
    .addOption(
      repeatedOption(
        '--data <source>',
        'file (CSV, Parquet), sample or name in the catalogue; repeatable',
      ).makeOptionMandatory(),
    )
    .requiredOption(
      '--strategy <name>',
      'a ready-made strategy, a module that exports one (.ts, .js), or a JSON document (.json)',
    )
    .addOption(pairOption('--param <name=value>', 'a parameter of the strategy; repeatable'))
  addOptions(command, 'Data:', [
    ...rangeOptions(),
    new Option('--timeframe <length>', 'put bars together first: 1h, 1d, 1w, 1M'),
    new Option(
      '--corporate-actions <file>',
      'splits, dividends, delistings and symbol changes of raw bars (CSV, JSON, LEAN factors)',
    ),
    catalogOption(),
  ])
  addOptions(command, 'Rules:', [...ruleOptions(), maintenanceOption(), ...financingOptions()])
  addOptions(command, 'Limits of the risk gate:', limitOptions())
  addOptions(command, 'Results:', [
    new Option('--report <file>', 'write an HTML report that opens offline'),
    new Option('--title <text>', 'heading of the report'),
    new Option('--log <file>', 'write the event log, for neural-trader log'),
    new Option('--trades', 'list the trades too'),
    pairOption(
      '--convention <name=value>',
      'a convention of the measures: riskFreeRate=0.02; repeatable',
    ),
  ])
  addOptions(command, 'Reading files:', readingOptions())
  command.action(
    handle(signal, async () => (await import('../actions/run-backtest.ts')).runBacktest),
  )
  return withExamples(command, [
    'neural-trader backtest --data sp500 --strategy sma-cross --report report.html',
    'neural-trader backtest --data bars.csv --strategy sma-cross --param fast=10 --param slow=30 --cash 10000',
    'neural-trader backtest --data eurusd.csv --time-zone America/New_York --timeframe 1h --strategy ./my-strategy.ts',
    'neural-trader backtest --data minutes.csv --calendar XNYS --strategy ./my-strategy.ts',
    'neural-trader backtest --data aapl-raw.csv --corporate-actions aapl-actions.csv --strategy sma-cross',
    'neural-trader backtest --data aapl --strategy rsi-mean-reversion --fee-rate 0.1% --json | jq .measures.sharpeRatio',
  ])
}
