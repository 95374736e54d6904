import { measureGuide } from '../report/measure-groups.ts'
import { formatMeasure } from '../report/measure-guide.ts'
import type { Comparison } from './compare-runs.ts'

const headline = [
  'finalEquity',
  'totalReturn',
  'cagr',
  'annualVolatility',
  'sharpeRatio',
  'sortinoRatio',
  'calmarRatio',
  'maxDrawdown',
  'maxDrawdownDuration',
  'trades',
  'winRate',
  'profitFactor',
  'averageTrade',
  'exposureTime',
  'totalFees',
] as const

/** The headline measures as text: a row a measure, its label first, then a cell for each run. */
export function comparisonRows({ runs }: Comparison): readonly (readonly string[])[] {
  return headline.map((key) => {
    const guide = measureGuide(key)
    const cells = runs.map((run) => formatMeasure(guide, run.measures, run.conventions))
    return [guide.label].concat(cells)
  })
}
