import type { Bars, FillBar, FillModel } from '@neural-trader/core'
import {
  askedSlot as slot,
  askedStride,
  instrumentStride,
  viewSlot,
  type RunSeries,
  type Session,
} from '@neural-trader/engine'

import { blankOrder, readOrder } from './asked-order.ts'
import { askModel, checkFill, type PriceRange, type Question } from './check-fill.ts'
import type { CommandWriter } from './command-writer.ts'

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** Asks a fill model about the orders that the bars of a step could fill. */
export class FillAsker {
  readonly #model: FillModel
  readonly #session: Session
  readonly #bars: readonly Bars[]
  readonly #writer: CommandWriter
  // Reused from question to question.
  readonly #order = blankOrder()
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
      const question = (): Question => this.#question(step)
      const fill = askModel(() => this.#model.fill(this.#order, this.#bar), question)
      if (fill === undefined) continue
      checkFill(fill, this.#range(), question())
      const { price, quantity = this.#order.quantity } = fill
      const instrument = asked[at + slot.instrument] as number
      this.#writer.fill(instrument, asked[at + slot.id] as number, price, quantity)
    }
  }

  #question(step: number): Question {
    return { model: this.#model.name, order: this.#order, step, time: this.#bar.time }
  }

  #range(): PriceRange {
    const { low, high } = this.#bar
    return { low, high, isFree: this.#model.outsideBar === true, words: ['bar', 'outsideBar'] }
  }

  #read(asked: Float64Array, at: number): void {
    const instrument = asked[at + slot.instrument] as number
    const bars = this.#bars[instrument] as Bars
    readOrder(this.#order, asked, at, bars.instrument)
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
}
