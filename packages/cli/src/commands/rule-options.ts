import { Option } from 'commander'

import { choiceOption, fractionOption, numberOption } from './values.ts'

/** The rules of a backtest: an option for each plain field of its options, named alike. */
export function ruleOptions(): Option[] {
  return [
    numberOption('--cash <amount>', 'cash at the start (default: 10000)'),
    choiceOption('--profile <name>', 'rules to start from (default: neural-trader)', [
      'neural-trader',
      'backtesting.py',
    ]),
    choiceOption('--account <kind>', 'margin allows short positions (default: margin)', [
      'cash',
      'margin',
    ]),
    numberOption('--leverage <factor>', 'buying power over equity (default: 1)'),
    choiceOption('--fees <schedule>', 'fees of a broker or exchange', [
      'interactive-brokers-fixed',
      'interactive-brokers-tiered',
      'alpaca',
      'binance-spot',
      'binance-futures',
    ]),
    fractionOption('--fee-rate <fraction>', 'fee per value of a fill: 0.001 or 0.1%'),
    numberOption('--fee-per-order <amount>', 'fee per fill'),
    fractionOption(
      '--slippage <fraction>',
      'how much worse than quoted market and stop orders fill',
    ),
    fractionOption(
      '--max-volume-share <fraction>',
      'how much of a bar’s volume fills in it (default: any quantity)',
    ),
    fractionOption('--spread <fraction>', 'how much worse than quoted entries fill'),
    choiceOption(
      '--fill-policy <policy>',
      'when an order decided at a close fills (default: next-open)',
      ['next-open', 'this-close'],
    ),
    choiceOption('--sizing <moment>', 'when the quantity of a target is fixed', [
      'at-decision',
      'at-fill',
    ]),
    new Option('--hedging', 'let longs and shorts be open at once (profile backtesting.py)'),
    new Option('--exclusive-orders', 'let a new order close what is open (profile backtesting.py)'),
    new Option('--close-at-end', 'close what is open at the end of the data'),
    new Option('--no-close-at-end', 'leave it open'),
    new Option(
      '--instruments <file>',
      'JSON file with the terms of instruments: kind, multiplier, tick, expiry, funding',
    ),
    numberOption('--price-decimals <count>', 'decimals of prices (default: those of the data)'),
    numberOption('--quantity-decimals <count>', 'decimals of quantities (default: 0, whole units)'),
  ]
}

/** The limits of the risk gate. */
export function limitOptions(): Option[] {
  return [
    numberOption('--max-order-quantity <units>', 'refuse larger orders'),
    numberOption('--max-order-notional <amount>', 'refuse orders of a greater value'),
    numberOption('--max-position <units>', 'refuse what would hold more'),
    numberOption('--max-working-orders <count>', 'refuse more orders at a time'),
  ]
}
