import type { Measures } from '../measures.ts'
import { formatPlain, formatRatio } from '../report/format-number.ts'
import type { SweepTable } from '../sweep/sweep-table.ts'

/** The best rows of a sweep as text. */
export type TopRows = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const shown: readonly (keyof Measures)[] = [
  'totalReturn',
  'cagr',
  'sharpeRatio',
  'sortinoRatio',
  'maxDrawdown',
  'trades',
  'winRate',
  'profitFactor',
]

/** At most so many rows, the highest of a measure first; rows without it are left out. */
export function topRows(table: SweepTable, measure: keyof Measures, most: number): TopRows {
  const column = table.measures[measure]
  const order = [...column.keys()]
    .filter((row) => !Number.isNaN(column[row]))
    .toSorted((a, b) => column[b]! - column[a]! || a - b)
    .slice(0, most)
  const names = Object.keys(table.params)
  const rest = shown.filter((name) => name !== measure && table.measures[name] !== undefined)
  const measures = [measure, ...rest]
  return {
    head: ['row', ...names, ...measures],
    rows: order.map((row) =>
      [String(row)].concat(
        names.map((name) => formatPlain(table.params[name]?.[row] ?? Number.NaN)),
        measures.map((name) => formatRatio(table.measures[name][row] ?? Number.NaN)),
      ),
    ),
  }
}
