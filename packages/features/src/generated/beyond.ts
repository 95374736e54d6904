// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { type BarInput, type BarOutput, StreamingIndicator } from '../streaming-indicator.ts'

const bookImbalanceShape = {
  name: 'book-imbalance',
  inputs: ['bidSize', 'askSize'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'bidSize' | 'askSize'>): void => {
    buffer[0] = bar.bidSize
    buffer[1] = bar.askSize
  },
} as const

/**
 * Imbalance of the best quotes: 1 where all size bids, -1 where all asks.
 *
 * Formula: (bidSize - askSize) / (bidSize + askSize); 0 where there is none.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const bookImbalance: IndicatorFunction<'bidSize' | 'askSize', object, 'value'> =
  defineIndicator(bookImbalanceShape)

/** {@link bookImbalance} bar by bar, with the same bits. */
export class BookImbalance extends StreamingIndicator<'bidSize' | 'askSize', 'value'> {
  constructor() {
    super(bookImbalanceShape, {})
  }
}

const camarillaPivotsShape = {
  name: 'camarilla-pivots',
  inputs: ['high', 'low', 'close', 'session'],
  outputs: ['pivot', 'r1', 'r2', 'r3', 'r4', 's1', 's2', 's3', 's4'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close' | 'session'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
    buffer[3] = bar.session
  },
  read: (
    buffer: Float64Array,
  ): BarOutput<'pivot' | 'r1' | 'r2' | 'r3' | 'r4' | 's1' | 's2' | 's3' | 's4'> => ({
    pivot: buffer[4] as number,
    r1: buffer[5] as number,
    r2: buffer[6] as number,
    r3: buffer[7] as number,
    r4: buffer[8] as number,
    s1: buffer[9] as number,
    s2: buffer[10] as number,
    s3: buffer[11] as number,
    s4: buffer[12] as number,
  }),
} as const

/**
 * Camarilla pivot points: levels around the close of the session before.
 *
 * Formula: pivot = (high + low + close) / 3; ri, si = close +- 1.1 (high - low) / (12, 6, 4, 2), of
 * the session before (a session is a run of bars with one number in the column session).
 *
 * Columns: `pivot`, `r1`, `r2`, `r3`, `r4`, `s1`, `s2`, `s3`, `s4`.
 *
 * Source: Stott (1989).
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const camarillaPivots: IndicatorFunction<
  'high' | 'low' | 'close' | 'session',
  object,
  'pivot' | 'r1' | 'r2' | 'r3' | 'r4' | 's1' | 's2' | 's3' | 's4'
> = defineIndicator(camarillaPivotsShape)

/** {@link camarillaPivots} bar by bar, with the same bits. */
export class CamarillaPivots extends StreamingIndicator<
  'high' | 'low' | 'close' | 'session',
  'pivot' | 'r1' | 'r2' | 'r3' | 'r4' | 's1' | 's2' | 's3' | 's4'
> {
  constructor() {
    super(camarillaPivotsShape, {})
  }
}

const classicPivotsShape = {
  name: 'classic-pivots',
  inputs: ['high', 'low', 'close', 'session'],
  outputs: ['pivot', 'r1', 'r2', 'r3', 's1', 's2', 's3'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close' | 'session'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
    buffer[3] = bar.session
  },
  read: (buffer: Float64Array): BarOutput<'pivot' | 'r1' | 'r2' | 'r3' | 's1' | 's2' | 's3'> => ({
    pivot: buffer[4] as number,
    r1: buffer[5] as number,
    r2: buffer[6] as number,
    r3: buffer[7] as number,
    s1: buffer[8] as number,
    s2: buffer[9] as number,
    s3: buffer[10] as number,
  }),
} as const

/**
 * Classic pivot points: levels from the range of the session before.
 *
 * Formula: pivot = (high + low + close) / 3, r1 = 2 pivot - low, s1 = 2 pivot - high, r2, s2 =
 * pivot +- (high - low), r3 = high + 2 (pivot - low), s3 = low - 2 (high - pivot), of the session
 * before (a session is a run of bars with one number in the column session).
 *
 * Columns: `pivot`, `r1`, `r2`, `r3`, `s1`, `s2`, `s3`.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const classicPivots: IndicatorFunction<
  'high' | 'low' | 'close' | 'session',
  object,
  'pivot' | 'r1' | 'r2' | 'r3' | 's1' | 's2' | 's3'
> = defineIndicator(classicPivotsShape)

/** {@link classicPivots} bar by bar, with the same bits. */
export class ClassicPivots extends StreamingIndicator<
  'high' | 'low' | 'close' | 'session',
  'pivot' | 'r1' | 'r2' | 'r3' | 's1' | 's2' | 's3'
> {
  constructor() {
    super(classicPivotsShape, {})
  }
}

const demarkPivotsShape = {
  name: 'demark-pivots',
  inputs: ['open', 'high', 'low', 'close', 'session'],
  outputs: ['pivot', 'r1', 's1'],
  write: (
    buffer: Float64Array,
    bar: BarInput<'open' | 'high' | 'low' | 'close' | 'session'>,
  ): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
    buffer[4] = bar.session
  },
  read: (buffer: Float64Array): BarOutput<'pivot' | 'r1' | 's1'> => ({
    pivot: buffer[5] as number,
    r1: buffer[6] as number,
    s1: buffer[7] as number,
  }),
} as const

/**
 * DeMark pivot points: levels that lean to where the session before closed.
 *
 * Formula: x = high + 2 low + close where the session before closed below its open, 2 high + low +
 * close above it, high + low + 2 close at it; pivot = x / 4, r1 = x / 2 - low, s1 = x / 2 - high.
 *
 * Columns: `pivot`, `r1`, `s1`.
 *
 * Source: DeMark, The New Science of Technical Analysis (1994).
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const demarkPivots: IndicatorFunction<
  'open' | 'high' | 'low' | 'close' | 'session',
  object,
  'pivot' | 'r1' | 's1'
> = defineIndicator(demarkPivotsShape)

/** {@link demarkPivots} bar by bar, with the same bits. */
export class DemarkPivots extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close' | 'session',
  'pivot' | 'r1' | 's1'
> {
  constructor() {
    super(demarkPivotsShape, {})
  }
}

const fibonacciPivotsShape = {
  name: 'fibonacci-pivots',
  inputs: ['high', 'low', 'close', 'session'],
  outputs: ['pivot', 'r1', 'r2', 'r3', 's1', 's2', 's3'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close' | 'session'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
    buffer[3] = bar.session
  },
  read: (buffer: Float64Array): BarOutput<'pivot' | 'r1' | 'r2' | 'r3' | 's1' | 's2' | 's3'> => ({
    pivot: buffer[4] as number,
    r1: buffer[5] as number,
    r2: buffer[6] as number,
    r3: buffer[7] as number,
    s1: buffer[8] as number,
    s2: buffer[9] as number,
    s3: buffer[10] as number,
  }),
} as const

/**
 * Fibonacci pivot points: levels at golden shares of the range of the session before.
 *
 * Formula: pivot = (high + low + close) / 3; ri, si = pivot +- (0.382, 0.618, 1) (high - low), of
 * the session before (a session is a run of bars with one number in the column session).
 *
 * Columns: `pivot`, `r1`, `r2`, `r3`, `s1`, `s2`, `s3`.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const fibonacciPivots: IndicatorFunction<
  'high' | 'low' | 'close' | 'session',
  object,
  'pivot' | 'r1' | 'r2' | 'r3' | 's1' | 's2' | 's3'
> = defineIndicator(fibonacciPivotsShape)

/** {@link fibonacciPivots} bar by bar, with the same bits. */
export class FibonacciPivots extends StreamingIndicator<
  'high' | 'low' | 'close' | 'session',
  'pivot' | 'r1' | 'r2' | 'r3' | 's1' | 's2' | 's3'
> {
  constructor() {
    super(fibonacciPivotsShape, {})
  }
}

const mcclellanShape = {
  name: 'mcclellan',
  inputs: ['advances', 'declines'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'advances' | 'declines'>): void => {
    buffer[0] = bar.advances
    buffer[1] = bar.declines
  },
} as const

/** Options of {@link mcclellan}. */
export type McclellanOptions = {
  /** Period of the fast average, whole, 1 to 100000. Default 19. */
  readonly fastPeriod?: number
  /** Period of the slow average, whole, 1 to 100000. Default 39. */
  readonly slowPeriod?: number
}

/**
 * McClellan oscillator: a fast average less a slow one of net advances.
 *
 * Formula: ema(n, fastPeriod) - ema(n, slowPeriod), n = 1000 (advances - declines) / (advances +
 * declines), 0 where there are none.
 *
 * Source: McClellan, Patterns for Profit (1970).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const mcclellan: IndicatorFunction<'advances' | 'declines', McclellanOptions, 'value'> =
  defineIndicator(mcclellanShape)

/** {@link mcclellan} bar by bar, with the same bits. */
export class Mcclellan extends StreamingIndicator<'advances' | 'declines', 'value'> {
  constructor(options: McclellanOptions = {}) {
    super(mcclellanShape, options)
  }
}

const micropriceShape = {
  name: 'microprice',
  inputs: ['bid', 'ask', 'bidSize', 'askSize'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'bid' | 'ask' | 'bidSize' | 'askSize'>): void => {
    buffer[0] = bar.bid
    buffer[1] = bar.ask
    buffer[2] = bar.bidSize
    buffer[3] = bar.askSize
  },
} as const

/**
 * Microprice: the price between the best quotes, nearer the side with less size.
 *
 * Formula: (bid askSize + ask bidSize) / (bidSize + askSize); (bid + ask) / 2 where there is no
 * size.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const microprice: IndicatorFunction<'bid' | 'ask' | 'bidSize' | 'askSize', object, 'value'> =
  defineIndicator(micropriceShape)

/** {@link microprice} bar by bar, with the same bits. */
export class Microprice extends StreamingIndicator<'bid' | 'ask' | 'bidSize' | 'askSize', 'value'> {
  constructor() {
    super(micropriceShape, {})
  }
}

const orderFlowImbalanceShape = {
  name: 'order-flow-imbalance',
  inputs: ['bid', 'ask', 'bidSize', 'askSize'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'bid' | 'ask' | 'bidSize' | 'askSize'>): void => {
    buffer[0] = bar.bid
    buffer[1] = bar.ask
    buffer[2] = bar.bidSize
    buffer[3] = bar.askSize
  },
} as const

/** Options of {@link orderFlowImbalance}. */
export type OrderFlowImbalanceOptions = {
  /** Steps added, whole, 1 to 100000. Default 1. */
  readonly period?: number
}

/**
 * Order flow imbalance: what came to and left the best quotes, bids counting up and asks down.
 *
 * Formula: sum over `period` steps of [bid >= bid1] bidSize - [bid <= bid1] bidSize1 - [ask <=
 * ask1] askSize + [ask >= ask1] askSize1, 1 marking the quote before.
 *
 * Source: Cont, Kukanov and Stoikov, The Price Impact of Order Book Events (2014).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const orderFlowImbalance: IndicatorFunction<
  'bid' | 'ask' | 'bidSize' | 'askSize',
  OrderFlowImbalanceOptions,
  'value'
> = defineIndicator(orderFlowImbalanceShape)

/** {@link orderFlowImbalance} bar by bar, with the same bits. */
export class OrderFlowImbalance extends StreamingIndicator<
  'bid' | 'ask' | 'bidSize' | 'askSize',
  'value'
> {
  constructor(options: OrderFlowImbalanceOptions = {}) {
    super(orderFlowImbalanceShape, options)
  }
}

const previousSessionShape = {
  name: 'previous-session',
  inputs: ['open', 'high', 'low', 'close', 'session'],
  outputs: ['open', 'high', 'low', 'close'],
  write: (
    buffer: Float64Array,
    bar: BarInput<'open' | 'high' | 'low' | 'close' | 'session'>,
  ): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
    buffer[4] = bar.session
  },
  read: (buffer: Float64Array): BarOutput<'open' | 'high' | 'low' | 'close'> => ({
    open: buffer[5] as number,
    high: buffer[6] as number,
    low: buffer[7] as number,
    close: buffer[8] as number,
  }),
} as const

/**
 * Open, high, low and close of the session before.
 *
 * Formula: first open, highest high, lowest low and last close of the bars before with another
 * number in the column session.
 *
 * Columns: `open`, `high`, `low`, `close`.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const previousSession: IndicatorFunction<
  'open' | 'high' | 'low' | 'close' | 'session',
  object,
  'open' | 'high' | 'low' | 'close'
> = defineIndicator(previousSessionShape)

/** {@link previousSession} bar by bar, with the same bits. */
export class PreviousSession extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close' | 'session',
  'open' | 'high' | 'low' | 'close'
> {
  constructor() {
    super(previousSessionShape, {})
  }
}

const simpleHilbertShape = {
  name: 'simple-hilbert',
  inputs: ['value'],
  outputs: ['inPhase', 'quadrature'],
  read: (buffer: Float64Array): BarOutput<'inPhase' | 'quadrature'> => ({
    inPhase: buffer[1] as number,
    quadrature: buffer[2] as number,
  }),
} as const

/** Options of {@link simpleHilbert}. */
export type SimpleHilbertOptions = {
  /** Weight of the in-phase part of three bars ago, 0 to 0.99. Default 0.635. */
  readonly inPhaseGain?: number
  /** Weight of the quadrature part of two bars ago, 0 to 0.99. Default 0.338. */
  readonly quadratureGain?: number
}

/**
 * Hilbert transform in its simplest form: the part of a cycle in phase, and the part a quarter
 * behind.
 *
 * Formula: d[t] = x[t] - x[t-7]; inPhase[t] = 1.25 (d[t-3] - inPhaseGain d[t-1]) + inPhaseGain
 * inPhase[t-3]; quadrature[t] = d[t-1] - quadratureGain d[t] + quadratureGain quadrature[t-2]; all
 * 0 before.
 *
 * Columns: `inPhase`, `quadrature`.
 *
 * Source: Ehlers, Rocket Science for Traders (2001).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const simpleHilbert: IndicatorFunction<
  'value',
  SimpleHilbertOptions,
  'inPhase' | 'quadrature'
> = defineIndicator(simpleHilbertShape)

/** {@link simpleHilbert} bar by bar, with the same bits. */
export class SimpleHilbert extends StreamingIndicator<'value', 'inPhase' | 'quadrature'> {
  constructor(options: SimpleHilbertOptions = {}) {
    super(simpleHilbertShape, options)
  }
}

const trinShape = {
  name: 'trin',
  inputs: ['advances', 'declines', 'advancingVolume', 'decliningVolume'],
  outputs: ['value'],
  write: (
    buffer: Float64Array,
    bar: BarInput<'advances' | 'declines' | 'advancingVolume' | 'decliningVolume'>,
  ): void => {
    buffer[0] = bar.advances
    buffer[1] = bar.declines
    buffer[2] = bar.advancingVolume
    buffer[3] = bar.decliningVolume
  },
} as const

/**
 * Arms index: advancing over declining issues, over the same of their volume; below 1 where buyers
 * are busier.
 *
 * Formula: (advances / declines) / (advancingVolume / decliningVolume); 0 where a divisor is.
 *
 * Source: Arms (1967).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const trin: IndicatorFunction<
  'advances' | 'declines' | 'advancingVolume' | 'decliningVolume',
  object,
  'value'
> = defineIndicator(trinShape)

/** {@link trin} bar by bar, with the same bits. */
export class Trin extends StreamingIndicator<
  'advances' | 'declines' | 'advancingVolume' | 'decliningVolume',
  'value'
> {
  constructor() {
    super(trinShape, {})
  }
}

const volumeDeltaShape = {
  name: 'volume-delta',
  inputs: ['buyVolume', 'sellVolume'],
  outputs: ['delta', 'cumulative'],
  write: (buffer: Float64Array, bar: BarInput<'buyVolume' | 'sellVolume'>): void => {
    buffer[0] = bar.buyVolume
    buffer[1] = bar.sellVolume
  },
  read: (buffer: Float64Array): BarOutput<'delta' | 'cumulative'> => ({
    delta: buffer[2] as number,
    cumulative: buffer[3] as number,
  }),
} as const

/**
 * Volume delta: volume bought less volume sold by those who crossed the spread, and its running
 * sum.
 *
 * Formula: delta = buyVolume - sellVolume; cumulative = sum of delta from the first bar.
 *
 * Columns: `delta`, `cumulative`.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const volumeDelta: IndicatorFunction<
  'buyVolume' | 'sellVolume',
  object,
  'delta' | 'cumulative'
> = defineIndicator(volumeDeltaShape)

/** {@link volumeDelta} bar by bar, with the same bits. */
export class VolumeDelta extends StreamingIndicator<
  'buyVolume' | 'sellVolume',
  'delta' | 'cumulative'
> {
  constructor() {
    super(volumeDeltaShape, {})
  }
}

const vpinShape = {
  name: 'vpin',
  inputs: ['buyVolume', 'sellVolume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'buyVolume' | 'sellVolume'>): void => {
    buffer[0] = bar.buyVolume
    buffer[1] = bar.sellVolume
  },
} as const

/** Options of {@link vpin}. */
export type VpinOptions = {
  /** Bars added, whole, 1 to 100000. Default 50. */
  readonly period?: number
}

/**
 * Volume-synchronised probability of informed trading, over bars of equal volume: how one-sided
 * trading is, 0 to 1.
 *
 * Formula: sum of |buyVolume - sellVolume| / sum of (buyVolume + sellVolume) over `period` bars; 0
 * where nothing was traded.
 *
 * Source: Easley, Lopez de Prado and O'Hara, Flow Toxicity and Liquidity in a High-frequency World
 * (2012).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const vpin: IndicatorFunction<'buyVolume' | 'sellVolume', VpinOptions, 'value'> =
  defineIndicator(vpinShape)

/** {@link vpin} bar by bar, with the same bits. */
export class Vpin extends StreamingIndicator<'buyVolume' | 'sellVolume', 'value'> {
  constructor(options: VpinOptions = {}) {
    super(vpinShape, options)
  }
}

const woodiePivotsShape = {
  name: 'woodie-pivots',
  inputs: ['open', 'high', 'low', 'session'],
  outputs: ['pivot', 'r1', 'r2', 'r3', 's1', 's2', 's3'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'session'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.session
  },
  read: (buffer: Float64Array): BarOutput<'pivot' | 'r1' | 'r2' | 'r3' | 's1' | 's2' | 's3'> => ({
    pivot: buffer[4] as number,
    r1: buffer[5] as number,
    r2: buffer[6] as number,
    r3: buffer[7] as number,
    s1: buffer[8] as number,
    s2: buffer[9] as number,
    s3: buffer[10] as number,
  }),
} as const

/**
 * Woodie pivot points: levels from the range of the session before and the open of this one.
 *
 * Formula: pivot = (high + low + 2 open) / 4, the open being that of this session; r1 = 2 pivot -
 * low, s1 = 2 pivot - high, r2, s2 = pivot +- (high - low), r3 = high + 2 (pivot - low), s3 = low -
 * 2 (high - pivot), high and low of the session before.
 *
 * Columns: `pivot`, `r1`, `r2`, `r3`, `s1`, `s2`, `s3`.
 *
 * Source: Wood.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const woodiePivots: IndicatorFunction<
  'open' | 'high' | 'low' | 'session',
  object,
  'pivot' | 'r1' | 'r2' | 'r3' | 's1' | 's2' | 's3'
> = defineIndicator(woodiePivotsShape)

/** {@link woodiePivots} bar by bar, with the same bits. */
export class WoodiePivots extends StreamingIndicator<
  'open' | 'high' | 'low' | 'session',
  'pivot' | 'r1' | 'r2' | 'r3' | 's1' | 's2' | 's3'
> {
  constructor() {
    super(woodiePivotsShape, {})
  }
}
