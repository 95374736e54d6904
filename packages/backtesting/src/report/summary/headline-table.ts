import type { Measures } from '../../measures.ts'
import type { BacktestResult } from '../../result.ts'
import { measureGuide } from '../measure-groups.ts'
import { formatMeasure } from '../measure-guide.ts'
import { type Line, type Piece, piece, type Style, type Terminal } from './terminal-line.ts'

const performance = [
  'finalEquity',
  'totalReturn',
  'buyAndHoldReturn',
  'cagr',
  'sharpeRatio',
  'maxDrawdown',
] as const

const trading = [
  'trades',
  'winRate',
  'profitFactor',
  'averageTrade',
  'exposureTime',
  'totalFees',
] as const

type Headline = (typeof performance)[number] | (typeof trading)[number]

const labelWidth = 18
const valueWidth = 14
const gap = '    '

/** The headline measures in two columns, or in one on a narrow terminal. */
export function headlineTable(result: BacktestResult, { width }: Terminal): Line[] {
  const cells = (keys: readonly Headline[]): Piece[][] => keys.map((key) => cell(result, key))
  const [left, right] = [cells(performance), cells(trading)]
  if (width < 2 * (labelWidth + valueWidth) + gap.length) return [...left, ...right]
  return left.map((line, at) => line.concat(piece(gap), right[at] ?? []))
}

function cell(result: BacktestResult, key: Headline): Piece[] {
  const guide = measureGuide(key)
  const text = formatMeasure(guide, result.measures, result.conventions)
  return [
    piece(guide.label.padEnd(labelWidth), 'dim'),
    piece(text.padStart(valueWidth), styleOf(key, result.measures)),
  ]
}

function styleOf(key: Headline, measures: Measures): Style {
  if (key !== 'totalReturn' && key !== 'cagr' && key !== 'averageTrade') return 'strong'
  return measures[key] > 0 ? 'gain' : measures[key] < 0 ? 'loss' : 'strong'
}
