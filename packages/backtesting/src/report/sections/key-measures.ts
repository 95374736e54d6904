import type { Measures } from '../../measures.ts'
import type { BacktestResult } from '../../result.ts'
import { formatCount, formatRatio, formatSignedPercent } from '../format-number.ts'
import { formatDuration } from '../format-time.ts'
import { type Html, markup } from '../html.ts'
import { measureGuide } from '../measure-groups.ts'
import { formatMeasure } from '../measure-guide.ts'

/** The measures a reader asks for first, as cards. */
export function keyMeasures(result: BacktestResult): Html {
  return markup`<section aria-label="Key measures">
    <ul class="cards">
      ${cards.map((key) => card(result, key))}
    </ul>
  </section>`
}

const cards = [
  'totalReturn',
  'cagr',
  'sharpeRatio',
  'maxDrawdown',
  'annualVolatility',
  'winRate',
  'profitFactor',
  'exposureTime',
] as const

type CardKey = (typeof cards)[number]

function card(result: BacktestResult, key: CardKey): Html {
  const guide = measureGuide(key)
  const value = result.measures[key]
  const note = Number.isNaN(value)
    ? capitalised(guide.undefinedBecause)
    : notes[key](result.measures)
  const text = formatMeasure(guide, result.measures, result.conventions)
  return markup`<li class="card">
    <span class="label">${guide.label}</span>
    <span class="value${toned.has(key) ? tone(value) : ''}">${text}</span>
    <span class="note">${note}</span>
  </li>`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const toned = new Set<CardKey>(['totalReturn', 'cagr'])

function tone(value: number): string {
  return value > 0 ? ' gain' : value < 0 ? ' loss' : ''
}

const notes: Readonly<Record<CardKey, (measures: Measures) => string>> = {
  totalReturn: ({ buyAndHoldReturn }) =>
    Number.isNaN(buyAndHoldReturn) ? '' : `Buy and hold ${formatSignedPercent(buyAndHoldReturn)}`,
  cagr: () => 'Compound growth a year',
  sharpeRatio: ({ sortinoRatio }) =>
    Number.isNaN(sortinoRatio) ? '' : `Sortino ${formatRatio(sortinoRatio)}`,
  maxDrawdown: ({ maxDrawdownDuration }) =>
    Number.isNaN(maxDrawdownDuration) ? '' : `Longest ${formatDuration(maxDrawdownDuration)}`,
  annualVolatility: ({ beta }) => (Number.isNaN(beta) ? '' : `Beta ${formatRatio(beta)}`),
  winRate: ({ closedTrades }) => `Of ${formatCount(closedTrades)} closed trades`,
  profitFactor: () => 'Profits over losses',
  exposureTime: () => 'Share of bars with a position',
}
