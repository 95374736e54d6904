import type { BacktestResult } from '../../result.ts'
import { rollingMeasures, type RollingMeasure } from '../../statistics/rolling-measures.ts'
import { buyAndHoldEquity } from '../buy-and-hold.ts'
import { columnAtSteps, rowsAtSteps } from '../closes-at-steps.ts'
import { dayReturns, type DayReturns } from '../day-returns.ts'
import { barsFigure } from '../figures/bars-figure.ts'
import { lineFigure } from '../figures/line-figure.ts'
import { formatCount, formatPercent, formatRatio, formatSignedPercent } from '../format-number.ts'
import { type Html, markup } from '../html.ts'
import { monthlyReturns } from '../monthly-returns.ts'

const bins = 41
const window = 126

/** Returns by year beside buying and holding, their distribution by day, and risk over time. */
export function returnsSection(result: BacktestResult): Html | false {
  const days = dayReturns(result.time, result.equity, result.measures.startEquity)
  if (days.returns.length < 20) return false
  return markup`<section aria-labelledby="returns-title">
    <h2 id="returns-title">Returns and risk over time</h2>
    <div class="columns">
      ${yearBars(result)}
      ${distribution(days)}
    </div>
    ${days.returns.length > window && rolling(result, days)}
  </section>`
}

function yearBars(result: BacktestResult): Html {
  const { time, equity, measures } = result
  const ours = monthlyReturns(time, equity, measures.startEquity)
  const held = result.bars.map((series, at) =>
    columnAtSteps(result.holding(at), rowsAtSteps(series, time)),
  )
  const cash = measures.startEquity
  const holder = buyAndHoldEquity(held, { cash, step: result.firstTradable })
  const theirs = monthlyReturns(time, holder, cash)
  return barsFigure({
    caption: 'Return by year',
    labels: ours.map(({ year }) => String(year)),
    bars: [
      { name: 'Strategy', values: ours.map(({ total }) => total), tone: 0 },
      { name: 'Buy and hold', values: theirs.map(({ total }) => total), tone: 4 },
    ],
    format: formatPercent,
  })
}

function distribution({ returns }: DayReturns): Html {
  const sorted = returns.toSorted()
  const reach = Math.max(
    Math.abs(sorted[Math.floor(sorted.length * 0.005)] ?? 0),
    Math.abs(sorted[Math.floor(sorted.length * 0.995)] ?? 0),
    1e-6,
  )
  const counts = Array.from({ length: bins }, () => 0)
  for (const value of returns) {
    const bin = Math.floor(((value + reach) / (2 * reach)) * bins)
    counts[Math.min(bins - 1, Math.max(0, bin))]! += 1
  }
  const edge = (bin: number): string => formatSignedPercent(-reach + (2 * reach * bin) / bins)
  return barsFigure({
    caption: 'Days by their return; the outermost take all beyond',
    labels: counts.map((_, bin) => edge(bin)),
    bars: [{ name: 'Days', values: counts, tone: 0 }],
    format: formatCount,
    labelled: 'edges',
  })
}

function rolling({ conventions }: BacktestResult, { time, returns }: DayReturns): Html {
  const perDay = conventions.returnsPer === 'day' ? conventions.periodsPerYear : 252
  const given = { periodsPerYear: perDay, riskFreeRate: conventions.riskFreeRate }
  const of = (measure: RollingMeasure): Float64Array =>
    rollingMeasures(returns, { measure, window, conventions: given })
  const line = (name: string, values: Float64Array, tone: number) => [
    { name, values: values.map((value) => (Number.isFinite(value) ? value : Number.NaN)), tone },
  ]
  return markup`<div class="stack spaced">
    ${lineFigure({ caption: `Sharpe ratio of the last ${window} days`, time, lines: line('Sharpe ratio', of('sharpeRatio'), 0), format: formatRatio, height: 180 })}
    ${lineFigure({ caption: `Annual volatility of the last ${window} days`, time, lines: line('Volatility', of('annualVolatility'), 1), format: formatPercent, height: 180 })}
  </div>`
}
