import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type ErrorCode, NeuralTraderError } from '@neural-trader/core'

/** A row of a factor file: what holds for days up to and including `date`. */
export type FactorRow = {
  /** `YYYY-MM-DD`, the last day before the ex-date of the action that ends the row. */
  readonly date: string
  /** Product of all later dividend factors `1 - dividend / close before`; 0 to 1. */
  readonly priceFactor: number
  /** Product of all later `old shares / new shares`. */
  readonly splitFactor: number
  /** Raw close of `date`; 1 or 0 where it is not known. */
  readonly referencePrice: number
}

const columns = ['date', 'priceFactor', 'splitFactor', 'referencePrice'] as const

/**
 * Reads a factor file of the LEAN layout (`factor_files/aapl.csv`): no header; date as YYYYMMDD,
 * price factor, split factor, reference price. A day takes the first row whose date is not before
 * it, and its adjusted price is the raw one times both factors.
 *
 * @throws NeuralTraderError `FILE_NOT_READABLE`, `DATA_EMPTY`, `DATA_FORMAT`, `DATA_NOT_FINITE`,
 * `DATA_NOT_POSITIVE`, `DATA_UNSORTED` or `DATA_DUPLICATE_TIME`, with the row (from 1) and the
 * column.
 */
export async function readFactorFile(location: string | URL): Promise<FactorRow[]> {
  const path = location instanceof URL ? fileURLToPath(location) : location
  const lines = (await readText(path)).split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length === 0)
    throw new NeuralTraderError('DATA_EMPTY', `${path} has no rows: give a whole factor file`, {
      details: { path },
    })
  const rows = lines.map((line, index) => parseRow(line, index + 1, path))
  refuseUnsorted(rows, path)
  return rows
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new NeuralTraderError(
      'FILE_NOT_READABLE',
      `${path} cannot be read (${reason}): check the path and its permissions`,
      { details: { path }, cause },
    )
  }
}

function parseRow(line: string, row: number, path: string): FactorRow {
  const cells = line.split(',').map((cell) => cell.trim())
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(cells[0] ?? '') ?? []
  const date = `${year}-${month}-${day}`
  if (!isDate(date)) throw rowError(path, 'DATA_FORMAT', row, 0, cells[0], 'a date: write YYYYMMDD')
  const number = (index: number, least: number): number =>
    parseNumber(cells[index], least, (code, wanted) =>
      rowError(path, code, row, index, cells[index], wanted),
    )
  return {
    date,
    priceFactor: number(1, Number.MIN_VALUE),
    splitFactor: number(2, Number.MIN_VALUE),
    referencePrice: cells.length === 3 ? 0 : number(3, 0),
  }
}

/** Whether the calendar has this day: JavaScript takes 31 February for 3 March. */
function isDate(date: string): boolean {
  const time = Date.parse(date)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

function parseNumber(
  cell: string | undefined,
  least: number,
  error: (code: ErrorCode, wanted: string) => NeuralTraderError,
): number {
  const value = Number(cell === '' ? undefined : cell)
  if (Number.isNaN(value)) throw error('DATA_FORMAT', 'a number: write it with digits and a point')
  if (!Number.isFinite(value)) throw error('DATA_NOT_FINITE', 'finite: correct the row')
  if (value < least)
    throw error('DATA_NOT_POSITIVE', least === 0 ? 'at least 0: correct it' : 'above 0: correct it')
  return value
}

function refuseUnsorted(rows: readonly FactorRow[], path: string): void {
  for (let index = 1; index < rows.length; index++) {
    const [before, now] = [rows[index - 1]!.date, rows[index]!.date]
    if (now === before)
      throw rowError(path, 'DATA_DUPLICATE_TIME', index + 1, 0, now, 'new: keep one row a date')
    if (now < before)
      throw rowError(
        path,
        'DATA_UNSORTED',
        index + 1,
        0,
        now,
        `after ${before}: sort the rows by date, oldest first`,
      )
  }
}

function rowError(
  path: string,
  code: ErrorCode,
  row: number,
  column: number,
  value: string | undefined,
  wanted: string,
): NeuralTraderError {
  const name = columns[column]!
  return new NeuralTraderError(
    code,
    `${path}, row ${row}: ${name} holds ${value === undefined ? 'nothing' : `'${value}'`}, which is not ${wanted}`,
    { details: { source: path, row, column: name, value: value ?? null } },
  )
}
