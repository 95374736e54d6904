import {
  NeuralTraderError,
  type Bars,
  type FillBar,
  type FillModel,
  type FillableOrder,
  type ModelFill,
} from '@neural-trader/core'
import {
  askedSlot as slot,
  askedStride,
  instrumentStride,
  orderKinds,
  viewSlot,
  type RunSeries,
  type Session,
} from '@neural-trader/engine'

import type { CommandWriter } from './command-writer.ts'

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** Asks a fill model about the orders that the bars of a step could fill. */
export class FillAsker {
  readonly #model: FillModel
  readonly #session: Session
  readonly #bars: readonly Bars[]
  readonly #writer: CommandWriter
  // Reused from question to question.
  readonly #order: Writable<FillableOrder> = {
    number: 0,
    instrument: '',
    side: 'buy',
    quantity: 0,
    kind: 'market',
    limit: Number.NaN,
    stop: Number.NaN,
    price: 0,
    atOpen: false,
  }
  readonly #bar: Writable<FillBar> = {
    time: 0,
    open: 0,
    high: 0,
    low: 0,
    close: 0,
    volume: 0,
    lastClose: 0,
  }

  constructor(
    model: FillModel,
    session: Session,
    series: readonly RunSeries[],
    writer: CommandWriter,
  ) {
    this.#model = model
    this.#session = session
    this.#bars = series.map(({ bars }) => bars)
    this.#writer = writer
  }

  /** Writes the fills of the step in hand as commands. */
  answer(step: number): void {
    const asked = this.#session.asked()
    for (let at = 0; at < asked.length; at += askedStride) {
      this.#read(asked, at)
      const fill = this.#ask(step)
      if (fill === undefined) continue
      this.#check(fill, step)
      const { price, quantity = this.#order.quantity } = fill
      const instrument = asked[at + slot.instrument] as number
      this.#writer.fill(instrument, asked[at + slot.id] as number, price, quantity)
    }
  }

  #read(asked: Float64Array, at: number): void {
    const order = this.#order
    const number = (of: number): number => asked[at + of] as number
    const instrument = number(slot.instrument)
    const units = number(slot.units)
    const bars = this.#bars[instrument] as Bars
    order.number = number(slot.number)
    order.instrument = bars.instrument
    order.side = units > 0 ? 'buy' : 'sell'
    order.quantity = Math.abs(units)
    order.kind = orderKinds[number(slot.kind)] ?? 'market'
    order.limit = number(slot.limit)
    order.stop = number(slot.stop)
    order.price = number(slot.price)
    order.atOpen = number(slot.atOpen) === 1
    this.#readBar(bars, this.#session.view[viewSlot.instruments + instrument * instrumentStride])
  }

  #readBar(bars: Bars, row: number = 0): void {
    const bar = this.#bar
    bar.time = Number((bars.time[row] as bigint) / 1_000_000n)
    bar.open = bars.open[row] as number
    bar.high = bars.high[row] as number
    bar.low = bars.low[row] as number
    bar.close = bars.close[row] as number
    bar.volume = bars.volume[row] as number
    bar.lastClose = bars.close[row - 1] ?? Number.NaN
  }

  #ask(step: number): ModelFill | undefined {
    try {
      return this.#model.fill(this.#order, this.#bar)
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw this.#failed('FILL_MODEL_FAILED', step, `threw: ${reason}`, cause)
    }
  }

  /** Refuses what no market gives, so that a mistake of the model is not taken for a result. */
  #check(fill: ModelFill, step: number): void {
    const { price, quantity = this.#order.quantity } = fill
    const { limit, side, quantity: left } = this.#order
    const { low, high } = this.#bar
    const fault = !(price > 0 && price < Infinity)
      ? `a price of ${price}: give a number above 0`
      : !(quantity > 0 && quantity <= left)
        ? `a quantity of ${quantity} where ${left} are left: give more than 0 and at most that`
        : this.#model.outsideBar !== true && (price < low || price > high)
          ? `a price of ${price} on a bar from ${low} to ${high}: give one within it, or set outsideBar`
          : (side === 'buy' ? price > limit : price < limit)
            ? `a price of ${price} beyond the limit of ${limit}: give one within it, or nothing`
            : undefined
    if (fault !== undefined) throw this.#failed('INVALID_FILL', step, `gave ${fault}`)
  }

  #failed(
    code: 'FILL_MODEL_FAILED' | 'INVALID_FILL',
    step: number,
    what: string,
    cause?: unknown,
  ): NeuralTraderError {
    const { number, instrument, side, quantity, kind } = this.#order
    const when = new Date(this.#bar.time).toISOString()
    const order = `order ${number} (${side} ${quantity} ${instrument}, ${kind})`
    return new NeuralTraderError(
      code,
      `Fill model "${this.#model.name}" ${what}; it was asked about ${order} at step ${step} (${when})`,
      { details: { model: this.#model.name, order: number, instrument, step }, cause },
    )
  }
}
