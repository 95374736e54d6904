import type { Unsubscribe } from './event-bus.ts'

/**
 * A venue that takes orders for one account: simulated, paper or live. Orders are named by ids of
 * the caller, so that after a lost answer the same order can be asked for, and never sent twice.
 *
 * What a venue refuses is an order with status `rejected` and a reason, not an error. Errors are
 * thrown for misuse, and where the venue cannot be reached.
 */
export interface Broker {
  readonly name: string
  /** Connects; connecting twice is no error. */
  connect(): Promise<void>
  /** Orders work on at the venue. */
  disconnect(): Promise<void>
  /**
   * Sends an order and tells how it stands. The same order again is not sent again.
   *
   * @throws NeuralTraderError `CLIENT_ORDER_ID_TAKEN` where the id names another order;
   * `INVALID_ARGUMENT`, `UNKNOWN_INSTRUMENT`, `BROKER_NOT_CONNECTED`.
   */
  submit(order: BrokerOrderRequest): Promise<BrokerOrder>
  /**
   * Asks for an order to be taken back and tells how it stands; one that has ended stays as it is.
   *
   * @throws NeuralTraderError `UNKNOWN_ORDER`, `BROKER_NOT_CONNECTED`.
   */
  cancel(clientOrderId: string): Promise<BrokerOrder>
  /**
   * Asks for new terms of a working order and tells how it stands; the venue may refuse them.
   *
   * @throws NeuralTraderError `UNKNOWN_ORDER`, `INVALID_ARGUMENT`, `BROKER_NOT_CONNECTED`.
   */
  modify(clientOrderId: string, change: BrokerOrderChange): Promise<BrokerOrder>
  /** The order of this id as the venue knows it; what it was never sent is undefined. */
  order(clientOrderId: string): Promise<BrokerOrder | undefined>
  /** Orders that have not ended, in order of submission. */
  openOrders(): Promise<readonly BrokerOrder[]>
  /** What is held; in a hedging account longs and shorts apart. */
  positions(): Promise<readonly BrokerPosition[]>
  account(): Promise<BrokerAccount>
  /** Tells of everything that happens to orders from now on, in its order. */
  subscribe(listener: (event: BrokerEvent) => void): Unsubscribe
}

/** An order as it is sent. Without `limit` and `stop` it is a market order. */
export type BrokerOrderRequest = {
  /** Names the order, unique in the account: up to 48 letters, digits, dashes and underscores. */
  readonly clientOrderId: string
  /** `SYMBOL.VENUE`. */
  readonly instrument: string
  readonly side: 'buy' | 'sell'
  /** Units, above 0. */
  readonly quantity: number
  /** Worst acceptable price. */
  readonly limit?: number
  /** Price at which the order becomes active. */
  readonly stop?: number
  /** Default `GTC`. */
  readonly timeInForce?: 'GTC' | 'DAY' | 'IOC' | 'FOK'
  /** Never opens or grows a position. */
  readonly reduceOnly?: boolean
}

/** New terms of an order; what is left out stays. */
export type BrokerOrderChange = {
  /** Units in all, filled ones included. */
  readonly quantity?: number
  readonly limit?: number
  readonly stop?: number
}

/**
 * Where an order stands. `pending` is sent and not answered for; `unknown` is an order of which it is
 * not known whether it arrived, until the venue says: time alone never ends it.
 */
export type BrokerOrderStatus =
  | 'pending'
  | 'working'
  | 'partially-filled'
  | 'filled'
  | 'cancelled'
  | 'expired'
  | 'rejected'
  | 'unknown'

/** An order as the venue knows it. */
export type BrokerOrder = BrokerOrderRequest & {
  /** The venue's own id, where it gave one. */
  readonly venueOrderId?: string
  readonly status: BrokerOrderStatus
  /** Units filled. */
  readonly filled: number
  /** Average price of the fills; NaN without one. */
  readonly averagePrice: number
  /** Why it was rejected or ended, a stable code where the venue's reason has one. */
  readonly reason?: string
}

/** A fill of an order, or a part of one. */
export type BrokerFill = {
  readonly clientOrderId: string
  readonly instrument: string
  readonly side: 'buy' | 'sell'
  /** Units, above 0. */
  readonly quantity: number
  readonly price: number
  readonly fee: number
  /** Nanoseconds since the epoch, UTC. */
  readonly time: bigint
}

/** What happened: a fill, or an order that stands otherwise. A fill comes before its order. */
export type BrokerEvent =
  | { readonly type: 'fill'; readonly fill: BrokerFill }
  | { readonly type: 'order'; readonly order: BrokerOrder }
  /** A change or cancellation was refused; the order stays as it is. */
  | { readonly type: 'refusal'; readonly clientOrderId: string; readonly reason: string }

/** What is held of an instrument. */
export type BrokerPosition = {
  readonly instrument: string
  /** Signed units. */
  readonly quantity: number
  /** Average entry price. */
  readonly averagePrice: number
}

/** The account of a broker. */
export type BrokerAccount = {
  /** Cash, negative when owed. */
  readonly cash: number
  /** Cash plus positions at the last price. */
  readonly equity: number
}
