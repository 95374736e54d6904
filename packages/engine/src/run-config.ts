import type { Bars, Quotes, Trades } from '@neural-trader/core'

/** The rules of a run, complete; `@neural-trader/backtesting` has the defaults and the profiles. */
export type RunConfig = {
  readonly cash: number
  readonly account: 'cash' | 'margin'
  readonly margin: number
  readonly feeRate: number
  readonly feePerOrder: number
  /** Instead of a plain rate and amount per fill. */
  readonly fees?: FeeSpec
  readonly spread: number
  readonly slippage: number
  /** Instead of a share of the price. */
  readonly slippageModel?: SlippageSpec
  /** Share of a bar's volume that all orders together may fill; absent is no limit. */
  readonly maxVolumeShare?: number
  readonly fillPolicy: 'next-open' | 'this-close' | 'quote' | 'this-quote'
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

/** A fee model, its limits per order and what sales cost on top. */
export type FeeSpec = {
  /** `plain` takes `feeRate` and `feePerOrder`. */
  readonly model: 'plain' | 'per-unit' | 'maker-taker' | 'tiered'
  readonly perUnit?: number
  readonly maker?: number
  readonly taker?: number
  readonly tieredBy?: 'units' | 'value'
  readonly tiers?: { from: number; rate: number }[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maximumShare?: number
  readonly saleRate?: number
  readonly salePerUnit?: number
  readonly salePerUnitMaximum?: number
}

/** A slippage model other than a share of the price. */
export type SlippageSpec = {
  readonly model: 'ticks' | 'spread' | 'volume-share' | 'square-root'
  readonly ticks?: number
  readonly spread?: number
  readonly impact?: number
  readonly limit?: number
  readonly coefficient?: number
  readonly volatility?: number
}

/** Limits of the risk gate, in units and money; absent is no limit. */
export type RiskLimits = {
  readonly maxOrderQuantity?: number
  readonly maxOrderNotional?: number
  readonly maxPosition?: number
  readonly maxWorkingOrders?: number
}

/** One series of a run over ticks: an instrument can have quotes and trades. */
export type TickSeries = {
  readonly ticks: Quotes | Trades
  /** Place of its instrument. */
  readonly instrument: number
}

/** One instrument of a run: its bars and the decimals its prices and quantities are kept in. */
export type RunSeries = {
  readonly bars: Bars
  readonly priceDecimals: number
  readonly quantityDecimals: number
}
