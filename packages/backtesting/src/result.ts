import type { Bars, CorporateAction } from '@neural-trader/core'

import type { Assumptions } from './assumptions.ts'
import type { Conventions, Measures } from './measures.ts'

/** What a backtest returns: columns, never arrays of objects. */
export type BacktestResult = {
  /** Name, parameters and form of the strategy that ran. */
  readonly strategy: StrategySummary
  /** The bars it ran on, one entry an instrument, in the order given. */
  readonly bars: readonly Bars[]
  /** Time of each step of the run, nanoseconds since the epoch, UTC: the union of the bars' times. */
  readonly time: BigInt64Array
  /** Equity at the close of each step: cash plus positions marked at the close. */
  readonly equity: Float64Array
  /**
   * First step at which every indicator had a value. Our profile measures from there; that of
   * backtesting.py measures from the first step, and buys and holds from there.
   */
  readonly firstTradable: number
  /** Every fill, in order of execution. */
  readonly fills: FillTable
  /** Every round trip and every open lot, in order of entry; a settlement ends one too. */
  readonly trades: TradeTable
  /** Every order, in order of submission. */
  readonly orders: OrderTable
  /** Interest, borrow fees, margin calls and liquidations. */
  readonly account: AccountEvents
  /** What companies did during the run, in order of time; empty unless actions were given. */
  readonly actions: ActionTable
  /**
   * Worth, at each bar of an instrument (index into `bars`), of who held one share from its first bar,
   * with dividends bought in: the closes, where companies did nothing.
   */
  readonly holding: (instrument: number) => Float64Array
  /** What was refused or cancelled and why, with counts. */
  readonly refusals: Readonly<Record<string, number>>
  /** What perpetuals got for their funding, less what they paid; 0 where there was none. */
  readonly totalFunding: number
  /** Performance measures; undefined ones are NaN. Computed when first read. */
  readonly measures: Measures
  /** The conventions behind the measures. */
  readonly conventions: Conventions
  /** Under which the run was made: fills, costs, account. */
  readonly assumptions: Assumptions
  /** The event log: SHA-256 of its bytes, number of 64-byte records, and the bytes themselves. */
  readonly log: EventLog
}

/** Who traded. */
export type StrategySummary = {
  readonly name: string
  readonly params: Readonly<Record<string, number | string | boolean>>
  readonly form: 'declarative' | 'typescript'
}

/** What happened to the account beside its orders. */
export type AccountEvents = {
  /** Interest received less interest paid, in the currency of the account. */
  readonly interest: number
  /** Fees paid for borrowing what was sold short. */
  readonly borrowFees: number
  /** How often equity fell below the level of the margin warning. */
  readonly marginWarnings: number
  /** How often it fell below the maintenance requirement. */
  readonly marginCalls: number
  /** Orders that reduced positions by force; their reason is `LIQUIDATION`. */
  readonly liquidations: number
}

/** Columns of fills, equal lengths. */
export type FillTable = {
  /** Index into `bars`. */
  readonly instrument: Int32Array
  /** Order that was filled: row of the order table. */
  readonly order: Int32Array
  /** Step at which it was filled. */
  readonly step: Int32Array
  /** Signed quantity in units: positive bought, negative sold. */
  readonly quantity: Float64Array
  /** Price paid or received per unit, spread and slippage included. */
  readonly price: Float64Array
  /** Fee in the currency of the account. */
  readonly fee: Float64Array
}

/** Columns of trades (lots from entry to exit), equal lengths. */
export type TradeTable = {
  readonly instrument: Int32Array
  /** Signed quantity in units or contracts: positive long, negative short. */
  readonly quantity: Float64Array
  /** Step of the entry. */
  readonly entryStep: Int32Array
  /** Step of the exit; the last step for a trade still open. */
  readonly exitStep: Int32Array
  readonly entryPrice: Float64Array
  /** Price of the exit; the last close for a trade still open. */
  readonly exitPrice: Float64Array
  /** Fees of entry and exit together. */
  readonly fees: Float64Array
  /** Profit net of fees, in the currency of the account; funding is apart. */
  readonly pnl: Float64Array
  /** `pnl` over the value of the entry, a fraction. */
  readonly returns: Float64Array
  /** 1 while the trade is still open at the end, else 0. */
  readonly open: Uint8Array
}

/** Columns of orders, equal lengths. */
export type OrderTable = {
  readonly instrument: Int32Array
  /** Step at whose close it was submitted. */
  readonly step: Int32Array
  readonly type: readonly OrderTypeName[]
  readonly status: readonly OrderStatusName[]
  /** Stable code of the refusal or cancellation; `LIQUIDATION` of what was forced; or empty. */
  readonly reason: readonly string[]
  /** Signed quantity in units: positive to buy. 0 where a target never came to a quantity. */
  readonly quantity: Float64Array
  /** Signed quantity filled. */
  readonly filled: Float64Array
}

/** Columns of corporate actions, equal lengths. */
export type ActionTable = {
  /** Index into `bars`. */
  readonly instrument: Int32Array
  /** First step under the new terms. */
  readonly step: Int32Array
  readonly type: readonly CorporateAction['type'][]
  /** Signed quantity in units held when it took effect. */
  readonly quantity: Float64Array
  /**
   * Cash the account got, negative where it paid: a dividend, cash in lieu of a fraction, a payment at
   * the end of trading.
   */
  readonly cash: Float64Array
}

/** The kinds of order of the kernel. */
export type OrderTypeName =
  | 'market'
  | 'limit'
  | 'stop'
  | 'stop-limit'
  | 'trailing-stop'
  | 'trailing-stop-limit'
  | 'market-if-touched'
  | 'limit-if-touched'
  | 'market-to-limit'

/** Where an order's life ended, or stands. */
export type OrderStatusName =
  | 'working'
  | 'partially-filled'
  | 'filled'
  | 'cancelled'
  | 'expired'
  | 'rejected'
  | 'denied'

/** The hash-chained record of every state change. */
export type EventLog = {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string
  readonly records: number
  bytes(): Uint8Array
}
