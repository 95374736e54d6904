import { BIGINT, DOUBLE, DuckDBDataChunk, type DuckDBConnection } from '@duckdb/node-api'
import { barColumns, type Bars } from '@neural-trader/core'
import { literal, withConnection } from '../duckdb.ts'
import { metadataKeys } from '../read/read-parquet-file.ts'
import { writeAtomically } from './atomic-file.ts'

/** DuckDB takes rows in chunks of this many. */
const rowsPerChunk = 2048

/**
 * Writes bars as Parquet (zstd) with the columns `time` (TIMESTAMP with nanoseconds, UTC, the close of
 * the bar), `open`, `high`, `low`, `close`, `volume` (DOUBLE), and instrument and timeframe as
 * metadata. What is read back is the same to the last bit. The file is there whole or not at all.
 *
 * @throws NeuralTraderError `FILE_NOT_WRITABLE`.
 */
export async function writeParquet(bars: Bars, path: string): Promise<void> {
  await writeAtomically(path, async (temporary) => {
    await withConnection(async (connection) => {
      const columns = barColumns.map((column) => `${column} DOUBLE`).join(', ')
      await connection.run(`CREATE TEMP TABLE bars ("time" BIGINT, ${columns})`)
      await fillTable(connection, bars)
      await connection.run(copySql(bars, temporary))
    })
  })
}

function copySql({ instrument, timeframe }: Bars, path: string): string {
  const metadata = [
    [metadataKeys.instrument, instrument],
    [metadataKeys.timeframe, timeframe],
  ].map(([key, value]) => `${literal(key!)}: ${literal(value!)}`)
  return `COPY (SELECT make_timestamp_ns("time") AS "time", ${barColumns.join(', ')} FROM temp.bars)
    TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {${metadata.join(', ')}})`
}

async function fillTable(connection: DuckDBConnection, bars: Bars): Promise<void> {
  const appender = await connection.createAppender('bars', null, 'temp')
  const types = [BIGINT, ...barColumns.map(() => DOUBLE)]
  for (let start = 0; start < bars.time.length; start += rowsPerChunk) {
    const chunk = DuckDBDataChunk.create(types, Math.min(rowsPerChunk, bars.time.length - start))
    for (const [index, column] of [bars.time, ...barColumns.map((name) => bars[name])].entries()) {
      const vector = chunk.getColumnVector(index)
      for (let i = 0; i < chunk.rowCount; i++) vector.setItem(i, column[start + i]!)
      vector.flush()
    }
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}
