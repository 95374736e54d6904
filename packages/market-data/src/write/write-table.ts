import { open, writeFile } from 'node:fs/promises'
import { BIGINT, DOUBLE, DuckDBDataChunk, type DuckDBConnection } from '@duckdb/node-api'
import { NeuralTraderError } from '@neural-trader/core'
import { identifier, literal, withConnection } from '../duckdb.ts'
import { formatInstant } from '../instant.ts'
import { writeAtomically } from './atomic-file.ts'

/** Columns of numbers over times. */
export type Table = {
  /** Nanoseconds since the epoch, UTC. */
  readonly time: BigInt64Array
  /** By name, each as long as the times; NaN is no value. */
  readonly columns: Readonly<Record<string, Float64Array>>
}

/** Rows that are written at a time; DuckDB takes chunks of this many. */
const rowsPerPiece = 2048

/**
 * Writes columns of numbers as CSV, Parquet or JSON, by the ending of the file, with their times as
 * `time`: ISO 8601 in CSV and JSON, a timestamp in Parquet. No value is an empty cell, or null. JSON is
 * `{ time, columns }`. The file is there whole or not at all.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for another ending; `DATA_LENGTH_MISMATCH`;
 * `FILE_NOT_WRITABLE`.
 */
export async function writeTable(table: Table, path: string): Promise<void> {
  const write = tableWriter(path)
  for (const [name, column] of Object.entries(table.columns)) {
    if (column.length === table.time.length) continue
    const message = `Column ${name} has ${column.length} values for ${table.time.length} times: give one for each`
    throw new NeuralTraderError('DATA_LENGTH_MISMATCH', message, { details: { column: name } })
  }
  await writeAtomically(path, async (temporary) => await write(table, temporary))
}

function tableWriter(path: string): (table: Table, path: string) => Promise<void> {
  if (/\.csv$/i.test(path)) return writeTableCsv
  if (/\.(?:parquet|pq)$/i.test(path)) return writeTableParquet
  if (/\.json$/i.test(path)) return writeTableJson
  const message = `'${path}' ends in none of .csv, .parquet and .json: name the file to write so`
  throw new NeuralTraderError('INVALID_ARGUMENT', message, { details: { path } })
}

async function writeTableCsv({ time, columns }: Table, path: string): Promise<void> {
  const values = Object.values(columns)
  const file = await open(path, 'w')
  try {
    await file.appendFile(`time,${Object.keys(columns).map(quoted).join(',')}\n`)
    for (let start = 0; start < time.length; start += rowsPerPiece) {
      let rows = ''
      for (let row = start; row < Math.min(start + rowsPerPiece, time.length); row++) {
        const cells = values.map((column) => cell(column[row]))
        rows += `${[formatInstant(time[row] ?? 0n), ...cells].join(',')}\n`
      }
      await file.appendFile(rows)
    }
  } finally {
    await file.close()
  }
}

function cell(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '' : String(value)
}

function quoted(name: string): string {
  return /[",\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name
}

async function writeTableJson({ time, columns }: Table, path: string): Promise<void> {
  const entries = Object.entries(columns).map(([name, column]) => [name, Array.from(column)])
  const document = { time: Array.from(time, formatInstant), columns: Object.fromEntries(entries) }
  await writeFile(path, `${JSON.stringify(document)}\n`)
}

async function writeTableParquet({ time, columns }: Table, path: string): Promise<void> {
  await withConnection(async (connection) => {
    const names = Object.keys(columns)
    const definitions = names.map((name) => `${identifier(name)} DOUBLE`)
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE columns (${['"time" BIGINT', ...definitions].join(', ')})`,
    )
    await fillTable(connection, time, Object.values(columns))
    const selected = ['make_timestamp_ns("time") AS "time"', ...names.map(identifier)].join(', ')
    await connection.run(
      `COPY (SELECT ${selected} FROM temp.columns) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`,
    )
  })
}

async function fillTable(
  connection: DuckDBConnection,
  time: BigInt64Array,
  columns: readonly Float64Array[],
): Promise<void> {
  const appender = await connection.createAppender('columns', null, 'temp')
  const types = [BIGINT, ...columns.map(() => DOUBLE)]
  for (let start = 0; start < time.length; start += rowsPerPiece) {
    const chunk = DuckDBDataChunk.create(types, Math.min(rowsPerPiece, time.length - start))
    for (const [index, column] of [time, ...columns].entries()) {
      const vector = chunk.getColumnVector(index)
      for (let row = 0; row < chunk.rowCount; row++) {
        const value = column[start + row] ?? null
        vector.setItem(row, Number.isNaN(value) ? null : value)
      }
      vector.flush()
    }
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}
