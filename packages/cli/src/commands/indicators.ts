import { Command, Option } from 'commander'

import { addOptions } from './add-options.ts'
import { withExamples } from './examples.ts'
import { handle } from './handle.ts'
import { catalogOption, rangeOptions, readingOptions } from './reading-options.ts'
import { choiceOption, numberOption, pairOption } from './values.ts'

/** `neural-trader indicators`: what can be computed from bars. */
export function indicatorsCommand(signal: AbortSignal): Command {
  const command = new Command('indicators')
    .summary('list, compute, draw and check indicators')
    .description('List the indicators, compute them over bars, draw them, and check your own.')
    .addCommand(listCommand(signal))
    .addCommand(showCommand(signal))
    .addCommand(computeCommand(signal))
    .addCommand(plotCommand(signal))
    .addCommand(checkCommand(signal))
  return withExamples(command, [
    'neural-trader indicators list --group momentum',
    'neural-trader indicators show BBANDS',
    'neural-trader indicators plot --data sp500 --name bollinger-bands --out bands.svg',
    'neural-trader indicators check ./my-feature.ts',
  ])
}

function listCommand(signal: AbortSignal): Command {
  const command = new Command('list')
    .summary('list the indicators')
    .description('List the indicators, with their names in TA-Lib and the columns they read.')
    .option('--group <group>', 'one group only: momentum, overlap, volatility, ...')
    .addOption(
      profileOption('the functions of another library, as it calls them').conflicts('group'),
    )
    .action(
      handle(signal, async () => (await import('../actions/list-indicators.ts')).listIndicators),
    )
  return withExamples(command, [
    'neural-trader indicators list',
    'neural-trader indicators list --group overlap --json | jq -r ".[].name"',
    'neural-trader indicators list --profile tradingview',
  ])
}

function showCommand(signal: AbortSignal): Command {
  const command = new Command('show')
    .summary('show what an indicator computes and takes')
    .description('Show what an indicator computes, its formula, source, parameters and outputs.')
    .argument('<indicator>', 'its name, or its name in TA-Lib')
    .action(
      handle(signal, async () => (await import('../actions/show-indicator.ts')).showIndicator),
    )
  return withExamples(command, [
    'neural-trader indicators show bollinger-bands',
    'neural-trader indicators show BBANDS --json | jq .params',
  ])
}

function computeCommand(signal: AbortSignal): Command {
  const command = new Command('compute')
    .summary('compute indicators over bars into a file')
    .description(
      'Compute a list of indicators over bars, a column each, into a file. The list is a JSON array of { "name", "profile", "params", "output", "as", "inputs" }, of which only the name has to be there: [{"name": "rsi", "params": {"period": 14}}]. An input reads a column of the bars or one that an earlier entry made. No value is an empty cell or null.',
    )
    .addOption(sourceOption())
    .requiredOption('--spec <file>', 'the list of indicators, JSON')
    .addOption(profileOption('whose names, parameters and rules the list speaks of'))
    .requiredOption('--out <file>', 'file to write: .csv, .parquet or .json')
  addData(command)
  command.action(
    handle(
      signal,
      async () => (await import('../actions/compute-indicators.ts')).computeIndicators,
    ),
  )
  return withExamples(command, [
    'neural-trader indicators compute --data bars.csv --spec spec.json --out features.parquet',
    'neural-trader indicators compute --data sp500 --spec spec.json --from 2015-01-01 --out features.csv',
    'neural-trader indicators compute --data sp500 --spec pine.json --profile tradingview --out features.csv',
  ])
}

function plotCommand(signal: AbortSignal): Command {
  const command = new Command('plot')
    .summary('draw an indicator over bars')
    .description(
      'Draw an indicator over bars: prices with what lies over them, and panels for what has a scale of its own. An SVG follows the light or dark colours of its reader; a PNG is drawn by the Chrome, Chromium or Edge of this machine, or the one that CHROME_PATH names.',
    )
    .addOption(sourceOption())
    .requiredOption('--name <indicator>', 'its name, or its name in TA-Lib')
    .addOption(pairOption('--param <name=value>', 'a parameter of it; repeatable'))
    .requiredOption('--out <file>', 'file to write: .svg or .png')
  addOptions(command, 'Looks:', [
    numberOption('--last <bars>', 'bars to show, the last ones (default: 180)'),
    numberOption('--width <pixels>', 'width of the picture (default: 960)'),
    choiceOption('--theme <theme>', 'colours (default: auto, a PNG light)', [
      'auto',
      'light',
      'dark',
    ]),
    choiceOption('--prices <form>', 'how prices are drawn (default: candles up to 250 bars)', [
      'candles',
      'line',
    ]),
  ])
  addData(command)
  command.action(
    handle(signal, async () => (await import('../actions/plot-indicator.ts')).plotIndicator),
  )
  return withExamples(command, [
    'neural-trader indicators plot --data bars.csv --name bollinger-bands --param period=20 --out bands.svg',
    'neural-trader indicators plot --data sp500 --name MACD --from 2019-01-01 --last 250 --out macd.png',
    'neural-trader indicators plot --data aapl --name supertrend --theme dark --out supertrend.svg',
  ])
}

function checkCommand(signal: AbortSignal): Command {
  const command = new Command('check')
    .summary('check that your feature does not look ahead')
    .description(
      'Check that a feature of yours is causal: its value at a bar must not change with what comes after the bar. The module exports functions from bars to a column of numbers, or to an object of columns, or a strategy, whose declared indicators are checked. Names the first bar at fault, and ends with exit code 1 if there is one.',
    )
    .argument('<feature>', 'a module that exports features or a strategy (.ts, .js)')
    .addOption(
      new Option('--data <source>', 'file (CSV, Parquet), sample or name in the catalogue').default(
        'sp500',
      ),
    )
    .addOption(
      numberOption('--cuts <count>', 'bars at which the future is taken away (default: 64)'),
    )
    .addOption(
      numberOption('--tolerance <number>', 'relative difference that counts as equal (default: 0)'),
    )
  addData(command)
  command.action(
    handle(signal, async () => (await import('../actions/check-feature.ts')).checkFeature),
  )
  return withExamples(command, [
    'neural-trader indicators check ./my-feature.ts',
    'neural-trader indicators check ./my-strategy.ts --data bars.csv --cuts 500',
    'neural-trader indicators check ./my-feature.ts --json | jq ".[].faults"',
  ])
}

function profileOption(description: string): Option {
  return choiceOption('--profile <library>', description, ['talib', 'tradingview'])
}

function sourceOption(): Option {
  return new Option(
    '--data <source>',
    'file (CSV, Parquet), sample or name in the catalogue',
  ).makeOptionMandatory()
}

function addData(command: Command): void {
  addOptions(command, 'Data:', [
    ...rangeOptions(),
    new Option('--timeframe <length>', 'put bars together first: 1h, 1d, 1w, 1M'),
    catalogOption(),
  ])
  addOptions(command, 'Reading files:', readingOptions())
}
