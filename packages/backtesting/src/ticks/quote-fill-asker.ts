import type { FillQuote, QuoteFillModel, Quotes, Trades } from '@neural-trader/core'
import {
  askedSlot as slot,
  askedStride,
  instrumentStride,
  viewSlot,
  type Session,
  type TickSeries,
} from '@neural-trader/engine'

import { blankOrder, readOrder } from '../run/asked-order.ts'
import { askModel, checkFill, type PriceRange, type Question } from '../run/check-fill.ts'
import type { CommandWriter } from '../run/command-writer.ts'

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** Asks a fill model about the orders that a quote or trade could fill. */
export class QuoteFillAsker {
  readonly #model: QuoteFillModel
  readonly #session: Session
  readonly #series: readonly TickSeries[]
  readonly #writer: CommandWriter
  // Reused from question to question.
  readonly #order = blankOrder()
  readonly #quote: Writable<FillQuote> = {
    tick: 'quote',
    time: 0,
    bid: Number.NaN,
    ask: Number.NaN,
    bidSize: 0,
    askSize: 0,
    lastPrice: Number.NaN,
    lastSize: Number.NaN,
  }

  constructor(
    model: QuoteFillModel,
    session: Session,
    series: readonly TickSeries[],
    writer: CommandWriter,
  ) {
    this.#model = model
    this.#session = session
    this.#series = series
    this.#writer = writer
  }

  /** Writes the fills of the quote or trade in hand as commands. */
  answer(step: number): void {
    const { view } = this.#session
    const { ticks, instrument } = this.#series[view[viewSlot.askedSeries] as number] as TickSeries
    this.#readQuote(ticks, instrument)
    const asked = this.#session.asked()
    for (let at = 0; at < asked.length; at += askedStride) {
      readOrder(this.#order, asked, at, ticks.instrument)
      const question = (): Question => this.#question(step)
      const fill = askModel(() => this.#model.fillAtQuote(this.#order, this.#quote), question)
      if (fill === undefined) continue
      checkFill(fill, this.#range(), question())
      const { price, quantity = this.#order.quantity } = fill
      this.#writer.fill(instrument, asked[at + slot.id] as number, price, quantity)
    }
  }

  #question(step: number): Question {
    return { model: this.#model.name, order: this.#order, step, time: this.#quote.time }
  }

  /** From bid to ask, or from a trade to the limit that it passed. */
  #range(): PriceRange {
    const { tick, bid, ask, lastPrice } = this.#quote
    const there = tick === 'quote' ? [bid, ask] : [lastPrice]
    const prices = [...there, this.#order.price].filter((price) => !Number.isNaN(price))
    return {
      low: Math.min(...prices),
      high: Math.max(...prices),
      isFree: this.#model.outsideQuote === true,
      words: [tick, 'outsideQuote'],
    }
  }

  #readQuote(ticks: Quotes | Trades, instrument: number): void {
    const { view } = this.#session
    const quote = this.#quote
    quote.bid = quote.ask = quote.lastPrice = quote.lastSize = Number.NaN
    quote.bidSize = quote.askSize = 0
    this.#series.forEach((each, index) => {
      const row = view[viewSlot.instruments + index * instrumentStride] as number
      if (each.instrument === instrument && row >= 0) readRow(quote, each.ticks, row)
      if (each.ticks === ticks) quote.time = Number((ticks.time[row] as bigint) / 1_000_000n)
    })
    quote.tick = 'bid' in ticks ? 'quote' : 'trade'
  }
}

function readRow(quote: Writable<FillQuote>, ticks: Quotes | Trades, row: number): void {
  if ('bid' in ticks) {
    quote.bid = ticks.bid[row] as number
    quote.ask = ticks.ask[row] as number
    quote.bidSize = ticks.bidSize[row] as number
    quote.askSize = ticks.askSize[row] as number
  } else {
    quote.lastPrice = ticks.price[row] as number
    quote.lastSize = ticks.size[row] as number
  }
}
