import { type DepthChunk, depthKind } from '@neural-trader/engine'

/** A feed and where its book stands at the end. */
export type DepthFeed = {
  readonly chunks: readonly DepthChunk[]
  readonly events: number
  /** Ticks. */
  readonly bestBid: number
  /** Ticks. */
  readonly bestAsk: number
}

/** One side of the book while it is made; `toward` is the step that improves its price. */
type Side = {
  readonly toward: 1 | -1
  readonly level: number
  readonly trade: number
  readonly lots: Float64Array
  best: number
}

const ticks = 1 << 17
const depth = 10
const meanNanoseconds = 500_000
const chunks = 64
const chunkLength = 1 << 16

/** Price of one tick and quantity of one lot of the feed. */
export const grid = { tickSize: 0.1, lotSize: 0.001 } as const

/** Time of its first event. */
export const feedStart = 1_700_000_000_000_000_000n

let made: DepthFeed | undefined

/**
 * A seeded book of ten levels a side whose touch wanders: four million events in chunks of 65,536,
 * two thousand changes a second at random times. One in fifty is a trade at the touch, followed by
 * the level it left; the others set or remove levels, mostly near the touch, at times inside the
 * spread. It is made once.
 */
export function depthFeed(): DepthFeed {
  made ??= makeFeed(7)
  return made
}

function makeFeed(seed: number): DepthFeed {
  const book = new Book(seed)
  const made = Array.from({ length: chunks }, () => chunk(book))
  const { bestBid, bestAsk } = book
  return { chunks: made, events: chunks * chunkLength, bestBid, bestAsk }
}

function chunk(book: Book): DepthChunk {
  const time = new BigInt64Array(chunkLength)
  const kind = new Uint8Array(chunkLength)
  const price = new Float64Array(chunkLength)
  const quantity = new Float64Array(chunkLength)
  for (let row = 0; row < chunkLength; row += 1) {
    const [what, tick, lots] = book.next()
    time[row] = book.time
    kind[row] = what
    price[row] = tick / 10
    quantity[row] = lots / 1000
  }
  return { time, kind, price, quantity }
}

class Book {
  time: bigint = feedStart
  readonly #bids: Side = side(1, depthKind.bidLevel, depthKind.sellTrade, ticks / 2)
  readonly #asks: Side = side(-1, depthKind.askLevel, depthKind.buyTrade, ticks / 2 + 1)
  readonly #told: [kind: number, tick: number, lots: number][] = []
  #state: number

  constructor(seed: number) {
    this.#state = seed
    for (const each of [this.#bids, this.#asks]) {
      for (let away = 0; away < depth; away += 1) {
        this.#set(each, each.best - each.toward * away, this.#size())
      }
    }
  }

  get bestBid(): number {
    return this.#bids.best
  }

  get bestAsk(): number {
    return this.#asks.best
  }

  next(): [kind: number, tick: number, lots: number] {
    if (this.#told.length === 0) {
      this.time += BigInt(Math.ceil(this.#exponential() * meanNanoseconds))
      const each = this.#random() < 0.5 ? this.#bids : this.#asks
      if (this.#random() < 0.02) this.#trade(each)
      else if (this.bestAsk - this.bestBid > 1 && this.#random() < 0.3) this.#improve(each)
      else this.#change(each)
    }
    return this.#told.shift()!
  }

  #trade(each: Side): void {
    const displayed = each.lots[each.best]!
    const lots = Math.min(displayed, this.#size())
    this.#told.push([each.trade, each.best, lots])
    this.#set(each, each.best, displayed - lots)
    this.#retreat(each)
  }

  #improve(each: Side): void {
    each.best += each.toward
    this.#set(each, each.best, this.#size())
    const left = each.best - each.toward * depth
    if (each.lots[left] !== 0) this.#set(each, left, 0)
  }

  #change(each: Side): void {
    const away = Math.min(depth - 1, Math.floor(this.#exponential() * 2.5))
    const removed = this.#random() < (away === 0 ? 0.05 : 0.2)
    this.#set(each, each.best - each.toward * away, removed ? 0 : this.#size())
    this.#retreat(each)
  }

  /** Moves the best price off an emptied level; the last level in sight always holds something. */
  #retreat(each: Side): void {
    const last = (): number => each.best - each.toward * (depth - 1)
    if (each.lots[last()] === 0) this.#set(each, last(), this.#size())
    while (each.lots[each.best] === 0) {
      each.best -= each.toward
      if (each.lots[last()] === 0) this.#set(each, last(), this.#size())
    }
  }

  #set(each: Side, tick: number, lots: number): void {
    each.lots[tick] = lots
    this.#told.push([each.level, tick, lots])
  }

  #size(): number {
    return 1 + Math.floor(this.#exponential() * 400)
  }

  #exponential(): number {
    return -Math.log(1 - this.#random())
  }

  /** A linear congruential generator (Numerical Recipes); its upper bits are good enough here. */
  #random(): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0
    return this.#state / 2 ** 32
  }
}

function side(toward: 1 | -1, level: number, trade: number, best: number): Side {
  return { toward, level, trade, lots: new Float64Array(ticks), best }
}
