import type { BacktestResult } from '../../result.ts'
import { formatCount, formatMoney } from '../format-number.ts'
import { areDaily, endsOf, formatDate, formatTime } from '../format-time.ts'
import { plotColumn } from './plot-column.ts'
import { type Line, piece, type Terminal } from './terminal-line.ts'

const rows = 9
const widest = 110
const narrowest = 10

/** Equity over time with its highest and lowest value and the first and last date. */
export function equityChart(result: BacktestResult, { width, unicode }: Terminal): Line[] {
  const labels = axisLabels(result.equity)
  const margin = Math.max(...labels.map(({ length }) => length))
  const columns = Math.min(width, widest) - margin - 2
  if (columns < narrowest) return []
  const plot = plotColumn(result.equity, { columns, rows, unicode })
  const tick = unicode ? [' ┤', ' │'] : [' +', ' |']
  return [
    [piece('Equity'.padStart(margin), 'dim')],
    ...plot.rows.map((line, row) => {
      const label = labels[(row * 2) / (rows - 1)]
      const edge = (label ?? '').padStart(margin) + tick[label ? 0 : 1]
      return [piece(edge, 'dim'), piece(line, 'accent')]
    }),
    [piece(' '.repeat(margin + 2) + dates(result, columns), 'dim')],
  ]
}

/** Labels of the top, the middle and the bottom row; only of the middle where equity is constant. */
function axisLabels(equity: Float64Array): [string, string, string] {
  const finite = equity.filter((value) => Number.isFinite(value))
  const highest = finite.reduce((most, value) => Math.max(most, value), -Infinity)
  const lowest = finite.reduce((least, value) => Math.min(least, value), Infinity)
  const format = highest - lowest < 20 ? formatMoney : formatCount
  if (!(highest > lowest)) return ['', format(highest), '']
  return [format(highest), format((highest + lowest) / 2), format(lowest)]
}

function dates({ bars, time }: BacktestResult, columns: number): string {
  const moment = areDaily(bars) ? formatDate : formatTime
  const [first, last] = endsOf(time).map(moment) as [string, string]
  return columns < first.length + last.length + 2
    ? first.slice(0, columns)
    : first + last.padStart(columns - first.length)
}
