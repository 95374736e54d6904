import { NeuralTraderError } from '@neural-trader/core'
import {
  type ColumnMapping,
  type ColumnPositions,
  findColumns,
  hasBarColumns,
} from '../read/columns.ts'
import type { FileHead } from './file-head.ts'
import { type CsvRecord, firstRecords } from './records.ts'

/** How a CSV file is laid out. */
export type CsvLayout = {
  readonly delimiter: string
  /** The last line of the header, counted from 1; 0 where there is none. */
  readonly headerEnd: number
  /** What DuckDB skips to get past it: blank lines one by one, and the header as one record. */
  readonly skip: number
  /** Names of the columns, or their positions where there is no header. */
  readonly names: readonly string[]
  readonly positions: ColumnPositions
  /** The first row of data. */
  readonly firstRow: readonly string[]
}

const delimiters = [',', ';', '\t', '|'] as const

/**
 * Finds delimiter, header and columns in the beginning of a file.
 *
 * @throws NeuralTraderError `DATA_FORMAT`, `DATA_MISSING_COLUMN` or `DATA_EMPTY`.
 */
export function findLayout(
  path: string,
  head: FileHead,
  delimiter: string | undefined,
  mapping: ColumnMapping = {},
): CsvLayout {
  const chosen = delimiter ?? detectDelimiter(path, head)
  const records = sampleRecords(head, chosen)
  const [first] = records
  if (first === undefined) throw empty(path, 'holds only blank lines')
  if (first.fields.length === 1) throw wrongDelimiter(path, head, chosen)
  const headless = byPosition(mapping) && looksLikeData(first.fields)
  const names = headless ? first.fields.map((_, index) => String(index)) : first.fields
  if (!headless && looksLikeData(first.fields) && !hasBarColumns(first.fields))
    throw noHeader(path, first.fields)
  const positions = findColumns(path, names, mapping)
  const firstRow = headless ? first : records[1]
  if (firstRow === undefined) throw empty(path, 'holds a header and no rows')
  return {
    delimiter: chosen,
    headerEnd: headless ? 0 : first.lastLine,
    skip: headless ? first.firstLine - 1 : first.firstLine,
    names,
    positions,
    firstRow: firstRow.fields,
  }
}

/** The header and the first row. */
function sampleRecords(head: FileHead, delimiter: string): CsvRecord[] {
  return firstRecords(head.text, delimiter, 2)
}

/** The one delimiter that splits the header; the one that gives bars where several do. */
function detectDelimiter(path: string, head: FileHead): string {
  const headers = delimiters
    .map((delimiter) => ({ delimiter, fields: sampleRecords(head, delimiter)[0]?.fields ?? [] }))
    .filter(({ fields }) => fields.length > 1)
  if (headers.length === 1) return headers[0]!.delimiter
  const found = headers.find(({ fields }) => hasBarColumns(fields))
  if (found !== undefined) return found.delimiter
  if (headers.length === 0) return ','
  const shown = headers.map(({ delimiter }) => showDelimiter(delimiter)).join(' and ')
  throw new NeuralTraderError(
    'DATA_FORMAT',
    `The first line of ${path} is split by ${shown}: choose one through \`delimiter\``,
    {
      details: { path },
    },
  )
}

function wrongDelimiter(path: string, head: FileHead, chosen: string): NeuralTraderError {
  const line = firstLine(head)
  if (line === '') return empty(path, 'holds only blank lines')
  const other = [...delimiters, ':', ' '].find(
    (candidate) => candidate !== chosen && line.includes(candidate),
  )
  const found = other === undefined ? 'no delimiter at all' : `${showDelimiter(other)} instead`
  const remedy =
    other === undefined
      ? 'give a file with a header such as date,open,high,low,close,volume'
      : `separate the fields by a comma, or give \`delimiter\``
  return new NeuralTraderError(
    'DATA_FORMAT',
    `The first line of ${path} has no ${showDelimiter(chosen)} but ${found} ('${line.slice(0, 60)}'): ${remedy}`,
    { details: { path, delimiter: chosen, found: other ?? null } },
  )
}

function noHeader(path: string, fields: readonly string[]): NeuralTraderError {
  return new NeuralTraderError(
    'DATA_MISSING_COLUMN',
    `${path} has no header: its first line holds data (${fields.slice(0, 6).join(', ')}); add a header, or give positions ` +
      'through `columns`, for example { time: 0, open: 1, high: 2, low: 3, close: 4, volume: 5 }',
    { details: { path, row: 1 } },
  )
}

function empty(path: string, what: string): NeuralTraderError {
  return new NeuralTraderError('DATA_EMPTY', `${path} ${what}: add the bars, one a row`, {
    details: { path },
  })
}

function byPosition(mapping: ColumnMapping): boolean {
  const values = Object.values(mapping)
  return values.length > 0 && values.every((value) => typeof value === 'number')
}

/** A header has no numbers; data has mostly numbers. */
function looksLikeData(fields: readonly string[]): boolean {
  return fields.filter((field) => field.trim() !== '' && Number.isFinite(Number(field))).length >= 2
}

function firstLine(head: FileHead): string {
  return head.text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? ''
}

/** A delimiter as messages show it. */
export function showDelimiter(delimiter: string): string {
  return delimiter === '\t' ? 'a tab' : `'${delimiter}'`
}
