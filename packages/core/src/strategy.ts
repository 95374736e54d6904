import type { Column, Rule } from './column.ts'
import type { TickContext } from './tick-context.ts'

/** A value a strategy is parametrised with. */
export type ParamValue = number | string | boolean

/**
 * A strategy: what it reads and what it does. It has rules (declarative: runs wholly in the engine)
 * or an `onBar` (TypeScript), or over ticks an `onQuote` or `onTrade`. The same strategy runs in a
 * backtest, on paper and live.
 */
export interface Strategy<Name extends string = string> {
  readonly name: string
  readonly params: Readonly<Record<string, ParamValue>>
  /** Columns by name, computed before the loop; the strategy is asked once all have a value. */
  readonly indicators: Readonly<Record<Name, Column>>
  /** Orders to give when conditions hold at the close of a bar, in this order. */
  readonly rules?: readonly Rule[]
  /** Called at the close of every step after the warm-up. Synchronous. */
  onBar?(context: StrategyContext<Name>): void
  /** Called after every step in which a quote changed. Synchronous. */
  onQuote?(context: TickContext): void
  /** Called after every step in which others traded, before `onQuote`. Synchronous. */
  onTrade?(context: TickContext): void
}

/** What a strategy sees at the close of a step. Reused from call to call: do not keep it. */
export interface StrategyContext<Name extends string = string> extends InstrumentContext<Name> {
  readonly account: AccountView
  /** Number of the step, from 0. */
  readonly step: number
  /** Whether this is the last step of the data. */
  readonly isLast: boolean
  /** The instruments of the run, in the order of its data. */
  readonly instruments: readonly InstrumentContext<Name>[]
  /**
   * One instrument by its identifier. The context itself is the first.
   *
   * @throws NeuralTraderError `UNKNOWN_INSTRUMENT`.
   */
  readonly instrument: (id: string) => InstrumentContext<Name>
  /** Whether this is the first step of its calendar period (UTC); the first step of the data is. */
  readonly isFirstOf: (period: CalendarPeriod) => boolean
  /**
   * Trades the whole account to these signed shares of equity, by identifier. Quantities are fixed
   * now, in whole lots within their share, and fill together: what closes before what opens,
   * whichever instrument comes first in the data. It takes the place of what is left of the last one.
   *
   * @throws NeuralTraderError `UNKNOWN_INSTRUMENT`; `INVALID_ARGUMENT` for shares that come to more
   * than the leverage, an option that is out of range, in the profile `backtesting.py`, and in a
   * hedging account.
   */
  readonly rebalance: (weights: Weights, options?: RebalanceOptions) => void
}

/** A period of the calendar, in UTC; a week begins on Monday. */
export type CalendarPeriod = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** Signed shares of equity by identifier: 1 all long, -1 all short, 0 nothing. */
export type Weights = Readonly<Record<string, number>>

/** What a rebalance leaves alone. */
export type RebalanceOptions = {
  /** What happens to instruments without a weight; default `close`. */
  readonly others?: 'close' | 'keep'
  /**
   * A trade worth less than this share of equity is left out unless it closes a position; from 0,
   * below 1, default 0.
   */
  readonly tolerance?: number
  /** A trade worth less than this money is left out unless it closes a position; default 0. */
  readonly minimumTrade?: number
}

/** One instrument of the run. */
export interface InstrumentContext<Name extends string = string> {
  readonly id: string
  /** Whether a bar of this instrument closed at this step. */
  readonly hasBar: boolean
  readonly time: TimeView
  readonly open: Values
  readonly high: Values
  readonly low: Values
  readonly close: Values
  readonly volume: Values
  readonly indicators: { readonly [Key in Name]: Values }
  readonly position: PositionView
  readonly orders: Orders
}

/**
 * A column up to the bar in hand; it cannot reach past it. NaN before the first bar and where the
 * column has no value.
 */
export interface Values {
  /** At the bar in hand. */
  readonly value: number
  /**
   * So many bars ago: 0 is the bar in hand, 1 the one before.
   *
   * @throws NeuralTraderError `LOOK_AHEAD` for a negative number, `INVALID_ARGUMENT` for a fraction.
   */
  at(barsAgo: number): number
}

/** When the bar in hand closed. */
export interface TimeView {
  /** Milliseconds since the epoch, UTC. */
  readonly milliseconds: number
  /** Nanoseconds since the epoch, UTC. */
  readonly nanoseconds: bigint
}

/** The account at the close of the step, before this step's orders. */
export interface AccountView {
  /** Cash in the account's own currency, negative when owed. */
  readonly cash: number
  /** Cash plus positions at the close. */
  readonly equity: number
  /** Orders at the venue. */
  readonly workingOrders: number
  /** Trades closed so far. */
  readonly closedTrades: number
  /**
   * Cash in a currency that instruments of the run are in, negative when owed. Made when asked.
   *
   * @throws NeuralTraderError `INVALID_ARGUMENT` for a currency that the run does not have.
   */
  cashIn(currency: string): number
}

/**
 * The position in one instrument. In a hedging account it is the sum of longs and shorts, which
 * `lots()` tells apart.
 */
export interface PositionView {
  /** Signed units: positive long, negative short. */
  readonly quantity: number
  /** Average entry price; NaN when flat, and with lots of both sides. */
  readonly averagePrice: number
  readonly isFlat: boolean
  readonly isLong: boolean
  readonly isShort: boolean
  /** Its open lots in order of entry: what each order opened and is still open. Made when asked. */
  lots(): readonly OpenLot[]
}

/** Part of a position that one order opened. */
export type OpenLot = {
  /** The order that opened it; 0 where the strategy did not give it. */
  readonly order: OrderNumber
  /** Signed units still open: positive long, negative short. */
  readonly quantity: number
  readonly entryPrice: number
  /** Step of the entry. */
  readonly entryStep: number
}

/** Number of an order in its run, from 1 in order of submission. */
export type OrderNumber = number

/** How an order waits, and what goes with it. Without `limit` and `stop` it is a market order. */
export type OrderOptions = {
  /** Worst acceptable price. */
  readonly limit?: number
  /** Price at which the order becomes active. */
  readonly stop?: number
  /**
   * Good till cancelled (default), for the session or the day, immediate or cancel, fill or kill,
   * good till `expiresAt`, at the next open or at the next close of a session.
   */
  readonly timeInForce?: 'GTC' | 'DAY' | 'IOC' | 'FOK' | 'GTD' | 'OPEN' | 'CLOSE'
  /** Of a GTD order: milliseconds since the epoch. A bar that closes later does not fill it. */
  readonly expiresAt?: number
  /**
   * Makes it a stop that follows the best price, so far behind in price (for a multiple of the
   * average true range, pass that amount). It moves when a bar has closed, never within one.
   */
  readonly trail?: number
  /** As `trail`, as a fraction of the best price. */
  readonly trailPercent?: number
  /** Of a trailing stop: it becomes a limit order so far beyond its stop, in price. */
  readonly trailLimit?: number
  /** Waits until the price is as good as this: with `limit` limit-if-touched, else market. */
  readonly touch?: number
  /** A market order of which what the account cannot take rests as a limit at its fill price. */
  readonly toLimit?: boolean
  /** Of a limit order: cancelled where it would take liquidity at the open of its first bar. */
  readonly postOnly?: boolean
  /** Of a limit order: units shown in the book. On bars the order fills as its full size. */
  readonly display?: number
  /** Group number: when one order of the group fills, in part too, the others are cancelled. */
  readonly oco?: number
  /** Waits for this order to fill, and works from the step after. */
  readonly parent?: OrderNumber
  /** Never opens or grows a position. */
  readonly reduceOnly?: boolean
  /** Price of a stop order that closes what this order opens. */
  readonly stopLoss?: number
  /** Price of a limit order that closes what this order opens. */
  readonly takeProfit?: number
  /** The stop loss as a fraction of the fill price away from it. */
  readonly stopLossPercent?: number
  /** The take profit as a fraction of the fill price away from it. */
  readonly takeProfitPercent?: number
}

/** New terms of an order; what is left out stays. */
export type OrderChange = {
  /** Units in all, filled ones included; the side stays. */
  readonly quantity?: number
  readonly limit?: number
  /** New stop or touch. */
  readonly stop?: number
}

/** New prices of the exits of an open lot: what is left out stays, `null` removes. */
export type ExitOptions = {
  readonly stopLoss?: number | null
  readonly takeProfit?: number | null
}

/** How much to close. */
export type CloseOptions = {
  /**
   * The part of what is open, above 0 and at most 1; default 1. It comes to whole lots, the nearest
   * number and at least one.
   */
  readonly portion?: number
}

/**
 * The orders of one instrument. They pass the risk gate when the step ends; what it refuses is in
 * the result's refusals, not thrown.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for a quantity, share or price that is not a number
 * the method takes.
 */
export interface Orders {
  /** Buys units. */
  buy(quantity: number, options?: OrderOptions): OrderNumber
  /** Sells units, short where more are sold than held. */
  sell(quantity: number, options?: OrderOptions): OrderNumber
  /** Buys for a share of the free buying power, above 0 and at most 1. */
  buyPercent(share: number, options?: OrderOptions): OrderNumber
  /** Sells short for a share of the free buying power, above 0 and at most 1. */
  sellPercent(share: number, options?: OrderOptions): OrderNumber
  /**
   * Trades to hold this signed share of equity: 1 all long, -1 all short, 0 nothing. In a hedging
   * account every target but 0 is refused with `NEEDS_NETTING`.
   */
  targetPercent(share: number, options?: OrderOptions): OrderNumber
  /** Trades to hold this signed number of units. */
  targetQuantity(quantity: number, options?: OrderOptions): OrderNumber
  /**
   * Trades to hold units worth this signed amount of money at the last close; over quotes at their
   * middle.
   */
  targetValue(value: number, options?: OrderOptions): OrderNumber
  /**
   * Closes the position, or a part of it, at market; in a hedging account every lot by an order of its
   * own, of which the number is that of the first.
   */
  close(options?: CloseOptions): OrderNumber
  /** Closes, at market, what is left of the lot that an order opened, or a part of it. */
  closeLot(order: OrderNumber, options?: CloseOptions): OrderNumber
  /** Moves the exits of the lot that an order opened. */
  setExits(order: OrderNumber, exits: ExitOptions): void
  /**
   * Replaces terms of a working order from the next bar on. What is refused, such as the change of
   * an order that has ended, is in the result's refusals.
   */
  modify(order: OrderNumber, change: OrderChange): void
  /** Takes back an order; one that has ended stays as it is. */
  cancel(order: OrderNumber): void
  /** Takes back every order of the instrument except the exits of open lots. */
  cancelAll(): void
  /**
   * Exchanges an amount of one currency for another, at the last rate less the account's cost of
   * conversion, when the step ends; it is of the account, whichever instrument it is asked of. What
   * is refused is in the result's refusals: `INSUFFICIENT_BUYING_POWER` for more than the account
   * holds, or of a margin account more than it could owe; `NO_EXCHANGE_RATE` before one is known.
   *
   * @throws NeuralTraderError `INVALID_ARGUMENT` for an amount not above 0, a currency that the run
   * does not have, or the same one twice.
   */
  convert(amount: number, between: CurrencyPair): void
}

/** The currencies of a conversion; one that is left out is that of the account. */
export type CurrencyPair = {
  /** What the amount is of, and is given away. */
  readonly from?: string
  /** What is got. */
  readonly to?: string
}
