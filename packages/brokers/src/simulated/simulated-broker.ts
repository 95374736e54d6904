import {
  NeuralTraderError,
  type Broker,
  type BrokerAccount,
  type BrokerEvent,
  type BrokerOrder,
  type BrokerOrderChange,
  type BrokerOrderRequest,
  type BrokerPosition,
  type Unsubscribe,
} from '@neural-trader/core'
import { openVenue, venueBarStride, type Venue } from '@neural-trader/engine'

import { checked } from '../checked.ts'
import { orderChangeSchema, orderRequestSchema } from '../order-request.ts'
import { venueConfig, type SimulatedOptions } from './options.ts'
import { cancellation, modification, submission } from './order-commands.ts'
import { TrackedOrders, type TrackedOrder } from './tracked-orders.ts'

/** A bar that has closed. */
export type LiveBar = {
  readonly instrument: string
  /** When it closed: nanoseconds since the epoch, UTC. */
  readonly time: bigint
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  /** Units traded. */
  readonly volume: number
}

/** The best prices from a moment on. */
export type LiveQuote = {
  readonly instrument: string
  /** Nanoseconds since the epoch, UTC. */
  readonly time: bigint
  readonly bid: number
  readonly ask: number
  /** Units at the bid and the ask; 0 where unknown, the default. */
  readonly bidSize?: number
  readonly askSize?: number
}

/**
 * The simulated venue: the engine's own kernel, fed as the market goes on. The same orders on the same
 * data write the event log of a backtest, byte for byte.
 */
export interface SimulatedBroker extends Broker {
  /**
   * Feeds a bar, or all bars that closed at one time together. Orders sent since the last are met.
   *
   * @throws NeuralTraderError `DATA_...` for a bar that cannot be, `UNKNOWN_INSTRUMENT`,
   * `INVALID_ARGUMENT` after quotes or for bars of several times; then nothing was taken.
   */
  onBar(bars: LiveBar | readonly LiveBar[]): void
  /** Feeds a quote; see {@link onBar}. */
  onQuote(quote: LiveQuote): void
  /** SHA-256 of the event log, hexadecimal. */
  logHash(): string
  /** A copy of the event log. */
  logBytes(): Uint8Array
}

/**
 * Opens a simulated venue.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for an option.
 */
export function simulatedBroker(options: SimulatedOptions): SimulatedBroker {
  return new KernelBroker(options)
}

class KernelBroker implements SimulatedBroker {
  readonly name = 'simulated'
  readonly #venue: Venue
  readonly #instruments: readonly string[]
  readonly #quantityDecimals: number
  readonly #orders: TrackedOrders
  readonly #listeners = new Set<(event: BrokerEvent) => void>()
  #sent = 0
  #connected = false

  constructor(options: SimulatedOptions) {
    const config = venueConfig(options)
    const { instruments, priceDecimals = 2, quantityDecimals = 0 } = options
    const traded = instruments.map((id) => ({ id, priceDecimals, quantityDecimals }))
    this.#instruments = [...instruments]
    this.#quantityDecimals = quantityDecimals
    this.#venue = openVenue(config, traded)
    this.#orders = new TrackedOrders(this.#instruments, quantityDecimals)
  }

  async connect(): Promise<void> {
    this.#connected = true
  }

  async disconnect(): Promise<void> {
    this.#connected = false
  }

  async submit(given: BrokerOrderRequest): Promise<BrokerOrder> {
    this.#mustBeConnected()
    const request = checked(orderRequestSchema, given, 'Order')
    const before = this.#orders.get(request.clientOrderId)
    if (before !== undefined) return sameOrder(before, request)
    const place = this.#placeOf(request.instrument)
    this.#checkUnits(request.quantity)
    const number = this.#venue.command(submission(place, request))
    this.#sent += 1
    const tracked = this.#orders.add(number, this.#sent, request)
    this.#tell()
    return tracked.order
  }

  async cancel(clientOrderId: string): Promise<BrokerOrder> {
    this.#mustBeConnected()
    const tracked = this.#find(clientOrderId)
    this.#command(tracked, cancellation)
    return tracked.order
  }

  async modify(clientOrderId: string, given: BrokerOrderChange): Promise<BrokerOrder> {
    this.#mustBeConnected()
    const tracked = this.#find(clientOrderId)
    const change = checked(orderChangeSchema, given, 'Change')
    if (change.quantity !== undefined) this.#checkUnits(change.quantity)
    this.#command(tracked, (place, number) => modification(place, number, change))
    return tracked.order
  }

  async order(clientOrderId: string): Promise<BrokerOrder | undefined> {
    this.#mustBeConnected()
    return this.#orders.get(clientOrderId)?.order
  }

  async openOrders(): Promise<readonly BrokerOrder[]> {
    this.#mustBeConnected()
    return this.#orders.open()
  }

  async positions(): Promise<readonly BrokerPosition[]> {
    this.#mustBeConnected()
    return this.#venue.account().positions.map(({ instrument, quantity, averagePrice }) => ({
      instrument: this.#instruments[instrument] as string,
      quantity,
      averagePrice,
    }))
  }

  async account(): Promise<BrokerAccount> {
    this.#mustBeConnected()
    const { cash, equity } = this.#venue.account()
    return { cash, equity }
  }

  subscribe(listener: (event: BrokerEvent) => void): Unsubscribe {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  onBar(given: LiveBar | readonly LiveBar[]): void {
    const bars: readonly LiveBar[] = 'instrument' in given ? [given] : given
    const [first] = bars
    if (first === undefined) throw wrongFeed('no bar: give at least one')
    if (bars.some(({ time }) => time !== first.time)) {
      throw wrongFeed('bars of several times: give those of one time together')
    }
    const numbers = new Float64Array(bars.length * venueBarStride)
    for (const [at, { instrument, open, high, low, close, volume }] of bars.entries()) {
      const place = this.#placeOf(instrument)
      numbers.set([place, open, high, low, close, volume], at * venueBarStride)
    }
    this.#venue.bars(first.time, numbers)
    this.#tell()
  }

  onQuote({ instrument, time, bid, ask, bidSize = 0, askSize = 0 }: LiveQuote): void {
    this.#venue.quotes(this.#placeOf(instrument), {
      time: BigInt64Array.of(time),
      bid: Float64Array.of(bid),
      ask: Float64Array.of(ask),
      bidSize: Float64Array.of(bidSize),
      askSize: Float64Array.of(askSize),
    })
    this.#tell()
  }

  logHash(): string {
    return this.#venue.logHash()
  }

  logBytes(): Uint8Array {
    return this.#venue.logBytes()
  }

  #command(tracked: TrackedOrder, slots: (place: number, number: number) => Float64Array): void {
    if (tracked.sequence === 0) return // the venue's own orders are not the caller's to change
    this.#venue.command(slots(this.#placeOf(tracked.order.instrument), tracked.sequence))
    this.#tell()
  }

  #tell(): void {
    for (const event of this.#orders.eventsOf(this.#venue.news())) {
      for (const listener of this.#listeners) listener(event)
    }
  }

  #find(clientOrderId: string): TrackedOrder {
    const tracked = this.#orders.get(clientOrderId)
    if (tracked !== undefined) return tracked
    throw new NeuralTraderError(
      'UNKNOWN_ORDER',
      `No order has the id "${clientOrderId}": give that of an order that was submitted`,
      { details: { clientOrderId } },
    )
  }

  #placeOf(instrument: string): number {
    const place = this.#instruments.indexOf(instrument)
    if (place >= 0) return place
    const known = this.#instruments.join(', ')
    throw new NeuralTraderError(
      'UNKNOWN_INSTRUMENT',
      `The venue has no instrument "${instrument}": it has ${known}`,
      { details: { instrument } },
    )
  }

  #checkUnits(quantity: number): void {
    const lots = quantity * 10 ** this.#quantityDecimals
    if (Math.abs(lots - Math.round(lots)) <= 1e-9 * lots) return
    throw new NeuralTraderError(
      'INVALID_ARGUMENT',
      `Order quantity is ${quantity}: give at most ${this.#quantityDecimals} decimals, or set quantityDecimals`,
      { details: { field: 'quantity', value: String(quantity) } },
    )
  }

  #mustBeConnected(): void {
    if (this.#connected) return
    throw new NeuralTraderError(
      'BROKER_NOT_CONNECTED',
      'The broker is not connected: await connect() first',
    )
  }
}

/** The order that was sent before; another one under its id is refused. */
function sameOrder({ order, request }: TrackedOrder, again: BrokerOrderRequest): BrokerOrder {
  const fields = Object.keys({ ...request, ...again }) as (keyof BrokerOrderRequest)[]
  if (fields.every((field) => request[field] === again[field])) return order
  throw new NeuralTraderError(
    'CLIENT_ORDER_ID_TAKEN',
    `The id "${request.clientOrderId}" names another order: give each order its own`,
    { details: { clientOrderId: request.clientOrderId } },
  )
}

function wrongFeed(what: string): NeuralTraderError {
  return new NeuralTraderError('INVALID_ARGUMENT', `onBar got ${what}`)
}
