import { NeuralTraderError } from './error.ts'

/**
 * Bars of one instrument as columns of equal length: a struct of typed arrays, never an array of
 * objects. Treat it as immutable once made.
 */
export type Bars = {
  /** `SYMBOL.VENUE`, for example `AAPL.XNAS`; venues by ISO 10383 code where one exists. */
  readonly instrument: string
  /** Length of a bar: a count and a unit of seconds, minutes, hours, days, weeks or months. */
  readonly timeframe: Timeframe
  /** Close time of each bar: nanoseconds since the epoch, UTC, strictly ascending. */
  readonly time: BigInt64Array
  /** First price. */
  readonly open: Float64Array
  /** Highest price. */
  readonly high: Float64Array
  /** Lowest price. */
  readonly low: Float64Array
  /** Last price. */
  readonly close: Float64Array
  /** Traded quantity; 0 where unknown. */
  readonly volume: Float64Array
}

/**
 * Bars of both sides of a market, row by row at the same times. The volume is the size that stood at
 * the close, 0 where unknown.
 */
export type QuoteBars = { readonly bid: Bars; readonly ask: Bars }

/** The price and volume columns of {@link Bars}. */
export type BarColumn = 'open' | 'high' | 'low' | 'close' | 'volume'

/** The price and volume columns, in their usual order. */
export const barColumns: readonly BarColumn[] = ['open', 'high', 'low', 'close', 'volume']

/** For example `1m`, `4h`, `1d`, `1w`, `1M`. */
export type Timeframe = `${number}${'s' | 'm' | 'h' | 'd' | 'w' | 'M'}`

/**
 * The bars from index `start` (inclusive) to `end` (exclusive), as views on the same memory.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` when the range is not within the series.
 */
export function sliceBars(bars: Bars, start: number, end: number = bars.time.length): Bars {
  if (
    !(
      Number.isInteger(start) &&
      Number.isInteger(end) &&
      0 <= start &&
      start <= end &&
      end <= bars.time.length
    )
  ) {
    throw new NeuralTraderError(
      'INVALID_ARGUMENT',
      `Rows ${start} to ${end} are not within a series of ${bars.time.length} bars: give 0 <= start <= end <= length`,
      { details: { start, end, length: bars.time.length } },
    )
  }
  return {
    instrument: bars.instrument,
    timeframe: bars.timeframe,
    time: bars.time.subarray(start, end),
    open: bars.open.subarray(start, end),
    high: bars.high.subarray(start, end),
    low: bars.low.subarray(start, end),
    close: bars.close.subarray(start, end),
    volume: bars.volume.subarray(start, end),
  }
}
