import { runConfig } from '@neural-trader/backtesting'
import type { Quotes } from '@neural-trader/core'
import { openTickReplay, tickSlot, type TickReplay } from '@neural-trader/engine'

import type { Bench } from './bench.ts'
import { median } from './measure.ts'
import { orderInto } from './order-into.ts'
import { quoteFeed, quotesOfFeed, reach } from './quote-feed.ts'

const instrument = { id: 'X.XTST', priceDecimals: 2, quantityDecimals: 0 }

function open(): TickReplay {
  return openTickReplay(runConfig({ cash: 1e12 }), [instrument])
}

function speed(replay: TickReplay): number {
  const begun = performance.now()
  for (const chunk of quoteFeed()) replay.quotes(0, chunk)
  return quotesOfFeed / ((performance.now() - begun) / 1000)
}

async function withoutOrders(): Promise<number> {
  quoteFeed()
  return speed(open())
}

/**
 * A thousand limit orders rest on both sides, a cent apart from the ends of the feed's reach inwards
 * and outwards, so that some are met on the way and most are not.
 */
async function withOrders(): Promise<number> {
  quoteFeed()
  const replay = open()
  replay.quotes(0, rows(quoteFeed()[0]!, 0, 1))
  for (let place = 0; place < 500; place += 1) {
    orderInto(replay, 1, reach.lowest - place / 100)
    orderInto(replay, -1, reach.highest + place / 100)
  }
  replay.quotes(0, rows(quoteFeed()[0]!, 0, 1))
  for (let place = 1; place <= 20; place += 1) {
    orderInto(replay, 1, 100 - place / 10)
    orderInto(replay, -1, 100 + place / 10)
  }
  const perSecond = speed(replay)
  const working = replay.view[tickSlot.working]!
  const fills = 1040 - working
  if (working < 1000 || fills < 10) throw new Error(`${working} orders work, ${fills} filled`)
  return perSecond
}

/** What the columns alone cost: one pass that adds the spreads up. */
async function bareLoop(): Promise<number> {
  const chunks = quoteFeed()
  const begun = performance.now()
  let spreads = 0
  for (const { bid, ask, bidSize, askSize } of chunks) {
    for (let row = 0; row < bid.length; row += 1) {
      spreads += ask[row]! - bid[row]! + bidSize[row]! + askSize[row]!
    }
  }
  const seconds = (performance.now() - begun) / 1000
  if (!(spreads > 0)) throw new Error(`the spreads add up to ${spreads}`)
  return quotesOfFeed / seconds
}

/** An account that trades a hundred times a turn, while one more order comes to rest. */
class Trader {
  readonly #replay = open()
  readonly #quotes: Quotes
  #turn = 0

  constructor() {
    const quotes = rows(quoteFeed()[0]!, 0, turns + 1)
    const unknown = new Float64Array(turns + 1)
    this.#quotes = { ...quotes, bidSize: unknown, askSize: unknown }
    this.#replay.quotes(0, rows(this.#quotes, 0, 1))
  }

  /** Milliseconds that the next turns took. */
  trade(count: number): number {
    const until = this.#turn + count
    const begun = performance.now()
    while (this.#turn < until) {
      this.#turn += 1
      for (let place = 0; place < 100; place += 1) orderInto(this.#replay, place % 2 === 0 ? 3 : -3)
      orderInto(this.#replay, 1, reach.lowest - this.#turn / 100)
      this.#replay.quotes(0, rows(this.#quotes, this.#turn, this.#turn + 1))
    }
    return performance.now() - begun
  }

  check(): void {
    const working = this.#replay.view[tickSlot.working]!
    const records = this.#replay.logRecords()
    if (working !== this.#turn || records < 200 * this.#turn) {
      throw new Error(`${working} orders work and there are ${records} records`)
    }
  }
}

const turns = 5000

/**
 * Time of the first 50,000 fills of an account over that of fills 450,000 to 500,000 of another,
 * behind which rest 4,500 orders: medians of 1,000 fills. Both trade in turn, so that what else the
 * machine does slows both.
 */
async function lateOverEarly(): Promise<number> {
  const late = new Trader()
  late.trade(turns * 0.9)
  const early = new Trader()
  early.trade(10)
  const pairs = Array.from({ length: 50 }, () => [early.trade(10), late.trade(10)] as const)
  early.check()
  late.check()
  return median(pairs.map(([first]) => first)) / median(pairs.map(([, last]) => last))
}

function rows(quotes: Quotes, from: number, to: number): Quotes {
  return {
    instrument: quotes.instrument,
    time: quotes.time.subarray(from, to),
    bid: quotes.bid.subarray(from, to),
    ask: quotes.ask.subarray(from, to),
    bidSize: quotes.bidSize.subarray(from, to),
    askSize: quotes.askSize.subarray(from, to),
  }
}

const peer = { name: 'a bare loop over the columns', version: 'node', run: bareLoop }

/** Quotes that enter as columns, through the matching of the kernel, with its log. */
export const benches: readonly Bench[] = [
  { name: 'kernel.quotes', unit: 'quotes/s', higherIsBetter: true, run: withoutOrders, peer },
  { name: 'kernel.quotes_1000', unit: 'quotes/s', higherIsBetter: true, run: withOrders, peer },
  { name: 'kernel.late_over_early', unit: 'ratio', higherIsBetter: true, run: lateOverEarly },
]
