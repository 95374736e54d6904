import type { Measures } from '../measures.ts'

/** Measures of which less is better. */
const lessIsBetter: ReadonlySet<keyof Measures> = new Set([
  'annualVolatility',
  'maxDrawdownDuration',
  'averageDrawdownDuration',
])

/** Measures of which more is better. Of drawdowns, which are negative, too. */
const moreIsBetter: ReadonlySet<keyof Measures> = new Set([
  'totalReturn',
  'annualReturn',
  'cagr',
  'finalEquity',
  'sharpeRatio',
  'sortinoRatio',
  'calmarRatio',
  'omegaRatio',
  'alpha',
  'sqn',
  'maxDrawdown',
  'averageDrawdown',
  'winRate',
  'profitFactor',
  'expectancy',
  'averageTrade',
])

/** Which of several values of a measure are the best; none where that means nothing, or all agree. */
export function bestOf(measure: keyof Measures, values: readonly number[]): ReadonlySet<number> {
  const sign = moreIsBetter.has(measure) ? 1 : lessIsBetter.has(measure) ? -1 : 0
  const known = values.filter((value) => !Number.isNaN(value))
  const best = sign * Math.max(...known.map((value) => sign * value))
  if (sign === 0 || known.length < 2 || known.every((value) => value === best)) return new Set()
  return new Set([...values.keys()].filter((at) => values[at] === best))
}
