import type { Bars, OrderKindName } from '@neural-trader/core'

import { binding } from './binding.ts'
import { native } from './native-error.ts'
import { Outcome } from './outcome.ts'
import { instrumentSpec, tickSpec } from './instrument-spec.ts'
import { columnsOf } from './columns-of.ts'
import type { RunConfig, RunSeries, TickSeries } from './run-config.ts'
import type { TickInstrument } from './tick-replay.ts'

/** Slots of the view: what Rust and JavaScript tell each other before and after every pull. */
export const viewSlot = {
  /** In: steps of the last block that were looked at. */
  consumed: 0,
  /** In: commands in the command buffer. */
  commands: 1,
  /** Out: first step of the block. */
  first: 2,
  /** Out: cash of the account. */
  cash: 3,
  /** Out: orders at the venue. */
  working: 4,
  /** Out: trades closed so far. */
  closedTrades: 5,
  /** Out: orders that a fill model is asked about; the block is empty then. */
  asked: 6,
  /** Out: the series whose row the questions are about, in a run over quotes and trades. */
  askedSeries: 7,
  /**
   * First slot of the series, {@link instrumentStride} each: last row, and units and average price of
   * its instrument.
   */
  instruments: 8,
} as const

/** Slots per instrument in the view. */
export const instrumentStride = 3

/** Slots of one command, and the values of the coded ones. NaN leaves a price open. */
export const commandSlot = {
  /**
   * 1 submit, 2 cancel, 3 cancel all of an instrument, 4 set the exits of a lot, 5 close, 6 modify,
   * 10 weigh an instrument, 11 rebalance to the weights, 12 give a fill.
   */
  operation: 0,
  instrument: 1,
  /** Of a submission: 0 units, 1 share of the buying power, 2 target units, 3 target share of equity. */
  sizeKind: 2,
  /**
   * Of a submission, in the kind's unit; of a close, the part of what is open; of a weight, its share
   * of equity.
   */
  size: 3,
  /** Of a rebalance: the least value of a trade, the tolerance, and whether others stay. */
  leastTrade: 3,
  tolerance: 4,
  keepsOthers: 7,
  limit: 4,
  stop: 5,
  /** 0 GTC, 1 DAY, 2 IOC, 3 FOK, 5 at the open, 6 at the close. */
  timeInForce: 6,
  reduceOnly: 7,
  /** Of the exits of a lot: NaN leaves it, 0 takes it back. */
  stopLoss: 8,
  takeProfit: 9,
  stopLossShare: 10,
  takeProfitShare: 11,
  /** Number of an order, from 1 in order of submission; 0 for none. */
  order: 12,
  /** 1 where the slots below were written; they are read only then. */
  hasTerms: 13,
  trail: 14,
  trailShare: 15,
  trailLimit: 16,
  touch: 17,
  toLimit: 18,
  /** Milliseconds since the epoch. */
  expiresAt: 19,
  postOnly: 20,
  display: 21,
  group: 22,
  /** Number of an order, as {@link commandSlot.order}. */
  parent: 23,
} as const

/** Slots per command in the command buffer. */
export const commandStride = 24

/** Slots of an order that a fill model is asked about. */
export const askedSlot = {
  /** What the engine knows it by. */
  id: 0,
  /** Number of an order, as {@link commandSlot.order}; 0 where the strategy did not give it. */
  number: 1,
  instrument: 2,
  /** Signed units left. */
  units: 3,
  /** Its place in {@link orderKinds}. */
  kind: 4,
  limit: 5,
  stop: 6,
  /** What the built-in rules would give. */
  price: 7,
  atOpen: 8,
} as const

/** Slots per order that a fill model is asked about. */
export const askedStride = 9

/** The kinds of orders by their code. */
export const orderKinds: readonly OrderKindName[] = [
  'market',
  'limit',
  'stop',
  'stop-limit',
  'trailing-stop',
  'trailing-stop-limit',
  'market-if-touched',
  'limit-if-touched',
  'market-to-limit',
]

/** Numbers per open lot. */
export const lotStride = 4

/** Commands that one bar can give; more where a run has very many instruments. */
export const commandCapacity = 1024

/** Commands that one bar can give for each instrument. */
const capacityPerInstrument = 4

const longestBlock = 4096

/** In place of a row of the warm-up: the run does not wait for this series. */
export const notAwaited = 0xffff_ffff

/** A run that a strategy in JavaScript drives: it pulls, Rust advances. */
export type Session = {
  /** Shared with Rust; see {@link viewSlot}. The marks of the block follow the instruments. */
  readonly view: Float64Array
  /** Shared with Rust; see {@link commandSlot}. */
  readonly commands: Float64Array
  /** First slot of the marks in the view: equity at the close of each step of the block. */
  readonly marks: number
  /** First step at which the strategy is asked. */
  readonly start: number
  /** Time of every step, nanoseconds since the epoch, UTC. */
  readonly stepTimes: () => BigInt64Array
  /** Open lots of an instrument, {@link lotStride} numbers each: order, units, price, step. */
  readonly lots: (instrument: number) => Float64Array
  /** The orders that a fill model is asked about, {@link askedStride} numbers each. */
  readonly asked: () => Float64Array
  /** Goes on: reads the view and the commands, writes the view, returns the block's length. */
  readonly next: () => number
  /** Ends the run; the session is done and its memory given back. */
  readonly finish: () => Outcome
}

/**
 * Opens a session over series that were inspected. The engine takes its own copy of the columns.
 * `warmUp` holds, for each series, the first row at which the strategy can be asked, or
 * {@link notAwaited}.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where the configuration is out of range.
 */
export function openSession(
  config: RunConfig,
  series: readonly RunSeries[],
  warmUp: readonly number[],
): Session {
  const specs = series.map(instrumentSpec)
  const columns = series.map(columnsOf)
  return sessionOf(
    series.map((each) => each.bars),
    (view, commands) => new binding.Session(config, specs, columns, [...warmUp], view, commands),
  )
}

/**
 * Opens a session over quotes and trades that were inspected. The engine takes its own copy of the
 * columns. `bars` has, for each series, what the measures take for its closes.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where the configuration is out of range.
 */
export function openTickSession(
  config: RunConfig,
  instruments: readonly TickInstrument[],
  series: readonly TickSeries[],
  bars: readonly Bars[],
): Session {
  const columns = series.map(({ ticks, instrument }) =>
    'bid' in ticks ? { instrument, quotes: ticks } : { instrument, trades: ticks },
  )
  return sessionOf(bars, (view, commands) =>
    binding.Session.overTicks(config, instruments.map(tickSpec), columns, view, commands),
  )
}

function sessionOf(
  bars: readonly Bars[],
  open: (view: Float64Array, commands: Float64Array) => InstanceType<typeof binding.Session>,
): Session {
  const marks = viewSlot.instruments + bars.length * instrumentStride
  const view = new Float64Array(marks + longestBlock)
  const capacity = Math.max(commandCapacity, bars.length * capacityPerInstrument)
  const commands = new Float64Array(capacity * commandStride)
  const session = native(() => open(view, commands))
  return {
    view,
    commands,
    marks,
    start: session.start(),
    next: session.nextFunction(),
    lots: (instrument) => session.lots(instrument),
    asked: () => session.asked(),
    stepTimes: () => session.stepTimes(),
    finish: () =>
      new Outcome(
        native(() => session.finish()),
        bars,
      ),
  }
}
