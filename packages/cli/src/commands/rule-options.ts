import { Option } from 'commander'

import { choiceOption, fractionOption, numberOption } from './values.ts'

/** The rules of a backtest: an option for each plain field of its options, named alike. */
export function ruleOptions(): Option[] {
  return [
    numberOption('--cash <amount>', 'cash at the start (default: 10000, or the profile’s)'),
    choiceOption('--profile <name>', 'rules to start from (default: neural-trader)', [
      'neural-trader',
      'backtesting.py',
      'lean',
    ]),
    choiceOption('--account <kind>', 'margin allows short positions (default: margin)', [
      'cash',
      'margin',
    ]),
    numberOption('--leverage <factor>', 'buying power over equity (default: 1, or the profile’s)'),
    choiceOption('--margin <model>', 'maintenance margin, with calls and liquidations', [
      'reg-t',
      'portfolio',
    ]).conflicts('maintenance'),
    numberOption('--settlement-days <count>', 'days until sales can be spent, in a cash account'),
    choiceOption('--fees <schedule>', 'fees of a broker or exchange', [
      'interactive-brokers-fixed',
      'interactive-brokers-tiered',
      'lean-interactive-brokers',
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
      'when an order decided at a close fills (default: next-open, or the profile’s)',
      ['next-open', 'this-close', 'quote'],
    ),
    choiceOption('--sizing <moment>', 'when the quantity of a target is fixed', [
      'at-decision',
      'at-fill',
    ]),
    fractionOption('--cash-reserve <fraction>', 'how much of equity targets leave free'),
    fractionOption(
      '--minimum-order-margin <fraction>',
      'least change of margin, by equity, for which a target trades',
    ),
    new Option('--hedging', 'let longs and shorts be open at once, each lot closed by name'),
    new Option('--exclusive-orders', 'let a new order close what is open (profile backtesting.py)'),
    choiceOption(
      '--calendar <name>',
      'when the instruments trade; auto: by their venues (default: none)',
      ['auto', 'none', 'XNYS', 'XNAS', 'XLON', 'XETR', 'XTKS', 'XHKG', 'CMES', '24/5', '24/7'],
    ),
    choiceOption(
      '--cutoffs <rule>',
      'when orders at the open or close come too late (default: venue, its rules)',
      ['venue', 'none'],
    ),
    new Option('--extended-hours', 'fill orders before and after the sessions too'),
    new Option(
      '--adjust-orders-for-dividends',
      'lower waiting buy limits and sell stops by a dividend',
    ),
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

/** A maintenance margin that is one share of every position. */
export function maintenanceOption(): Option {
  return fractionOption('--maintenance <fraction>', 'maintenance margin as a share of positions')
}

/** What debts and shorts cost. */
export function financingOptions(): Option[] {
  return [
    fractionOption('--debit-rate <fraction>', 'annual interest on debts: 0.08 or 8%'),
    fractionOption('--credit-rate <fraction>', 'annual interest on cash'),
    fractionOption('--borrow-rate <fraction>', 'annual fee on the value of shorts'),
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
