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

/** An order that a bar could fill. */
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
  /** Whether that is at the open of the bar. */
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
