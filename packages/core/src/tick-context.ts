import type { AccountView, Orders, PositionView, TimeView, Values } from './strategy.ts'

/**
 * What a strategy sees of quotes and trades after a step: an instant at which one or more of them
 * came. Reused from call to call: do not keep it. The context itself is the first instrument.
 */
export interface TickContext extends TickInstrument {
  /** Its equity marks what is held long at the bid and what is held short at the ask. */
  readonly account: AccountView
  /** Number of the step, from 0. */
  readonly step: number
  /** Whether this is the last step of the data. */
  readonly isLast: boolean
  /** The instruments of the run, in the order of its data. */
  readonly instruments: readonly TickInstrument[]
  /**
   * One instrument by its identifier.
   *
   * @throws NeuralTraderError `UNKNOWN_INSTRUMENT`.
   */
  readonly instrument: (id: string) => TickInstrument
}

/**
 * One instrument of a run over ticks. Its columns are read as those of bars: `bid.value` is the bid
 * in force, `bid.at(1)` that of the quote before. They are NaN before the first tick, and where the
 * run has no quotes, or no trades, of the instrument.
 */
export interface TickInstrument {
  readonly id: string
  /** Whether a quote of this instrument came in this step. */
  readonly hasQuote: boolean
  /** Whether a trade of this instrument came in this step. */
  readonly hasTrade: boolean
  /** When its last tick came. */
  readonly time: TimeView
  readonly bid: Values
  readonly ask: Values
  readonly bidSize: Values
  readonly askSize: Values
  /** Price of the last trade. */
  readonly price: Values
  /** Size of the last trade. */
  readonly size: Values
  readonly position: PositionView
  readonly orders: Orders
}
