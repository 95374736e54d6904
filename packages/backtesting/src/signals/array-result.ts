import type { Measures } from '../measures.ts'

/** Orders that filled, in the order of their execution, a row each. */
export type ArrayOrders = {
  readonly column: Uint32Array
  /** Row of the bar. */
  readonly step: Uint32Array
  /** Units bought, negative when sold. */
  readonly quantity: Float64Array
  /** Price with slippage. */
  readonly price: Float64Array
  readonly fees: Float64Array
}

/** Why an order did not fill. */
export type UnfilledReason =
  | 'PRICE_NAN'
  | 'VALUE_PRICE_NAN'
  | 'VALUE_NAN'
  | 'VALUE_ZERO_OR_LESS'
  | 'SIZE_ZERO'
  | 'NO_CASH_LONG'
  | 'NO_CASH_SHORT'
  | 'NO_OPEN_POSITION'
  | 'MAX_SIZE_EXCEEDED'
  | 'MIN_SIZE_NOT_REACHED'
  | 'CANT_COVER_FEES'
  | 'PARTIAL_FILL'

/** Orders that did not fill, a row each. */
export type UnfilledOrders = {
  readonly column: Uint32Array
  readonly step: Uint32Array
  readonly reason: readonly UnfilledReason[]
}

/** Trades, column after column: a row for each exit, and for each position still open. */
export type ArrayTrades = {
  readonly column: Uint32Array
  /** Number of the position over all columns: its partial exits share it. */
  readonly position: Uint32Array
  /** Units, negative when short. */
  readonly quantity: Float64Array
  readonly entryStep: Uint32Array
  /** Average of the entries, weighted by size. */
  readonly entryPrice: Float64Array
  readonly entryFees: Float64Array
  /** The last bar where the trade is open. */
  readonly exitStep: Uint32Array
  readonly exitPrice: Float64Array
  readonly exitFees: Float64Array
  /** Profit after fees. */
  readonly pnl: Float64Array
  /** Profit over the value of the entry. */
  readonly returns: Float64Array
  /** 1 where the trade is open. */
  readonly open: Uint8Array
}

/** What came of a run of many columns. An account is a column, or the columns that share cash. */
export type ArrayResult = {
  readonly steps: number
  readonly columns: number
  /** The account of each column. */
  readonly accountOf: Uint32Array
  readonly orders: ArrayOrders
  readonly unfilled: UnfilledOrders
  /** Empty where `keep` leaves them out. */
  readonly trades: ArrayTrades
  /** By account. */
  readonly initialCash: Float64Array
  /** By account. */
  readonly finalCash: Float64Array
  /** Units that each column holds at the end, negative when short. */
  readonly held: Float64Array
  /** By bar, an array an account; none where `keep` leaves them out. */
  readonly equity: readonly Float64Array[]
  /** By account, under the conventions of that library; absent where `keep` or `time` is. */
  readonly measures?: Readonly<Record<keyof Measures, Float64Array>>
}
