import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bars } from '@neural-trader/core'
import { readFileHead } from '../csv/file-head.ts'
import { readCsvFile } from '../csv/read-csv-file.ts'
import type { Fault } from '../fault.ts'
import type { RawFile } from '../raw-bars.ts'
import { type BarsOrigin, faultError } from '../validate/describe-fault.ts'
import { findFaults } from '../validate/find-faults.ts'
import { closeTimes } from './close-times.ts'
import type { ReadBarsOptions } from './options.ts'
import { readParquetFile } from './read-parquet-file.ts'

/** Bars of a file with everything that is wrong with them. */
export type UncheckedBars = {
  readonly bars: Bars
  readonly faults: readonly Fault[]
  readonly origin: BarsOrigin
  readonly timeZone: string
}

/**
 * Reads bars from a CSV file (also gzip) or a Parquet file. Numbers are those that `Number(text)`
 * gives, times are closing times in UTC, a missing volume is 0. Nothing is repaired: the first row
 * that is wrong is refused.
 *
 * @throws NeuralTraderError `FILE_NOT_READABLE`; `DATA_EMPTY`, `DATA_FORMAT`, `DATA_MISSING_COLUMN`,
 * `DATA_NOT_FINITE`, `DATA_NOT_POSITIVE`, `DATA_CROSSED_PRICES`, `DATA_DUPLICATE_TIME`,
 * `DATA_UNSORTED` or `DATA_TIME_ZONE`, with the row (from 1, the header not counted) and the column;
 * `INVALID_ARGUMENT` for options that make no sense.
 */
export async function readBars(path: string | URL, options: ReadBarsOptions = {}): Promise<Bars> {
  const { bars, faults, origin } = await readUnchecked(path, options)
  const error = await faultError(faults, bars, origin)
  if (error !== null) throw error
  return bars
}

/** Reads a file and lists its faults instead of refusing it. */
export async function readUnchecked(
  location: string | URL,
  options: ReadBarsOptions,
): Promise<UncheckedBars> {
  const path = location instanceof URL ? fileURLToPath(location) : location
  const file = await readRawFile(path, options)
  const { time, timeframe, timeZone, faults } = closeTimes(file, options)
  const { open, high, low, close, volume } = file.raw
  const instrument = options.instrument ?? file.instrument ?? instrumentOf(path)
  const bars: Bars = { instrument, timeframe, time, open, high, low, close, volume }
  return {
    bars,
    faults: [...faults, ...findFaults(bars)],
    origin: { name: path, columnName: file.columnName, cell: file.cell },
    timeZone,
  }
}

async function readRawFile(path: string, options: ReadBarsOptions): Promise<RawFile> {
  const head = await readFileHead(path)
  return head.format === 'parquet'
    ? await readParquetFile(path, options)
    : await readCsvFile(path, head, options)
}

/** The file's name without its endings: `GOOG.csv.gz` holds `GOOG`. */
function instrumentOf(path: string): string {
  return basename(path)
    .replace(/\.gz$/i, '')
    .replace(/\.(?:csv|tsv|txt|parquet|pq)$/i, '')
}
