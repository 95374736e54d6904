import type { OrderNumber } from './strategy.ts'

/**
 * Decides what a bar does to an order, in place of the built-in rules. It is asked about every order
 * that a bar could fill; everything else stays as it is: when a stop triggers and an order expires,
 * limits, groups, exits, costs, and what the account can pay for.
 */
export interface FillModel {
  /** Stands in every report. */
  readonly name: string
  /** Whether a fill may lie outside the low and high of the bar; default false. */
  readonly outsideBar?: boolean
  /**
   * What the bar gives to an order; nothing leaves it waiting for the next bar. Synchronous, and of
   * its arguments alone, or a run does not repeat. The arguments are reused: do not keep them.
   */
  fill(order: FillableOrder, bar: FillBar): ModelFill | undefined
}

/**
 * Decides what quotes and trades do to an order, in place of the built-in rules: a {@link FillModel} for
 * runs over them. Beside what stays there, no quote or trade fills more than its size.
 */
export interface QuoteFillModel {
  /** Stands in every report. */
  readonly name: string
  /**
   * Whether a fill may lie outside of bid and ask, or of a trade's price and the limit that it passed;
   * default false.
   */
  readonly outsideQuote?: boolean
  /**
   * What a quote or trade gives to an order; nothing leaves it waiting for the next. Synchronous, and
   * of its arguments alone, or a run does not repeat. The arguments are reused: do not keep them.
   */
  fillAtQuote(order: FillableOrder, quote: FillQuote): ModelFill | undefined
}

/** The market that a fill is asked on: nothing in it is later than the quote or trade in hand. */
export type FillQuote = {
  /** What it is asked on: a quote, or a trade of others, which passes resting limits. */
  readonly tick: 'quote' | 'trade'
  /** When that came: milliseconds since the epoch, UTC. */
  readonly time: number
  /** The quote in force; NaN where nobody is on a side, or where there are no quotes. */
  readonly bid: number
  readonly ask: number
  /** Units on offer; 0 where nobody says how many. */
  readonly bidSize: number
  readonly askSize: number
  /** The last trade, the one in hand included; NaN before the first, or where there are none. */
  readonly lastPrice: number
  readonly lastSize: number
}

/** An order that a bar, quote or trade could fill. */
export type FillableOrder = {
  /** Its number; 0 where the strategy did not give it, as an exit of a position. */
  readonly number: OrderNumber
  readonly instrument: string
  readonly side: 'buy' | 'sell'
  /** Units left of it, above 0. */
  readonly quantity: number
  readonly kind: OrderKindName
  /** Worst acceptable price; NaN without one. */
  readonly limit: number
  /** Stop or touch, of a trailing stop where it lies now; NaN without one. */
  readonly stop: number
  /** What the built-in rules would give, where touching a limit is enough. */
  readonly price: number
  /** Whether that is at the open of the bar; true on every quote and trade. */
  readonly atOpen: boolean
}

/** What an order waits for. */
export type OrderKindName =
  | 'market'
  | 'limit'
  | 'stop'
  | 'stop-limit'
  | 'trailing-stop'
  | 'trailing-stop-limit'
  | 'market-if-touched'
  | 'limit-if-touched'
  | 'market-to-limit'

/** The bar that a fill is asked on. */
export type FillBar = {
  /** When it closed: milliseconds since the epoch, UTC. */
  readonly time: number
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  readonly volume: number
  /** Close of the bar before; NaN on the first. */
  readonly lastClose: number
}

/** A fill that a model gives. */
export type ModelFill = {
  /** Comes to the nearest tick, and is before slippage and spread. Never beyond the order's limit. */
  readonly price: number
  /** Units, above 0 and at most those left; whole lots of it fill. Default all that are left. */
  readonly quantity?: number
}
