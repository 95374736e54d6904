import { type BarColumn, NeuralTraderError } from '@neural-trader/core'
import { literal, pathPattern, queryColumns, withConnection } from '../duckdb.ts'
import type { RawBars, RawFile } from '../raw-bars.ts'
import { numberSql, type TimeSql, textTimeSql } from '../read/cell-sql.ts'
import type { ReadBarsOptions } from '../read/options.ts'
import { rawColumns } from '../read/raw-columns.ts'
import { cellText, structureError } from './diagnose.ts'
import type { FileHead } from './file-head.ts'
import { type CsvLayout, findLayout } from './layout.ts'

/** Texts that stand for an empty cell. */
const emptyTexts = ['', 'null', 'NULL', 'Null', 'NA', 'N/A', 'None']

/** Reads a CSV file, plain or gzip, without checking what it says. */
export async function readCsvFile(
  path: string,
  head: FileHead,
  options: ReadBarsOptions,
): Promise<RawFile> {
  const layout = findLayout(path, head, options.delimiter, options.columns)
  const compression = head.format === 'gzip' ? 'gzip' : 'text'
  const sample = layout.positions.time
    .map((index) => layout.firstRow[index]?.trim() ?? '')
    .join(' ')
  const raw = await query(path, layout, sample, compression, options)
  const index = (column: BarColumn | 'time'): number | null =>
    column === 'time' ? layout.positions.time[0]! : layout.positions[column]
  return {
    path,
    raw,
    dates:
      options.timestampFormat === undefined
        ? !sample.includes(':') && !/\d{9}/.test(sample)
        : !/%[HIcXT]/.test(options.timestampFormat),
    stamps: layout.positions.stamps,
    instrument: null,
    timeframe: null,
    columnName: (column) => layout.names[index(column) ?? -1] ?? column,
    cell: async (row, column) => {
      const at = index(column)
      return at === null ? null : await cellText(path, compression, layout, row, at)
    },
  }
}

async function query(
  path: string,
  layout: CsvLayout,
  sample: string,
  compression: 'gzip' | 'text',
  options: ReadBarsOptions,
): Promise<RawBars> {
  const { time, volume, adjusted, ...prices } = layout.positions
  const timeText = time.map((index) => `c${index}`).join(` || ' ' || `)
  const number = (index: number, whenEmpty: string): string =>
    numberSql(`c${index}`, options.decimal ?? '.', whenEmpty)
  const sql = selectSql(textTimeSql('time_text', sample, options.timestampFormat), [
    ...[prices.open, prices.high, prices.low, prices.close].map((index) =>
      number(index, `'nan'::DOUBLE`),
    ),
    volume === null ? '0::DOUBLE' : number(volume, '0::DOUBLE'),
    options.adjusted === true && adjusted !== null
      ? number(adjusted, `'nan'::DOUBLE`)
      : '0::DOUBLE',
  ])
  const source = `(SELECT *, ${timeText} AS time_text FROM ${sourceSql(layout, compression)})`
  try {
    return await withConnection(
      async (connection) =>
        await rawColumns(
          (kinds) =>
            queryColumns(connection, kinds, `${sql} FROM ${source}`, [
              pathPattern(path),
              layout.delimiter,
            ]),
          options,
        ),
    )
  } catch (cause) {
    if (cause instanceof NeuralTraderError) throw cause
    throw await structureError(path, compression, layout, options, cause)
  }
}

function selectSql(time: TimeSql, numbers: readonly string[]): string {
  return `SELECT ${[time.local, time.offset, ...numbers].join(', ')}`
}

/** Every column as text, under names that no user chose. */
function sourceSql(layout: CsvLayout, compression: 'gzip' | 'text'): string {
  const columns = layout.names.map((_, index) => `c${index}: 'VARCHAR'`).join(', ')
  return `read_csv($1, auto_detect = false, header = false, skip = ${layout.skip}, columns = {${columns}},
    delim = $2, quote = '"', escape = '"', nullstr = [${emptyTexts.map(literal).join(', ')}],
    compression = '${compression === 'gzip' ? 'gzip' : 'none'}')`
}
