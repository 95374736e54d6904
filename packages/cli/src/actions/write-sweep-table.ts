import { writeFile } from 'node:fs/promises'

import type { SweepTable } from '@neural-trader/backtesting'
import { NeuralTraderError } from '@neural-trader/core'

/**
 * Writes the table of a sweep: a row a combination, a column a parameter or measure, what is undefined
 * an empty cell (CSV) or null (JSON).
 *
 * @throws NeuralTraderError `FILE_NOT_WRITABLE` naming the path.
 */
export async function writeSweepTable(table: SweepTable, path: string): Promise<void> {
  const text = path.toLowerCase().endsWith('.csv') ? csvOf(table) : jsonOf(table)
  try {
    await writeFile(path, text)
  } catch (cause) {
    throw new NeuralTraderError('FILE_NOT_WRITABLE', `The table cannot be written to ${path}`, {
      details: { path },
      cause,
    })
  }
}

function csvOf({ params, measures, rows }: SweepTable): string {
  const columns = [...Object.entries(params), ...Object.entries(measures)]
  const lines = Array.from({ length: rows }, (_, row) =>
    columns.map(([, column]) => (Number.isNaN(column[row]) ? '' : String(column[row]))).join(','),
  )
  return [columns.map(([name]) => name).join(','), ...lines, ''].join('\n')
}

function jsonOf({ params, measures, trials, failures }: SweepTable): string {
  const plain = (columns: Readonly<Record<string, Float64Array>>): object =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, Array.from(column)]))
  return `${JSON.stringify({ trials, params: plain(params), measures: plain(measures), failures })}\n`
}
