/**
 * What a company or a venue does to an instrument, as plain data. `time` is when it takes effect,
 * in nanoseconds since the epoch, UTC: a bar that closes at or before it knows nothing of it, the
 * next bar is the first under the new terms. For a dividend that is the start of the ex-date where
 * the instrument trades. Actions of the same time apply in the order in which they are listed.
 */
export type CorporateAction = Split | CashDividend | SymbolChange | Delisting

/** Every `oldShares` become `newShares`: 7 and 1 for AAPL in 2014; 1 and 10 for a reverse split. */
export type Split = {
  readonly type: 'split'
  readonly time: bigint
  /** Above 0. */
  readonly newShares: number
  /** Above 0. */
  readonly oldShares: number
}

/** Money paid to whoever held before the ex-date. A short position owes it. */
export type CashDividend = {
  readonly type: 'cash-dividend'
  /** Start of the ex-date. */
  readonly time: bigint
  /** Money per share as it stands at the ex-date, in the currency of the price; above 0. */
  readonly amount: number
}

/** The instrument goes on under another name. */
export type SymbolChange = {
  readonly type: 'symbol-change'
  readonly time: bigint
  readonly from: string
  readonly to: string
}

/**
 * Trading ends. In a run it takes effect with the next step of any instrument, or at the last close
 * where its time is that of the last close.
 */
export type Delisting = {
  readonly type: 'delisting'
  readonly time: bigint
  /** Money per share that holders get, at least 0; null, where it is not known, is the last price. */
  readonly payment: number | null
}
