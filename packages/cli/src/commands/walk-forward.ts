import { Command, Option } from 'commander'

import { addOptions } from './add-options.ts'
import { withExamples } from './examples.ts'
import { handle } from './handle.ts'
import { catalogOption, rangeOptions, readingOptions } from './reading-options.ts'
import { financingOptions, limitOptions, maintenanceOption, ruleOptions } from './rule-options.ts'
import { choiceOption, numberOption, pairOption, repeatedOption } from './values.ts'

/** `neural-trader walk-forward`: parameters chosen on the past, tried on what came after. */
export function walkForwardCommand(signal: AbortSignal): Command {
  const command = new Command('walk-forward')
    .summary('choose parameters on the past and try them on what came after')
    .description(
      'Try every combination of parameters on a training window, run the best of them on the window after it, and so on through the data. What is printed last is out of sample: no parameter was chosen by the bars it is tested on.',
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
      ),
    )
  addOptions(command, 'Windows:', [
    choiceOption('--mode <mode>', 'how windows follow each other (default: rolling)', [
      'rolling',
      'anchored',
      'combinatorial',
    ]),
    new Option('--train <length>', 'bars to choose by: 500, 24M, 90d'),
    new Option('--test <length>', 'bars to try the choice on: 125, 6M'),
    new Option('--step <length>', 'from one test to the next (default: that of a test)'),
    new Option('--purge <length>', 'left out between training and test; trades: the longest trade'),
    new Option('--embargo <length>', 'left out besides; combinatorial: after a test'),
    new Option('--partial', 'let the data cut the last test short'),
    numberOption('--groups <count>', 'combinatorial: parts of the data (default: 6)'),
    numberOption('--test-groups <count>', 'combinatorial: parts tested at a time (default: 2)'),
    numberOption('--warm-up <bars>', 'bars before a window for indicators (default: all)'),
  ])
  addOptions(command, 'Choice:', [
    new Option('--objective <measure>', 'what is to be greatest (default: sharpeRatio)'),
    new Option('--map <x,y>', 'show the objective over two parameters, the mean of all windows'),
  ])
  addOptions(command, 'Data:', [
    ...rangeOptions(),
    new Option('--timeframe <length>', 'put bars together first: 1h, 1d, 1w, 1M'),
    catalogOption(),
  ])
  addOptions(command, 'Rules:', [...ruleOptions(), maintenanceOption(), ...financingOptions()])
  addOptions(command, 'Limits of the risk gate:', limitOptions())
  addOptions(command, 'Reading files:', readingOptions())
  command.action(
    handle(signal, async () => (await import('../actions/run-walk-forward.ts')).runWalkForward),
  )
  return withExamples(command, [
    'neural-trader walk-forward --data sp500 --strategy sma-cross --param fast=5:25:5 --param slow=30:90:20 --train 24M --test 6M',
    'neural-trader walk-forward --data bars.csv --strategy ./my-strategy.ts --param fast=5,10,20 --train 500 --test 125 --mode anchored --purge 20',
    'neural-trader walk-forward --data sp500 --strategy sma-cross --param fast=5:25:5 --param slow=30,60 --mode combinatorial --groups 8 --purge trades',
    'neural-trader walk-forward --data aapl --strategy sma-cross --param fast=5:20:5 --param slow=30:60:10 --train 250 --test 60 --map fast,slow --json',
  ])
}
