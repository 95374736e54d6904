import type { Assumptions } from '../../assumptions.ts'
import type { BacktestResult } from '../../result.ts'
import { formatCount } from '../format-number.ts'
import { areDaily, endsOf, formatDate, formatTime } from '../format-time.ts'
import { refusalWords } from '../refusal-words.ts'
import { equityChart } from './equity-chart.ts'
import { headlineTable } from './headline-table.ts'
import { type Line, piece, printLine, type Terminal } from './terminal-line.ts'

/** What the terminal can show; `width` in columns. */
export type SummaryOptions = {
  readonly width: number
  /** Whether to use ANSI colours. */
  readonly color: boolean
  /** Whether to use characters beyond ASCII; true unless given. */
  readonly unicode?: boolean
}

/**
 * A run on one screen of a terminal: who traded what, the headline measures, a chart of equity and
 * the hash of the log. No line is wider than `width` or ends in a space; without a final newline.
 */
export function renderSummary(result: BacktestResult, options: SummaryOptions): string {
  const terminal: Terminal = { ...options, unicode: options.unicode ?? true }
  const lines = [
    ...heading(result),
    [],
    ...headlineTable(result, terminal),
    [],
    ...equityChart(result, terminal),
    [],
    ...refusals(result),
    [piece('Log      ', 'dim'), piece(`sha256 ${result.log.hash}`, 'dim')],
  ]
  return lines.map((line) => printLine(line, terminal)).join('\n')
}

function heading({ strategy, bars, time, assumptions }: BacktestResult): Line[] {
  const moment = areDaily(bars) ? formatDate : formatTime
  const params = Object.entries(strategy.params).map(([name, value]) => `${name}=${value}`)
  const series = bars.map(
    ({ instrument, timeframe, time }) => `${instrument} ${formatCount(time.length)} × ${timeframe}`,
  )
  const more = series.length > 3 ? [...series.slice(0, 3), `and ${series.length - 3} more`] : series
  const [first, last] = endsOf(time)
  return [
    [piece(strategy.name, 'strong'), piece(params.length > 0 ? `  ${params.join(' ')}` : '')],
    [piece(more.join(', '), 'dim')],
    [
      piece(
        `${moment(first)} to ${moment(last)}, ${fills[assumptions.fillPolicy]}${calendars(assumptions)}`,
        'dim',
      ),
    ],
  ]
}

function calendars({ hours }: Assumptions): string {
  const names = hours.flatMap(({ calendar }) => (calendar === null ? [] : [calendar]))
  return names.length === 0 ? '' : `, sessions of ${[...new Set(names)].join(', ')}`
}

const fills = {
  'next-open': 'fills at the next open',
  'this-close': 'fills at the same close',
  quote: 'fills at the quote of the same close',
} as const

function refusals({ refusals }: BacktestResult): Line[] {
  return Object.entries(refusals).map(([reason, count]) => [
    piece('Refused  ', 'dim'),
    piece(`${formatCount(count)} × ${refusalWords(reason)}`),
  ])
}
