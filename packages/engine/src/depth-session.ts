import { NeuralTraderError } from '@neural-trader/core'

import { binding } from './binding.ts'
import { type DepthReport, readReport, reportStride } from './depth-report.ts'
import { native } from './native-error.ts'

/** What an event of a depth feed says, as the kind column numbers it. */
export const depthKind = {
  /** The quantity at a bid price is now this; 0 removes the level. */
  bidLevel: 0,
  /** The quantity at an ask price is now this; 0 removes the level. */
  askLevel: 1,
  /** A buyer took this quantity from the asks. */
  buyTrade: 2,
  /** A seller took this quantity from the bids. */
  sellTrade: 3,
  /** All bids are void: those that follow are a snapshot. */
  clearBids: 4,
  /** All asks are void: those that follow are a snapshot. */
  clearAsks: 5,
} as const

/** A chunk of a depth feed: columns of one length, ascending in time. */
export type DepthChunk = {
  /** Exchange times, nanoseconds since the epoch, UTC. */
  readonly time: BigInt64Array
  /** See {@link depthKind}. */
  readonly kind: Uint8Array
  /** Prices, multiples of the tick size. */
  readonly price: Float64Array
  /** Quantities, multiples of the lot size. */
  readonly quantity: Float64Array
}

/**
 * How the queue ahead of a resting order shortens: `'fifo'` by trades alone, or by cancels too, a
 * cancelled lot having stood ahead with the probability a^n / (a^n + b^n), a and b being the lots
 * ahead and behind.
 */
export type DepthQueue = 'fifo' | { readonly power: number }

/** The rules of a depth session. */
export type DepthOptions = {
  /** Where the clock starts, usually at the first event; nanoseconds since the epoch, UTC. */
  readonly start: bigint
  readonly tickSize: number
  readonly lotSize: number
  /** Nanoseconds from the exchange's event to the strategy's sight of it; 0 unless given. */
  readonly feedLatency?: number | undefined
  /** Nanoseconds from a request to its arrival at the exchange; 0 unless given. */
  readonly entryLatency?: number | undefined
  /** Nanoseconds from the exchange's report to the strategy's sight of it; 0 unless given. */
  readonly responseLatency?: number | undefined
  /** `'fifo'` unless given. */
  readonly queue?: DepthQueue | undefined
}

/** An order for a depth session. */
export type DepthOrder = {
  readonly side: 'buy' | 'sell'
  /** Limit price, ticks. */
  readonly price: number
  /** Quantity, lots. */
  readonly lots: number
  /** Takes what is displayed up to its price and cancels the rest; post-only unless given. */
  readonly immediateOrCancel?: boolean | undefined
}

/** How far a session came: to the time asked for, as far as events are known, or to its end. */
export type DepthProgress = 'reached' | 'needs-events' | 'ended'

/** Slots of the view, shared with Rust: written before and read after every {@link DepthSession.elapse}. */
export const depthSlot = {
  elapse: 0,
  requests: 1,
  /** Nanoseconds since the start on the strategy's clock. */
  now: 2,
  reports: 3,
  /** Ticks; NaN where there are no bids. */
  bestBid: 4,
  bestBidLots: 5,
  /** Ticks; NaN where there are no asks. */
  bestAsk: 6,
  bestAskLots: 7,
} as const

const slots = 8
const requestStride = 4
const requestCapacity = 256
const reportCapacity = 256
const operation = { buy: 1, sell: 2, cancel: 3 } as const
const progress = ['ended', 'reached', 'needs-events'] as const
const reportsLeft = 3

/** A replay of a depth feed: the strategy pulls, Rust advances; see {@link depthSlot} for its view. */
export class DepthSession {
  /** What the strategy sees after a pull: its clock and the best prices, {@link depthSlot}. */
  readonly view: Float64Array = new Float64Array(slots)
  readonly #requests = new Float64Array(requestCapacity * requestStride)
  readonly #rows = new Float64Array(reportCapacity * reportStride)
  readonly #native: InstanceType<typeof binding.DepthSession>
  readonly #next: () => number
  #waiting = 0
  #orders = 0
  #reports: DepthReport[] = []

  /** @throws NeuralTraderError `INVALID_ARGUMENT` where an option is out of range. */
  constructor(options: DepthOptions) {
    const given = nativeOptions(options)
    this.#native = native(
      () => new binding.DepthSession(given, this.view, this.#requests, this.#rows),
    )
    this.#next = this.#native.nextFunction()
  }

  /**
   * Appends a copy of a chunk of the feed; chunks that are over give their memory back.
   *
   * @throws NeuralTraderError `DATA_LENGTH_MISMATCH`, `DATA_UNSORTED`, `DATA_FORMAT`,
   * `DATA_NOT_FINITE`, `DATA_NOT_POSITIVE` or `OVERFLOW`; then nothing of the chunk is appended.
   */
  append(chunk: DepthChunk): void {
    native(() => this.#native.append(chunk))
  }

  /** Says that nothing follows the chunks appended. */
  end(): void {
    this.#native.end()
  }

  /**
   * Sends what was ordered off and goes on by so many nanoseconds. After `'needs-events'` append a
   * chunk, or end the feed, and call it with 0 for the rest of the way.
   *
   * @throws NeuralTraderError `INVALID_ARGUMENT` where it is negative or NaN.
   */
  elapse(nanoseconds: number): DepthProgress {
    if (!(nanoseconds >= 0)) throw invalid(`elapse() was given ${nanoseconds}: give 0 or more`)
    if (this.#reports.length > 0) this.#reports = []
    let told = this.#pull(nanoseconds)
    while (told === reportsLeft) told = this.#pull(0)
    return progress[told]!
  }

  /** What the exchange reported and became visible with the last {@link elapse}, in its order. */
  get reports(): readonly DepthReport[] {
    return this.#reports
  }

  /**
   * Orders; it goes off with the next {@link elapse}. Returns the order's number.
   *
   * @throws NeuralTraderError `INVALID_ARGUMENT` for a price or lots that are no whole number, or for
   * more than 256 requests between two calls of {@link elapse}.
   */
  place(order: DepthOrder): number {
    whole('price', order.price)
    whole('lots', order.lots)
    this.#request(
      operation[order.side],
      order.price,
      order.lots,
      order.immediateOrCancel === true ? 1 : 0,
    )
    this.#orders += 1
    return this.#orders
  }

  /** Asks to take an order back; the request goes off with the next {@link elapse}. */
  cancel(order: number): void {
    whole('order', order)
    this.#request(operation.cancel, order, 0, 0)
  }

  /** Price in ticks and lots of the best levels of a side, in turn, the best first. */
  levels(side: 'bids' | 'asks', count: number): Float64Array {
    return this.#native.levels(side === 'bids', count)
  }

  #pull(nanoseconds: number): number {
    const { view } = this
    view[depthSlot.elapse] = nanoseconds
    view[depthSlot.requests] = this.#waiting
    this.#waiting = 0
    const told = this.#next()
    const count = view[depthSlot.reports]!
    for (let row = 0; row < count; row += 1) this.#reports.push(readReport(this.#rows, row))
    return told
  }

  #request(kind: number, first: number, second: number, third: number): void {
    if (this.#waiting === requestCapacity) {
      throw invalid(`more than ${requestCapacity} requests wait: call elapse() between them`)
    }
    const at = this.#waiting * requestStride
    this.#requests[at] = kind
    this.#requests[at + 1] = first
    this.#requests[at + 2] = second
    this.#requests[at + 3] = third
    this.#waiting += 1
  }
}

function nativeOptions(
  options: DepthOptions,
): ConstructorParameters<typeof binding.DepthSession>[0] {
  const { start, tickSize, lotSize, queue = 'fifo' } = options
  const { feedLatency = 0, entryLatency = 0, responseLatency = 0 } = options
  whole('feedLatency', feedLatency)
  whole('entryLatency', entryLatency)
  whole('responseLatency', responseLatency)
  const queuePower = queue === 'fifo' ? 0 : queue.power
  if (queue !== 'fifo' && !(Number.isInteger(queuePower) && queuePower >= 1 && queuePower <= 16)) {
    throw invalid(`the power of the queue is ${queuePower}: give a whole number from 1 to 16`)
  }
  return { start, tickSize, lotSize, feedLatency, entryLatency, responseLatency, queuePower }
}

function whole(name: string, value: number): void {
  if (!Number.isSafeInteger(value)) throw invalid(`${name} is ${value}: give a whole number`)
}

function invalid(message: string): NeuralTraderError {
  return new NeuralTraderError('INVALID_ARGUMENT', message)
}
