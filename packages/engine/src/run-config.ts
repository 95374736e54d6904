import type { Bars } from '@neural-trader/core'

/** The rules of a run, complete; `@neural-trader/backtesting` has the defaults and the profiles. */
export type RunConfig = {
  readonly cash: number
  readonly account: 'cash' | 'margin'
  readonly margin: number
  readonly feeRate: number
  readonly feePerOrder: number
  readonly spread: number
  readonly slippage: number
  readonly fillPolicy: 'next-open' | 'this-close'
  readonly sizing: 'at-decision' | 'at-fill'
  readonly fixedFeeSizing: 'per-fill' | 'per-unit'
  readonly matching: 'path' | 'queue'
  readonly hedging: boolean
  readonly exclusiveOrders: boolean
  readonly limitFill: 'through' | 'touch'
  readonly sameBarExit: 'pessimistic' | 'deferred'
  readonly ruin: 'debt' | 'zero'
  readonly closeAtEnd: 'no' | 'last-close' | 'last-open'
  readonly limits: RiskLimits
}

/** Limits of the risk gate, in units and money; absent is no limit. */
export type RiskLimits = {
  readonly maxOrderQuantity?: number
  readonly maxOrderNotional?: number
  readonly maxPosition?: number
  readonly maxWorkingOrders?: number
}

/** One instrument of a run: its bars and the decimals its prices and quantities are kept in. */
export type RunSeries = {
  readonly bars: Bars
  readonly priceDecimals: number
  readonly quantityDecimals: number
}
