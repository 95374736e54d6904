import { Command, Option } from 'commander'

import { addOptions } from './add-options.ts'
import { withExamples } from './examples.ts'
import { handle } from './handle.ts'
import { catalogOption, rangeOptions, readingOptions } from './reading-options.ts'
import { financingOptions, limitOptions, maintenanceOption, ruleOptions } from './rule-options.ts'
import { numberOption, pairOption, repeatedOption } from './values.ts'

/** `neural-trader sweep`: every combination of a strategy's parameters. */
export function sweepCommand(signal: AbortSignal): Command {
  const command = new Command('sweep')
    .summary('try every combination of parameters')
    .description(
      'Run a strategy with every combination of its parameters under the same rules, on all cores, and print the best. The best of many is good by chance too: how many were tried is printed beside it.',
    )
    .addOption(
      repeatedOption(
        '--data <source>',
        'file (CSV, Parquet), sample or name in the catalogue; repeatable',
      ).makeOptionMandatory(),
    )
    .requiredOption('--strategy <name>', 'a ready-made strategy, or a module that exports one')
    .addOption(
      pairOption(
        '--param <name=values>',
        'what to try: fast=5,10,20 or fast=5:50:5 (from, to, step); repeatable',
      ).makeOptionMandatory(),
    )
  addOptions(command, 'Results:', [
    new Option('--measure <name>', 'what the best is best by (default: sharpeRatio)'),
    numberOption('--top <rows>', 'rows to print (default: 10)'),
    new Option('--out <file>', 'write the whole table: .csv or .json'),
    new Option('--report <file>', 'write an HTML page with a map and a surface; opens offline'),
    new Option('--title <text>', 'heading of the page'),
    new Option('--map <x,y>', 'the two parameters of the map (default: the first two)'),
    new Option('--checkpoint <file>', 'keep what is done; the same sweep goes on from it'),
    numberOption('--threads <count>', 'threads (default: as many as processors)'),
    pairOption(
      '--convention <name=value>',
      'a convention of the measures: riskFreeRate=0.02; repeatable',
    ),
  ])
  addOptions(command, 'Data:', [
    ...rangeOptions(),
    new Option('--timeframe <length>', 'put bars together first: 1h, 1d, 1w, 1M'),
    catalogOption(),
  ])
  addOptions(command, 'Rules:', [...ruleOptions(), maintenanceOption(), ...financingOptions()])
  addOptions(command, 'Limits of the risk gate:', limitOptions())
  addOptions(command, 'Reading files:', readingOptions())
  command.action(handle(signal, async () => (await import('../actions/run-sweep.ts')).runSweep))
  return withExamples(command, [
    'neural-trader sweep --data sp500 --strategy sma-cross --param fast=5:50:5 --param slow=20:200:10',
    'neural-trader sweep --data bars.csv --strategy ./my-strategy.ts --param period=5:30 --measure calmarRatio --out sweep.csv',
    'neural-trader sweep --data sp500 --strategy sma-cross --param fast=2:60:2 --param slow=10:250:5 --fee-rate 0.05% --report sweep.html --checkpoint sweep.part',
  ])
}
