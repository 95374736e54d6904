/**
 * Trades of one instrument as columns of equal length, oldest first. Treat it as immutable once
 * made.
 */
export type Trades = {
  /** `SYMBOL.VENUE`, for example `AAPL.XNAS`; venues by ISO 10383 code where one exists. */
  readonly instrument: string
  /**
   * When each trade happened: nanoseconds since the epoch, UTC, never descending; equal times are
   * kept in order.
   */
  readonly time: BigInt64Array
  /** Price of a unit, above 0. */
  readonly price: Float64Array
  /** Units traded, at least 0; not signed. */
  readonly size: Float64Array
}

/**
 * Best bid and ask of one instrument as columns of equal length, oldest first: a row for every
 * change. Treat it as immutable once made.
 */
export type Quotes = {
  /** `SYMBOL.VENUE`, for example `AAPL.XNAS`; venues by ISO 10383 code where one exists. */
  readonly instrument: string
  /** From when each quote stood: nanoseconds since the epoch, UTC, never descending. */
  readonly time: BigInt64Array
  /** Highest price at which somebody buys; NaN where nobody does. */
  readonly bid: Float64Array
  /** Lowest price at which somebody sells; NaN where nobody does. */
  readonly ask: Float64Array
  /** Units wanted at the bid; 0 where unknown or nobody buys. */
  readonly bidSize: Float64Array
  /** Units offered at the ask; 0 where unknown or nobody sells. */
  readonly askSize: Float64Array
}
