import type { Assumptions } from '../../assumptions.ts'
import type { BacktestResult } from '../../result.ts'
import { formatCount, formatMoney, formatPercent, formatPlain } from '../format-number.ts'
import { type Html, markup } from '../html.ts'
import { refusalWords } from '../refusal-words.ts'
import { warmUpSteps } from '../steps.ts'
import { accountTerms } from './account-words.ts'
import { hoursWords } from './hours-words.ts'
import { perInstrument } from './per-instrument.ts'
import { actionWords } from './action-words.ts'
import { feeWords, slippageWords, volumeWords, worseWords } from './cost-words.ts'
import { instrumentFacts } from './instrument-words.ts'

/** How the run was made and measured, what was refused, and the fingerprint of its log. */
export function method(result: BacktestResult): Html {
  return markup`<section aria-labelledby="method-title">
    <h2 id="method-title">Method</h2>
    <div class="columns">
      <div class="stack">${block('How trades were simulated', assumptions(result))}</div>
      <div class="stack">
        ${block('How it was measured', conventions(result))}
        ${block('Orders and refusals', refusals(result))}
        ${attended(result)}
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

/** What happened to an account that was looked after between its orders. */
function attended({ assumptions: { margin, financing }, account }: BacktestResult): Html | '' {
  const facts: Fact[] = []
  if (margin !== undefined) {
    facts.push(['Margin warnings', formatCount(account.marginWarnings)])
    facts.push(['Margin calls', formatCount(account.marginCalls)])
    facts.push(['Liquidation orders', formatCount(account.liquidations)])
  }
  if (financing !== undefined) {
    facts.push(['Interest received less paid', formatMoney(account.interest)])
    facts.push(['Borrow fees paid', formatMoney(account.borrowFees)])
  }
  return facts.length === 0 ? '' : block('Margin and financing', facts)
}

function assumptions(result: BacktestResult): Fact[] {
  const { assumptions, strategy, bars, totalFunding } = result
  const actions = actionWords(result)
  return [
    ['Strategy', `${strategy.name}, ${forms[strategy.form]}`],
    ['Rules', profiles[assumptions.profile]],
    ['Fill policy', fillPolicies[assumptions.fillPolicy]],
    ...fillModel(assumptions),
    ...quoteRules(assumptions, bars),
    ['Sizing', sizings[assumptions.sizing]],
    ...targetRules(assumptions),
    ['Account', account(assumptions)],
    ...accountTerms(assumptions),
    ['Starting cash', formatMoney(assumptions.cash)],
    ['Fees', feeWords(assumptions)],
    ['Slippage', slippageWords(assumptions.slippage)],
    ['Volume', volumeWords(assumptions.maxVolumeShare)],
    ['Spread', worseWords(assumptions.spread, 'Every entry fills')],
    ['Trading hours', hoursWords(assumptions.hours, bars)],
    ...lotRules(assumptions),
    ...(actions === undefined ? [] : [['Corporate actions', actions] as const]),
    [
      'At the end',
      assumptions.closeAtEnd
        ? 'Open positions are closed at the last bar.'
        : 'Open positions stay open and are marked at the last close.',
    ],
    ['Precision', precision(assumptions, bars)],
    ...instrumentFacts(assumptions, totalFunding),
  ]
}

const forms = {
  declarative: 'declared as rules and run by the engine',
  typescript: 'written in TypeScript',
} as const

const profiles = {
  'neural-trader': 'Those of Neural Trader.',
  'backtesting.py': 'Those of backtesting.py, for comparison with its results.',
  lean: 'Those of LEAN for stocks in the United States, for comparison with its results.',
} as const

const fillPolicies = {
  'next-open': 'A market order decided at the close of a bar fills at the open of the next bar.',
  'this-close':
    'A market order decided at the close of a bar fills at that close, a price that was only known as the bar ended.',
  quote:
    'A market order decided at the close of a bar fills at the quote of that moment: buys at the ask, sells at the bid.',
  'next-quote':
    'A market order decided on a quote fills at the far side of the next quote, as far as its size goes.',
  'this-quote':
    'A market order decided on a quote fills at the far side of that quote, as if orders took no time.',
} as const

const sizings = {
  'at-decision': 'The quantity of a target order is fixed at the close at which it is decided.',
  'at-fill': 'The quantity of a target order is fixed at the price at which it fills.',
} as const

function fillModel({ fillModel: name }: Assumptions): Fact[] {
  if (name === undefined) return []
  return [['Fill model', `${name}: code of the user decides prices and quantities of fills.`]]
}

function lotRules({ hedging, exclusiveOrders }: Assumptions): Fact[] {
  const facts: Fact[] = []
  if (hedging)
    facts.push(['Hedging', 'Longs and shorts can be open at once; each side binds its margin.'])
  if (exclusiveOrders) facts.push(['Exclusive orders', 'A new order closes what is open.'])
  return facts
}

function quoteRules({ barsWithoutQuote }: Assumptions, bars: BacktestResult['bars']): Fact[] {
  if (barsWithoutQuote === undefined) return []
  const words = barsWithoutQuote.map((missing, at) => {
    const { instrument = at, time } = bars[at] ?? {}
    return `${instrument}: ${formatCount(missing)} of ${formatCount(time?.length ?? 0)}`
  })
  return [['Bars without a quote', `Orders there fill at the close. ${words.join('; ')}.`]]
}

function targetRules({ cashReserve, minimumOrderMargin }: Assumptions): Fact[] {
  const facts: Fact[] = []
  if (cashReserve !== undefined) {
    facts.push([
      'Cash reserve',
      `Targets leave ${formatPlain(cashReserve * 100)} % of equity free.`,
    ])
  }
  if (minimumOrderMargin !== undefined) {
    const least = `${formatPlain(minimumOrderMargin * 100)} % of equity`
    facts.push(['Smallest change', `A target trades where the margin changes by ${least} or more.`])
  }
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
  const text = perInstrument(words, bars)
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
