import type { BarColumn } from '@neural-trader/core'

/** Marks a cell that holds no readable time, and a row that states no zone. */
export const noTime = -9_223_372_036_854_775_807n

/** Marks a price or volume cell whose text is not a number. */
export const notANumber: number = -Number.MAX_VALUE

/**
 * Bars as a file states them, before any check. Where a cell is empty or says NaN the value is NaN;
 * where it is no number it is {@link notANumber}.
 */
export type RawBars = Readonly<Record<BarColumn, Float64Array>> & {
  /** The time as written, read as if it were UTC: nanoseconds, or {@link noTime}. */
  readonly local: BigInt64Array
  /** Offset from UTC that the row states, in nanoseconds, or {@link noTime} where it states none. */
  readonly offset: BigInt64Array
}

/** What names a time column stamps: the bar's opening, its close, or nothing said. */
export type StampMeaning = 'open' | 'close'

/** A file read but not yet checked. */
export type RawFile = {
  readonly path: string
  readonly raw: RawBars
  /** Whether the times are dates without a time of day. */
  readonly dates: boolean
  /** What the file itself says of its stamps, by the column's name or its metadata. */
  readonly stamps: StampMeaning | null
  /** Instrument and timeframe that the file itself states. */
  readonly instrument: string | null
  readonly timeframe: string | null
  /** Name of the column as the file has it. */
  readonly columnName: (column: BarColumn | 'time') => string
  /** Text of a cell, for messages; the row counts from 0. */
  readonly cell: (row: number, column: BarColumn | 'time') => Promise<string | null>
}
