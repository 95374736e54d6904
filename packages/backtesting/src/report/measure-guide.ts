import type { Conventions, Measures } from '../measures.ts'
import {
  formatCount,
  formatMoney,
  formatPercent,
  formatRatio,
  formatSignedMoney,
  formatSignedPercent,
  undefinedMark,
} from './format-number.ts'
import { formatDuration } from './format-time.ts'

/** How a measure is printed. */
type Kind = 'money' | 'gain' | 'share' | 'return' | 'ratio' | 'count' | 'duration'

/** A measure with its name, its meaning, and why it may be undefined. */
export type MeasureGuide = {
  readonly key: keyof Measures
  readonly label: string
  readonly kind: Kind
  readonly meaning: string
  /** Why there is no number, for a reader of the page. */
  readonly undefinedBecause: string
}

/** The measure as text, an en dash where it is undefined. */
export function formatMeasure(
  guide: MeasureGuide,
  measures: Measures,
  conventions: Conventions,
): string {
  const value = measures[guide.key]
  if (Number.isNaN(value)) return undefinedMark
  return formats[kindOf(guide, conventions)](value)
}

/** Expectancy is of profits or of returns, as the conventions say. */
function kindOf({ key, kind }: MeasureGuide, { tradeStatistics }: Conventions): Kind {
  return key === 'expectancy' && tradeStatistics === 'return' ? 'return' : kind
}

const formats: Readonly<Record<Kind, (value: number) => string>> = {
  money: formatMoney,
  gain: formatSignedMoney,
  share: formatPercent,
  return: formatSignedPercent,
  ratio: formatRatio,
  count: formatCount,
  duration: formatDuration,
}
