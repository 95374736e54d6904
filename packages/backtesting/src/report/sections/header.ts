import type { BacktestResult } from '../../result.ts'
import { formatCount, formatMoney, formatPercent, formatSignedPercent } from '../format-number.ts'
import { areDaily, endsOf, formatDate, formatSpan, formatTime } from '../format-time.ts'
import { type Html, markup } from '../html.ts'

/** Who traded what and when, and how it ended in one sentence. */
export function header(result: BacktestResult, title: string): Html {
  const { strategy } = result
  const moment = areDaily(result.bars) ? formatDate : formatTime
  const [first, last] = endsOf(result.time)
  return markup`<header>
    <p class="eyebrow">Backtest report${title !== strategy.name && ` of ${strategy.name}`}</p>
    <h1>${title}</h1>
    <p class="params">${parameters(strategy.params)}</p>
    <dl class="facts">
      <div>
        <dt>${result.bars.length > 1 ? 'Instruments' : 'Instrument'}</dt>
        <dd>${instruments(result)}</dd>
      </div>
      <div>
        <dt>Period</dt>
        <dd><time>${moment(first)}</time> to <time>${moment(last)}</time></dd>
      </div>
      <div>
        <dt>Bars</dt>
        <dd>${formatCount(barCount(result))} × ${timeframes(result)}</dd>
      </div>
      <div>
        <dt>Fills</dt>
        <dd>${fills[result.assumptions.fillPolicy]}</dd>
      </div>
    </dl>
    <p class="verdict">${verdict(result)}</p>
  </header>`
}

/** How the run ended, in plain numbers. */
function verdict({ measures, equity }: BacktestResult): string {
  const { startEquity, finalEquity, totalReturn, buyAndHoldReturn, maxDrawdown, trades } = measures
  const span = formatSpan(measures.duration)
  const over = equity.length > 1 ? `over ${span}` : 'on a single bar'
  const count =
    trades === 1 ? 'one trade' : trades === 0 ? 'no trade' : `${formatCount(trades)} trades`
  const outcome = `${formatMoney(startEquity)} became ${formatMoney(finalEquity)} (${formatSignedPercent(totalReturn)}) ${over} with ${count}.`
  const hold = Number.isFinite(buyAndHoldReturn)
    ? ` Buying and holding returned ${formatSignedPercent(buyAndHoldReturn)}.`
    : ''
  const fall =
    maxDrawdown < 0 ? ` The deepest fall from a peak was ${formatPercent(-maxDrawdown)}.` : ''
  return outcome + hold + fall
}

const fills = {
  'next-open': 'at the next open',
  'this-close': 'at the same close',
  quote: 'at the quote of the same close',
} as const

function parameters(params: BacktestResult['strategy']['params']): Html[] {
  return Object.entries(params).map(
    ([name, value]) => markup`<span class="chip">${name} <b>${String(value)}</b></span> `,
  )
}

function instruments({ bars }: BacktestResult): string {
  const names = bars.map(({ instrument }) => instrument)
  return names.length > 6
    ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`
    : names.join(', ')
}

function timeframes({ bars }: BacktestResult): string {
  return [...new Set(bars.map(({ timeframe }) => timeframe))].join(', ')
}

function barCount({ bars }: BacktestResult): number {
  return bars.reduce((sum, { time }) => sum + time.length, 0)
}
