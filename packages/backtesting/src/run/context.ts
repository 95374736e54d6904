import {
  NeuralTraderError,
  type AccountView,
  type Bars,
  type CalendarPeriod,
  type InstrumentContext,
  type OpenLot,
  type Orders,
  type PositionView,
  type RebalanceOptions,
  type StrategyContext,
  type TimeView,
  type Values,
  type Weights,
} from '@neural-trader/core'
import {
  instrumentStride,
  lotStride,
  viewSlot,
  type RunConfig,
  type RunSeries,
  type Session,
} from '@neural-trader/engine'

import { AsOfValues } from './as-of-values.ts'
import { startsPeriod } from './calendar-period.ts'
import { CommandWriter, InstrumentOrders } from './command-writer.ts'
import { foreignCodes } from './foreign-codes.ts'
import { placeOfCurrency } from './order-values.ts'
import { writeRebalance } from './write-rebalance.ts'
import { ColumnTime, ColumnValues, Cursor } from './values.ts'

/** The columns that a strategy sees of one instrument beside its bars. */
export type InstrumentColumns = {
  /** Indicators, by name. */
  readonly columns: Readonly<Record<string, Float64Array>>
  /** The shares that one has become, by row; null where there are no splits. */
  readonly factors: Float64Array | null
  /** Powers of the price that the indicators are of. */
  readonly degrees: Readonly<Record<string, number>>
}

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

  constructor(
    bars: Bars,
    seen: InstrumentColumns,
    position: PositionView,
    ordersAt: (close: Values) => Orders,
  ) {
    const { columns, factors, degrees } = seen
    const values = (column: Float64Array, degree = 1): Values =>
      factors === null
        ? new ColumnValues(column, this.cursor)
        : new AsOfValues(column, this.cursor, { factors, degree })
    this.id = bars.instrument
    this.time = new ColumnTime(bars, this.cursor)
    this.open = values(bars.open)
    this.high = values(bars.high)
    this.low = values(bars.low)
    this.close = values(bars.close)
    this.volume = values(bars.volume, -1)
    this.indicators = Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, values(column, degrees[name])]),
    )
    this.position = position
    this.orders = ordersAt(this.close)
  }
}

/** The context of a run: the first instrument, the account, and the rest. */
export class RunContext extends InstrumentView implements StrategyContext {
  readonly account: AccountView
  readonly instruments: readonly InstrumentView[]
  step = 0
  isLast = false
  readonly #run: RunParts
  readonly #places: ReadonlyMap<string, number>

  constructor(
    first: ConstructorParameters<typeof InstrumentView>,
    rest: readonly InstrumentView[],
    run: RunParts,
  ) {
    super(...first)
    this.account = run.account
    this.instruments = [this, ...rest]
    this.#run = run
    this.#places = new Map(this.instruments.map(({ id }, place) => [id, place]))
  }

  // Properties, so that a strategy can take them out of its context.

  readonly instrument = (id: string): InstrumentView =>
    this.instruments[this.#placeOf(id)] as InstrumentView

  readonly isFirstOf = (period: CalendarPeriod): boolean =>
    this.step === 0 || startsPeriod(this.#run.time, this.step, period)

  readonly rebalance = (weights: Weights, options: RebalanceOptions = {}): void => {
    const { writer, config } = this.#run
    writeRebalance(weights, options, { writer, config, placeOf: (id) => this.#placeOf(id) })
  }

  #placeOf(id: string): number {
    const place = this.#places.get(id)
    if (place !== undefined) return place
    throw new NeuralTraderError(
      'UNKNOWN_INSTRUMENT',
      `The run has no instrument "${id}": it has ${listed([...this.#places.keys()])}`,
      { details: { instrument: id } },
    )
  }
}

/** What the context of a run reads and writes beside its instruments. */
type RunParts = {
  readonly account: AccountView
  readonly writer: CommandWriter
  readonly config: RunConfig
  /** Time of every step. */
  readonly time: BigInt64Array
}

/** The first few of a list, and how many more there are. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(', ')
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown
}

/** The account, read off the shared view. */
export class SharedAccount implements AccountView {
  readonly #view: Float64Array
  readonly #marks: number
  readonly #session: Session
  readonly #currencies: readonly string[]
  /** Place of the step in hand within the block. */
  offset = 0

  /** The currencies are the foreign ones of the account, in the order of its configuration. */
  constructor(session: Session, currencies: readonly string[] = []) {
    this.#session = session
    this.#currencies = currencies
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

  cashIn(currency: string): number {
    return this.#session.foreignCash(placeOfCurrency('cashIn', currency, this.#currencies) - 1)
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
  columns: readonly InstrumentColumns[],
  { config, time }: Pick<RunParts, 'config' | 'time'>,
): OpenContext {
  const currencies = foreignCodes(config)
  const writer = new CommandWriter(session.commands, currencies)
  const account = new SharedAccount(session, currencies)
  const parts = series.map(
    ({ bars, quantityDecimals }, index): ConstructorParameters<typeof InstrumentView> => [
      bars,
      columns[index] ?? { columns: {}, factors: null, degrees: {} },
      new SharedPosition(session, index),
      (close) => new InstrumentOrders(writer, index, quantityDecimals, close),
    ],
  )
  const [first, ...rest] = parts
  if (first === undefined) throw new NeuralTraderError('INTERNAL', 'A run without a series')
  const context = new RunContext(
    first,
    rest.map((part) => new InstrumentView(...part)),
    { account, writer, config, time },
  )
  return { context, account, writer }
}
