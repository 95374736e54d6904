import type { Assumptions } from '../../assumptions.ts'
import type { BacktestResult } from '../../result.ts'
import { formatCount, formatMoney, formatPercent, formatPlain } from '../format-number.ts'
import { type Html, markup } from '../html.ts'
import { refusalWords } from '../refusal-words.ts'
import { warmUpSteps } from '../steps.ts'
import { feeWords, slippageWords, volumeWords, worseWords } from './cost-words.ts'

/** How the run was made and measured, what was refused, and the fingerprint of its log. */
export function method(result: BacktestResult): Html {
  return markup`<section aria-labelledby="method-title">
    <h2 id="method-title">Method</h2>
    <div class="columns">
      <div class="stack">${block('How trades were simulated', assumptions(result))}</div>
      <div class="stack">
        ${block('How it was measured', conventions(result))}
        ${block('Orders and refusals', refusals(result))}
        ${block('Event log', eventLog(result))}
      </div>
    </div>
  </section>`
}

type Fact = readonly [name: string, value: string | Html]

function block(title: string, facts: readonly Fact[]): Html {
  return markup`<div class="panel">
    <h3>${title}</h3>
    <dl class="method">
      ${facts.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>
  </div>`
}

function assumptions({ assumptions, strategy, bars }: BacktestResult): Fact[] {
  return [
    ['Strategy', `${strategy.name}, ${forms[strategy.form]}`],
    ['Rules', profiles[assumptions.profile]],
    ['Fill policy', fillPolicies[assumptions.fillPolicy]],
    ['Sizing', sizings[assumptions.sizing]],
    ['Account', account(assumptions)],
    ['Starting cash', formatMoney(assumptions.cash)],
    ['Fees', feeWords(assumptions)],
    ['Slippage', slippageWords(assumptions.slippage)],
    ['Volume', volumeWords(assumptions.maxVolumeShare)],
    ['Spread', worseWords(assumptions.spread, 'Every entry fills')],
    ...lotRules(assumptions),
    [
      'At the end',
      assumptions.closeAtEnd
        ? 'Open positions are closed at the last bar.'
        : 'Open positions stay open and are marked at the last close.',
    ],
    ['Precision', precision(assumptions, bars)],
  ]
}

const forms = {
  declarative: 'declared as rules and run by the engine',
  typescript: 'written in TypeScript',
} as const

const profiles = {
  'neural-trader': 'Those of Neural Trader.',
  'backtesting.py': 'Those of backtesting.py, for comparison with its results.',
} as const

const fillPolicies = {
  'next-open': 'A market order decided at the close of a bar fills at the open of the next bar.',
  'this-close':
    'A market order decided at the close of a bar fills at that close, a price that was only known as the bar ended.',
  quote:
    'A market order decided on a quote fills at the far side of the next quote, as far as its size goes.',
  'this-quote':
    'A market order decided on a quote fills at the far side of that quote, as if orders took no time.',
} as const

const sizings = {
  'at-decision': 'The quantity of a target order is fixed at the close at which it is decided.',
  'at-fill': 'The quantity of a target order is fixed at the price at which it fills.',
} as const

function lotRules({ hedging, exclusiveOrders }: Assumptions): Fact[] {
  const facts: Fact[] = []
  if (hedging) facts.push(['Hedging', 'Longs and shorts can be open at once.'])
  if (exclusiveOrders) facts.push(['Exclusive orders', 'A new order closes what is open.'])
  return facts
}

function account({ account, leverage }: Assumptions): string {
  if (account === 'cash') return 'Cash account: no borrowing.'
  return leverage === 1
    ? 'Margin account, without leverage.'
    : `Margin account, leverage up to ${formatPlain(leverage)} to 1.`
}

function precision({ scales }: Assumptions, bars: BacktestResult['bars']): string {
  const words = scales.map(
    ({ price, quantity }) => `prices to ${decimals(price)}, quantities to ${decimals(quantity)}`,
  )
  const [first = ''] = words
  const text = words.every((word) => word === first)
    ? first
    : words.map((word, at) => `${bars[at]?.instrument ?? at}: ${word}`).join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function decimals(count: number): string {
  return count === 0 ? 'whole units' : count === 1 ? '1 decimal' : `${count} decimals`
}

function conventions({ conventions: used, measures, time }: BacktestResult): Fact[] {
  const warmUp = warmUpSteps(time, measures.start)
  return [
    [
      'Convention',
      used.profile === 'neural-trader' ? 'Neural Trader’s own.' : `That of ${used.profile}.`,
    ],
    [
      'Measured',
      warmUp === 0
        ? 'From the first bar.'
        : `After ${formatCount(warmUp)} bars of warm-up, in which the strategy could not decide.`,
    ],
    ['Returns', used.returnsPer === 'bar' ? 'Of each bar.' : 'Of each calendar day (UTC).'],
    ['Periods a year', formatPlain(used.periodsPerYear)],
    ['Days a year', `${formatPlain(used.daysPerYear)}, for compound growth`],
    [
      'Deviations',
      used.ddof === 1
        ? 'Of a sample (divided by n\u00A0−\u00A01).'
        : 'Of a population (divided by n).',
    ],
    ['Risk-free rate', `${formatPercent(used.riskFreeRate)} a year`],
    [
      'Annualisation',
      used.annualisation === 'geometric'
        ? 'Geometric: returns compound.'
        : 'Arithmetic: mean return times periods.',
    ],
    [
      'Trade statistics',
      used.tradeStatistics === 'pnl'
        ? 'Profit factor and expectancy are of profits in money.'
        : 'Profit factor and expectancy are of returns.',
    ],
  ]
}

function refusals({ refusals, orders, fills }: BacktestResult): Fact[] {
  const reasons = Object.entries(refusals).toSorted(([, a], [, b]) => b - a)
  return [
    ['Orders submitted', formatCount(orders.step.length)],
    ['Fills', formatCount(fills.step.length)],
    ...reasons.map(([reason, count]): Fact => [refusalWords(reason), formatCount(count)]),
    ...(reasons.length === 0 ? [['Refused or cancelled', 'None.'] as const] : []),
  ]
}

function eventLog({ log }: BacktestResult): Fact[] {
  return [
    ['Records', formatCount(log.records)],
    ['SHA-256', markup`<code>${log.hash}</code>`],
    [
      'Purpose',
      'The same strategy, data and settings give the same log, byte for byte: compare the hash to know that two runs agree.',
    ],
  ]
}
