import {
  NeuralTraderError,
  type AccountView,
  type Bars,
  type InstrumentContext,
  type OpenLot,
  type Orders,
  type PositionView,
  type StrategyContext,
  type TimeView,
  type Values,
} from '@neural-trader/core'
import {
  instrumentStride,
  lotStride,
  viewSlot,
  type RunSeries,
  type Session,
} from '@neural-trader/engine'

import { CommandWriter, InstrumentOrders } from './command-writer.ts'
import { ColumnTime, ColumnValues, Cursor } from './values.ts'

/** Columns of the indicators of one instrument, by name. */
export type IndicatorColumns = Readonly<Record<string, Float64Array>>

/** One instrument as the strategy sees it: views that move with the cursor. */
export class InstrumentView implements InstrumentContext {
  readonly id: string
  readonly cursor: Cursor = new Cursor()
  hasBar = false
  readonly time: TimeView
  readonly open: Values
  readonly high: Values
  readonly low: Values
  readonly close: Values
  readonly volume: Values
  readonly indicators: Readonly<Record<string, Values>>
  readonly position: PositionView
  readonly orders: Orders

  constructor(bars: Bars, columns: IndicatorColumns, position: PositionView, orders: Orders) {
    const values = (column: Float64Array): Values => new ColumnValues(column, this.cursor)
    this.id = bars.instrument
    this.time = new ColumnTime(bars, this.cursor)
    this.open = values(bars.open)
    this.high = values(bars.high)
    this.low = values(bars.low)
    this.close = values(bars.close)
    this.volume = values(bars.volume)
    this.indicators = Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, values(column)]),
    )
    this.position = position
    this.orders = orders
  }
}

/** The context of a run: the first instrument, the account, and the rest. */
export class RunContext extends InstrumentView implements StrategyContext {
  readonly account: AccountView
  readonly instruments: readonly InstrumentView[]
  step = 0
  isLast = false

  constructor(
    first: ConstructorParameters<typeof InstrumentView>,
    account: AccountView,
    rest: readonly InstrumentView[],
  ) {
    super(...first)
    this.account = account
    this.instruments = [this, ...rest]
  }

  /** A property, so that a strategy can take it out of its context. */
  readonly instrument = (id: string): InstrumentView => {
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

/** The account, read off the shared view. */
export class SharedAccount implements AccountView {
  readonly #view: Float64Array
  readonly #marks: number
  /** Place of the step in hand within the block. */
  offset = 0

  constructor(session: Session) {
    this.#view = session.view
    this.#marks = session.marks
  }

  get cash(): number {
    return this.#view[viewSlot.cash] as number
  }

  get equity(): number {
    return this.#view[this.#marks + this.offset] as number
  }

  get workingOrders(): number {
    return this.#view[viewSlot.working] as number
  }

  get closedTrades(): number {
    return this.#view[viewSlot.closedTrades] as number
  }
}

/** The position in the instrument of a series, read off the shared view. */
export class SharedPosition implements PositionView {
  readonly #view: Float64Array
  readonly #at: number
  readonly #instrument: number
  readonly #session: Session

  constructor(session: Session, instrument: number) {
    this.#session = session
    this.#view = session.view
    this.#instrument = instrument
    this.#at = viewSlot.instruments + instrument * instrumentStride
  }

  get quantity(): number {
    return this.#view[this.#at + 1] as number
  }

  get averagePrice(): number {
    return this.#view[this.#at + 2] as number
  }

  get isFlat(): boolean {
    return this.quantity === 0
  }

  get isLong(): boolean {
    return this.quantity > 0
  }

  get isShort(): boolean {
    return this.quantity < 0
  }

  lots(): readonly OpenLot[] {
    const numbers = this.#session.lots(this.#instrument)
    return Array.from({ length: numbers.length / lotStride }, (_, lot) => {
      const at = lot * lotStride
      return {
        order: numbers[at] as number,
        quantity: numbers[at + 1] as number,
        entryPrice: numbers[at + 2] as number,
        entryStep: numbers[at + 3] as number,
      }
    })
  }
}

/** The context of a session, and what its driver moves. */
export type OpenContext = {
  readonly context: RunContext
  readonly account: SharedAccount
  readonly writer: CommandWriter
}

/** Builds the views of a run once; the loop only moves their cursors. */
export function openContext(
  session: Session,
  series: readonly RunSeries[],
  columns: readonly IndicatorColumns[],
): OpenContext {
  const writer = new CommandWriter(session.commands)
  const account = new SharedAccount(session)
  const parts = series.map(
    ({ bars, quantityDecimals }, index): ConstructorParameters<typeof InstrumentView> => [
      bars,
      columns[index] ?? {},
      new SharedPosition(session, index),
      new InstrumentOrders(writer, index, quantityDecimals),
    ],
  )
  const [first, ...rest] = parts
  if (first === undefined) throw new NeuralTraderError('INTERNAL', 'A run without a series')
  const context = new RunContext(
    first,
    account,
    rest.map((part) => new InstrumentView(...part)),
  )
  return { context, account, writer }
}
