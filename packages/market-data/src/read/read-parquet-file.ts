import { type BarColumn, NeuralTraderError } from '@neural-trader/core'
import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier, pathPattern, queryColumns, withConnection } from '../duckdb.ts'
import type { RawFile } from '../raw-bars.ts'
import {
  doubleSql,
  epochSql,
  numberSql,
  textTimeSql,
  type TimeSql,
  timestampSql,
} from './cell-sql.ts'
import { type ColumnPositions, findColumns } from './columns.ts'
import type { ReadBarsOptions } from './options.ts'
import { rawColumns } from './raw-columns.ts'

/** Keys under which our own Parquet files state what they hold. */
export const metadataKeys = {
  instrument: 'neural_trader.instrument',
  timeframe: 'neural_trader.timeframe',
} as const

type Column = { readonly name: string; readonly type: string }

/** Reads a Parquet file without checking what it says. */
export async function readParquetFile(path: string, options: ReadBarsOptions): Promise<RawFile> {
  return await withConnection(async (connection) => {
    const columns = await describe(connection, path)
    const positions = findColumns(
      path,
      columns.map(({ name }) => name),
      options.columns,
    )
    const metadata = await readMetadata(connection, path)
    const sql = await selectSql(connection, path, columns, positions, options)
    const raw = await rawColumns(
      (kinds) =>
        queryColumns(connection, kinds, `${sql} FROM read_parquet($1)`, [pathPattern(path)]),
      options,
    )
    if (raw.local.length === 0) {
      throw new NeuralTraderError('DATA_EMPTY', `${path} has no rows: write the bars first`, {
        details: { path },
      })
    }
    const name = (column: BarColumn | 'time'): string =>
      columns[(column === 'time' ? positions.time[0] : positions[column]) ?? -1]?.name ?? column
    return {
      path,
      raw,
      dates: columns[positions.time[0]!]!.type === 'DATE',
      stamps: metadata.timeframe === null ? positions.stamps : 'close',
      ...metadata,
      columnName: name,
      cell: async (row, column) =>
        await withConnection((other) => cellText(other, path, row, name(column))),
    }
  })
}

async function describe(connection: DuckDBConnection, path: string): Promise<Column[]> {
  try {
    const reader = await connection.runAndReadAll('DESCRIBE SELECT * FROM read_parquet($1)', [
      pathPattern(path),
    ])
    return reader
      .getRowObjects()
      .map((row) => ({ name: String(row['column_name']), type: String(row['column_type']) }))
  } catch (cause) {
    throw new NeuralTraderError(
      'DATA_FORMAT',
      `${path} begins like Parquet but cannot be read as such: write or download it again`,
      {
        details: { path },
        cause,
      },
    )
  }
}

async function readMetadata(
  connection: DuckDBConnection,
  path: string,
): Promise<{ instrument: string | null; timeframe: string | null }> {
  const reader = await connection.runAndReadAll(
    'SELECT decode(key), decode(value) FROM parquet_kv_metadata($1)',
    [pathPattern(path)],
  )
  const found = new Map(reader.getRows().map(([key, value]) => [String(key), String(value)]))
  return {
    instrument: found.get(metadataKeys.instrument) ?? null,
    timeframe: found.get(metadataKeys.timeframe) ?? null,
  }
}

async function selectSql(
  connection: DuckDBConnection,
  path: string,
  columns: readonly Column[],
  positions: ColumnPositions,
  options: ReadBarsOptions,
): Promise<string> {
  const { open, high, low, close, volume, adjusted } = positions
  const number = (index: number, whenEmpty: string): string =>
    numberColumnSql(path, columns[index]!, whenEmpty)
  const time = await timeColumnSql(connection, path, columns[positions.time[0]!]!, options)
  const numbers = [
    ...[open, high, low, close].map((index) => number(index, `'nan'::DOUBLE`)),
    volume === null ? '0::DOUBLE' : number(volume, '0::DOUBLE'),
    options.adjusted === true && adjusted !== null
      ? number(adjusted, `'nan'::DOUBLE`)
      : '0::DOUBLE',
  ]
  return `SELECT ${[time.local, time.offset, ...numbers].join(', ')}`
}

function numberColumnSql(path: string, { name, type }: Column, whenEmpty: string): string {
  if (type === 'VARCHAR') return numberSql(identifier(name), '.', whenEmpty)
  if (/^(?:DOUBLE|FLOAT|DECIMAL.*|U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?)$/.test(type))
    return doubleSql(identifier(name), whenEmpty)
  throw columnType(path, name, type, 'a number')
}

async function timeColumnSql(
  connection: DuckDBConnection,
  path: string,
  { name, type }: Column,
  options: ReadBarsOptions,
): Promise<TimeSql> {
  const column = identifier(name)
  if (type === 'DATE' || type.startsWith('TIMESTAMP'))
    return timestampSql(column, type === 'TIMESTAMP WITH TIME ZONE')
  if (/^U?(?:BIGINT|INTEGER)$/.test(type)) return epochSql(`${column}::BIGINT`)
  if (type !== 'VARCHAR') throw columnType(path, name, type, 'a time')
  return textTimeSql(
    column,
    (await cellText(connection, path, 0, name)) ?? '',
    options.timestampFormat,
  )
}

async function cellText(
  connection: DuckDBConnection,
  path: string,
  row: number,
  name: string,
): Promise<string | null> {
  const sql = `SELECT CAST(${identifier(name)} AS VARCHAR) FROM read_parquet($1) LIMIT 1 OFFSET ${row}`
  const [cells] = (await connection.runAndReadAll(sql, [pathPattern(path)])).getRows()
  const [cell] = cells ?? []
  return typeof cell === 'string' ? cell : null
}

function columnType(path: string, name: string, type: string, wanted: string): NeuralTraderError {
  return new NeuralTraderError(
    'DATA_FORMAT',
    `Column '${name}' of ${path} has type ${type}, which is not ${wanted}: convert it`,
    {
      details: { path, column: name, type },
    },
  )
}
