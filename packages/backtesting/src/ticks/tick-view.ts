import {
  NeuralTraderError,
  type AccountView,
  type Orders,
  type PositionView,
  type Quotes,
  type TickContext,
  type TickInstrument,
  type Trades,
  type TimeView,
  type Values,
} from '@neural-trader/core'

import { ColumnTime, ColumnValues, Cursor } from '../run/values.ts'
import { middle } from './middle.ts'

/** The series of one instrument, and a cursor for each. */
export type TickColumns = {
  readonly id: string
  readonly quotes: Quotes | undefined
  readonly trades: Trades | undefined
  readonly position: PositionView
  readonly orders: Orders
}

const none = new Float64Array()

/** One instrument as the strategy sees it: views that move with the cursors. */
export class TickInstrumentView implements TickInstrument {
  readonly id: string
  readonly quoteCursor: Cursor = new Cursor()
  readonly tradeCursor: Cursor = new Cursor()
  hasQuote = false
  hasTrade = false
  readonly time: TimeView
  readonly bid: Values
  readonly ask: Values
  readonly bidSize: Values
  readonly askSize: Values
  readonly price: Values
  readonly size: Values
  readonly position: PositionView
  readonly orders: Orders

  constructor({ id, quotes, trades, position, orders }: TickColumns) {
    const { quoteCursor, tradeCursor } = this
    const ofQuotes = (column: Float64Array | undefined): Values =>
      new ColumnValues(column ?? none, quoteCursor)
    const ofTrades = (column: Float64Array | undefined): Values =>
      new ColumnValues(column ?? none, tradeCursor)
    this.id = id
    this.time = new LaterTime(
      quotes && new ColumnTime(quotes, quoteCursor),
      trades && new ColumnTime(trades, tradeCursor),
    )
    this.bid = ofQuotes(quotes?.bid)
    this.ask = ofQuotes(quotes?.ask)
    this.bidSize = ofQuotes(quotes?.bidSize)
    this.askSize = ofQuotes(quotes?.askSize)
    this.price = ofTrades(trades?.price)
    this.size = ofTrades(trades?.size)
    this.position = position
    this.orders = orders
  }

  /** What a unit is taken to be worth: the middle of the quote, or the last trade where there is none. */
  get worth(): number {
    const quoted = middle(this.bid.value, this.ask.value)
    return Number.isNaN(quoted) ? this.price.value : quoted
  }
}

/** The later of the last quote and the last trade. */
class LaterTime implements TimeView {
  readonly #quotes: TimeView | undefined
  readonly #trades: TimeView | undefined

  constructor(quotes: TimeView | undefined, trades: TimeView | undefined) {
    this.#quotes = quotes
    this.#trades = trades
  }

  get nanoseconds(): bigint {
    const quoted = this.#quotes?.nanoseconds ?? 0n
    const traded = this.#trades?.nanoseconds ?? 0n
    return quoted > traded ? quoted : traded
  }

  get milliseconds(): number {
    return Number(this.nanoseconds / 1_000_000n)
  }
}

/** The context of a run over ticks: the first instrument, the account, and the rest. */
export class TickRunContext extends TickInstrumentView implements TickContext {
  readonly account: AccountView
  readonly instruments: readonly TickInstrumentView[]
  step = 0
  isLast = false

  constructor(first: TickColumns, account: AccountView, rest: readonly TickInstrumentView[]) {
    super(first)
    this.account = account
    this.instruments = [this, ...rest]
  }

  /** A property, so that a strategy can take it out of its context. */
  readonly instrument = (id: string): TickInstrumentView => {
    const found = this.instruments.find((instrument) => instrument.id === id)
    if (found !== undefined) return found
    const known = this.instruments.map((instrument) => instrument.id).join(', ')
    throw new NeuralTraderError(
      'UNKNOWN_INSTRUMENT',
      `The run has no instrument "${id}": it has ${known}`,
      { details: { instrument: id } },
    )
  }
}
