/**
 * What an instrument is and what its listing demands of orders. Without terms an instrument is a
 * share of which any whole quantity at any price may be traded.
 */
export type InstrumentTerms = SpotTerms | PerpetualTerms | FutureTerms | OptionTerms

/** What every listing may demand. */
export type ListingRules = {
  /** Prices of orders and fills are multiples of this; default the finest price of the data. */
  readonly tickSize?: number
  /** Quantities of orders are multiples of this; default the finest quantity. */
  readonly lotSize?: number
  /** Least quantity of an order. */
  readonly minQuantity?: number
  /** Least value of an order at its limit, or at the last price. */
  readonly minNotional?: number
  /**
   * Initial margin as a fraction of the position's value, of a written option of its strike; default
   * that of the account.
   */
  readonly marginRate?: number
}

/** What is paid for in full and owned: a share, a fund, a currency, a coin. */
export type SpotTerms = ListingRules & {
  readonly kind: 'equity' | 'etf' | 'fx' | 'crypto'
}

/**
 * A future that never expires. Opening one exchanges no cash; what it earns or loses does when it is
 * closed, and funding at its times.
 */
export type PerpetualTerms = ListingRules & {
  readonly kind: 'perpetual'
  /** Units of the underlying in one contract; default 1. */
  readonly multiplier?: number
  readonly funding?: FundingRates
}

/** What longs pay shorts, as a fraction of the value of the position at the last price. */
export type FundingRates = {
  /** Ascending: nanoseconds since the epoch, UTC, or ISO 8601 texts. */
  readonly time: BigInt64Array | readonly string[]
  /** Positive where longs pay, within -1 to 1. */
  readonly rate: Float64Array | readonly number[]
}

/** A future, settled in cash at its expiry. Opening one exchanges no cash. */
export type FutureTerms = ListingRules & {
  readonly kind: 'future'
  /** Units of the underlying in one contract; default 1. */
  readonly multiplier?: number
  readonly expiry: Expiry
  /** Default its last close at the expiry. */
  readonly settlementPrice?: number
}

/**
 * An option of European exercise, settled in cash at its expiry: in the money it pays its intrinsic
 * value, otherwise nothing. It is bought for its premium in full; written, it binds margin.
 */
export type OptionTerms = ListingRules & {
  readonly kind: 'option'
  /** Units of the underlying in one contract; default 1. */
  readonly multiplier?: number
  readonly expiry: Expiry
  readonly strike: number
  readonly optionKind: 'call' | 'put'
  /** Identifier of a series of the run whose last close at the expiry counts. */
  readonly underlying?: string
  /** Price of the underlying at the expiry, instead of `underlying`. */
  readonly settlementPrice?: number
}

/**
 * The moment from which an instrument trades no more: nanoseconds since the epoch, UTC, or an ISO
 * 8601 text. A bar that closes at it is still traded on. A date alone means the end of that day,
 * when bars of a day without times close.
 */
export type Expiry = bigint | string
