// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { type BarInput, StreamingIndicator } from '../streaming-indicator.ts'

const adrShape = {
  name: 'adr',
  inputs: ['high', 'low'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
} as const

/** Options of {@link adr}. */
export type AdrOptions = {
  /** Bars averaged, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Average range of a bar, from its low to its high.
 *
 * Formula: sma(high - low, period).
 *
 * ADR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const adr: IndicatorFunction<'high' | 'low', AdrOptions, 'value'> = defineIndicator(adrShape)

/** {@link adr} bar by bar, with the same bits. */
export class Adr extends StreamingIndicator<'high' | 'low', 'value'> {
  constructor(options: AdrOptions = {}) {
    super(adrShape, options)
  }
}

const atrShape = {
  name: 'atr',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/** Options of {@link atr}. */
export type AtrOptions = {
  /** Ranges smoothed, by Wilder's method, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Average true range: how far a bar usually moves.
 *
 * Formula: Wilder's smoothing of the true range, from the mean of the first `period` ranges: atr[t]
 * = atr[t-1] + (tr[t] - atr[t-1]) / period.
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * ATR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const atr: IndicatorFunction<'high' | 'low' | 'close', AtrOptions, 'value'> =
  defineIndicator(atrShape)

/** {@link atr} bar by bar, with the same bits. */
export class Atr extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor(options: AtrOptions = {}) {
    super(atrShape, options)
  }
}

const cviShape = {
  name: 'cvi',
  inputs: ['high', 'low'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
} as const

/** Options of {@link cvi}. */
export type CviOptions = {
  /** Values whose weight the average resembles, whole, 1 to 100000. Default 10. */
  readonly period?: number
  /** Bars between the two values, whole, 1 to 100000. Default 10. */
  readonly rocPeriod?: number
}

/**
 * Chaikin volatility: how much the smoothed range has changed, in percent.
 *
 * Formula: 100 (e[t] / e[t-rocPeriod] - 1), e = ema(high - low, period); 0 where the earlier one is
 * 0.
 *
 * Source: Chaikin.
 *
 * CVI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cvi: IndicatorFunction<'high' | 'low', CviOptions, 'value'> = defineIndicator(cviShape)

/** {@link cvi} bar by bar, with the same bits. */
export class Cvi extends StreamingIndicator<'high' | 'low', 'value'> {
  constructor(options: CviOptions = {}) {
    super(cviShape, options)
  }
}

const massiShape = {
  name: 'massi',
  inputs: ['high', 'low'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
} as const

/** Options of {@link massi}. */
export type MassiOptions = {
  /** Period of both averages, whole, 1 to 100000. Default 9. */
  readonly fastPeriod?: number
  /** Values added, whole, 1 to 100000. Default 25. */
  readonly slowPeriod?: number
}

/**
 * Mass index: the smoothed range over its own average, summed; high where ranges widen.
 *
 * Formula: sum over slowPeriod of ema(high - low, fastPeriod) / ema(ema(high - low, fastPeriod),
 * fastPeriod).
 *
 * Source: Dorsey, The Mass Index, Stocks & Commodities 10 (1992).
 *
 * MASSI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const massi: IndicatorFunction<'high' | 'low', MassiOptions, 'value'> =
  defineIndicator(massiShape)

/** {@link massi} bar by bar, with the same bits. */
export class Massi extends StreamingIndicator<'high' | 'low', 'value'> {
  constructor(options: MassiOptions = {}) {
    super(massiShape, options)
  }
}

const natrShape = {
  name: 'natr',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/** Options of {@link natr}. */
export type NatrOptions = {
  /** Ranges smoothed, by Wilder's method, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Normalized average true range: the average true range in percent of the close.
 *
 * Formula: 100 * atr[t] / close[t].
 *
 * NATR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const natr: IndicatorFunction<'high' | 'low' | 'close', NatrOptions, 'value'> =
  defineIndicator(natrShape)

/** {@link natr} bar by bar, with the same bits. */
export class Natr extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor(options: NatrOptions = {}) {
    super(natrShape, options)
  }
}

const rviShape = { name: 'rvi', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link rvi}. */
export type RviOptions = {
  /** Deviations smoothed, by Wilder's method, whole, 1 to 100000. Default 14. */
  readonly period?: number
  /** Values of a deviation, whole, 2 to 100000. Default 10. */
  readonly deviationPeriod?: number
}

/**
 * Relative volatility index: the deviation of rising bars in percent of all deviation, 0 to 100.
 *
 * Formula: 100 up / (up + down), up = rma(sd(x, deviationPeriod) where x rose, period), down the
 * same where it fell; 0 where there is none.
 *
 * Source: Dorsey, The Relative Volatility Index, Stocks & Commodities 11 (1993).
 *
 * RVI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const rvi: IndicatorFunction<'value', RviOptions, 'value'> = defineIndicator(rviShape)

/** {@link rvi} bar by bar, with the same bits. */
export class Rvi extends StreamingIndicator<'value', 'value'> {
  constructor(options: RviOptions = {}) {
    super(rviShape, options)
  }
}

const trueRangeShape = {
  name: 'true-range',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/**
 * True range: the range of a bar, the close before it included.
 *
 * Formula: max(high[t] - low[t], |high[t] - close[t-1]|, |low[t] - close[t-1]|).
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * TRANGE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const trueRange: IndicatorFunction<'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(trueRangeShape)

/** {@link trueRange} bar by bar, with the same bits. */
export class TrueRange extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(trueRangeShape, {})
  }
}
