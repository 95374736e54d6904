import { readFileSync } from 'node:fs'

/** The rows of a file of reference columns: cells by the name of their column in lower case. */
export type Table = readonly ReadonlyMap<string, string>[]

/** Reads a file of comma-separated values with a header. */
export function readTable(path: string): Table {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/u, '')
  const [header = [], ...rows] = text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(',').map((cell) => cell.trim().replaceAll('"', '')))
  const names = header.map((name) => name.toLowerCase())
  return rows.map((row) => new Map(names.map((name, at) => [name, row[at] ?? ''])))
}

/** A column as numbers, NaN where a cell is blank; `SPY:close` takes the rows of one symbol. */
export function columnOf(table: Table, name: string): Float64Array {
  const [column = '', symbol] = name.toLowerCase().split(':').toReversed()
  const rows =
    symbol === undefined
      ? table
      : table.filter((row) => row.get('symbol')?.toLowerCase() === symbol)
  return Float64Array.from(rows, (row) => numberOf(row, column))
}

function numberOf(row: ReadonlyMap<string, string>, column: string): number {
  if (column === '@day') return Date.parse((row.get('date') ?? '').slice(0, 10)) / 86_400_000
  const cell = row.get(column)
  if (cell === undefined) throw new Error(`there is no column ${column}`)
  return cell === '' ? Number.NaN : Number(cell)
}
