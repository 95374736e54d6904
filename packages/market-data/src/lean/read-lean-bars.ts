import type { BarColumn, Bars, QuoteBars } from '@neural-trader/core'
import type { Fault } from '../fault.ts'
import { noTime } from '../raw-bars.ts'
import { zonedToUtc } from '../time-zone.ts'
import { addTimeframes, dateStamp, dayLength } from '../timeframe.ts'
import { type BarsOrigin, faultError } from '../validate/describe-fault.ts'
import { findFaults } from '../validate/find-faults.ts'
import { type LeanRows, leanColumn, readLeanRows } from './lean-rows.ts'
import { checkLeanOptions, leanMarkets, leanTimeframes, type ReadLeanOptions } from './options.ts'

const order: readonly (BarColumn | 'time')[] = ['time', 'open', 'high', 'low', 'close', 'volume']

/**
 * Trade bars from a data folder in the layout of LEAN. Files stamp the start of a bar on the clock
 * of the exchange; the bars carry their close in UTC, daily bars 23:59:59.999 UTC of their date as
 * in `readBars`. The first hour of a US equity is stamped 09:00, holds 09:30 to 10:00 and closes at
 * 10:00. Prices are raw: see `readFactorFile`.
 *
 * @throws NeuralTraderError `FILE_NOT_READABLE`; `DATA_EMPTY`, `DATA_FORMAT` and the codes of
 * `readBars` with row and column (rows counted over all files); `INVALID_ARGUMENT` for options.
 */
export async function readLeanBars(options: ReadLeanOptions): Promise<Bars> {
  checkLeanOptions(options)
  return await toBars(await readLeanRows(options, 'trade'), options, 0)
}

/**
 * Bid and ask bars, times as in {@link readLeanBars}. The volume of a bar is the size of that side
 * at its close, 0 where the feed gives none.
 *
 * @throws NeuralTraderError as {@link readLeanBars}.
 */
export async function readLeanQuoteBars(options: ReadLeanOptions): Promise<QuoteBars> {
  checkLeanOptions(options)
  const rows = await readLeanRows(options, 'quote')
  return { bid: await toBars(rows, options, 0), ask: await toBars(rows, options, 5) }
}

async function toBars(rows: LeanRows, options: ReadLeanOptions, first: number): Promise<Bars> {
  const { priceScale } = leanMarkets[options.securityType ?? 'equity']
  const price = (index: number): Float64Array => leanColumn(rows, first + index, priceScale)
  const { time, faults } = closeTimes(rows, options)
  const bars: Bars = {
    instrument: options.instrument ?? options.ticker.toUpperCase(),
    timeframe: leanTimeframes[options.resolution],
    time,
    open: price(0),
    high: price(1),
    low: price(2),
    close: price(3),
    volume: leanColumn(rows, first + 4, 1),
  }
  const error = await faultError([...faults, ...findFaults(bars)], bars, originOf(rows, first))
  if (error !== null) throw error
  return bars
}

function closeTimes(
  { local }: LeanRows,
  { resolution, securityType = 'equity' }: ReadLeanOptions,
): { time: BigInt64Array; faults: Fault[] } {
  if (resolution === 'daily') {
    const close = (date: bigint): bigint => (date === noTime ? noTime : dateStamp(date + dayLength))
    return { time: local.map(close), faults: [] }
  }
  const { timeZone } = leanMarkets[securityType]
  const { time, skipped } = zonedToUtc(local, timeZone)
  const timeframe = leanTimeframes[resolution]
  const close = (start: bigint): bigint =>
    start === noTime ? noTime : addTimeframes(start, timeframe, 1)
  return { time: time.map(close), faults: skippedFaults(skipped, timeZone) }
}

function skippedFaults(rows: readonly number[], zone: string): Fault[] {
  if (rows.length === 0) return []
  return [{ code: 'DATA_TIME_ZONE', column: 'time', count: rows.length, rows, zone }]
}

function originOf({ path, cells }: LeanRows, first: number): BarsOrigin {
  return {
    name: path,
    columnName: (column) => column,
    cell: (row, column) =>
      Promise.resolve(
        column === 'time' ? null : (cells[row]?.[first + order.indexOf(column) - 1] ?? null),
      ),
  }
}
