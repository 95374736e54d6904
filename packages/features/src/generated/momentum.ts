// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { StreamingIndicator } from '../streaming-indicator.ts'

const adxShape = { name: 'adx', inputs: ['high', 'low', 'close'], outputs: ['value'] } as const

/** Options of {@link adx}. */
export type AdxOptions = {
  /** Bars smoothed, by Wilder's method, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Average directional index: how strong a trend is, whichever way, 0 to 100.
 *
 * Formula: Wilder's smoothing of dx, from the mean of its first `period` values.
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * ADX of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const adx: IndicatorFunction<'high' | 'low' | 'close', AdxOptions, 'value'> =
  defineIndicator(adxShape)

/** {@link adx} bar by bar, with the same bits. */
export class Adx extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor(options: AdxOptions = {}) {
    super(adxShape, options)
  }
}

const macdShape = {
  name: 'macd',
  inputs: ['value'],
  outputs: ['macd', 'signal', 'histogram'],
} as const

/** Options of {@link macd}. */
export type MacdOptions = {
  /** Period of the fast exponential average, whole, 2 to 100000. Default 12. */
  readonly fastPeriod?: number
  /** Period of the slow exponential average, whole, 2 to 100000. Default 26. */
  readonly slowPeriod?: number
  /** Period of the average of the difference, whole, 1 to 100000. Default 9. */
  readonly signalPeriod?: number
}

/**
 * Moving average convergence/divergence: a fast average less a slow one, and its signal.
 *
 * Formula: macd = ema(x, fastPeriod) - ema(x, slowPeriod); signal = ema(macd, signalPeriod);
 * histogram = macd - signal. Both averages start on the same bar.
 *
 * Columns: `macd`, `signal`, `histogram`.
 *
 * Source: Appel, The Moving Average Convergence-Divergence Trading Method (1979).
 *
 * MACD of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const macd: IndicatorFunction<'value', MacdOptions, 'macd' | 'signal' | 'histogram'> =
  defineIndicator(macdShape)

/** {@link macd} bar by bar, with the same bits. */
export class Macd extends StreamingIndicator<'value', 'macd' | 'signal' | 'histogram'> {
  constructor(options: MacdOptions = {}) {
    super(macdShape, options)
  }
}

const momShape = { name: 'mom', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link mom}. */
export type MomOptions = {
  /** Bars between the two values, whole, 1 to 100000. Default 10. */
  readonly period?: number
}

/**
 * Momentum: the change over some bars.
 *
 * Formula: x[t] - x[t-period].
 *
 * MOM of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const mom: IndicatorFunction<'value', MomOptions, 'value'> = defineIndicator(momShape)

/** {@link mom} bar by bar, with the same bits. */
export class Mom extends StreamingIndicator<'value', 'value'> {
  constructor(options: MomOptions = {}) {
    super(momShape, options)
  }
}

const rocShape = { name: 'roc', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link roc}. */
export type RocOptions = {
  /** Bars between the two values, whole, 1 to 100000. Default 10. */
  readonly period?: number
}

/**
 * Rate of change: the change over some bars in percent.
 *
 * Formula: 100 (x[t] / x[t-period] - 1); 0 where x[t-period] is 0.
 *
 * ROC of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const roc: IndicatorFunction<'value', RocOptions, 'value'> = defineIndicator(rocShape)

/** {@link roc} bar by bar, with the same bits. */
export class Roc extends StreamingIndicator<'value', 'value'> {
  constructor(options: RocOptions = {}) {
    super(rocShape, options)
  }
}

const rocpShape = { name: 'rocp', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link rocp}. */
export type RocpOptions = {
  /** Bars between the two values, whole, 1 to 100000. Default 10. */
  readonly period?: number
}

/**
 * Rate of change as a fraction.
 *
 * Formula: (x[t] - x[t-period]) / x[t-period]; 0 where x[t-period] is 0.
 *
 * ROCP of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const rocp: IndicatorFunction<'value', RocpOptions, 'value'> = defineIndicator(rocpShape)

/** {@link rocp} bar by bar, with the same bits. */
export class Rocp extends StreamingIndicator<'value', 'value'> {
  constructor(options: RocpOptions = {}) {
    super(rocpShape, options)
  }
}

const rocrShape = { name: 'rocr', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link rocr}. */
export type RocrOptions = {
  /** Bars between the two values, whole, 1 to 100000. Default 10. */
  readonly period?: number
}

/**
 * Rate of change as a ratio.
 *
 * Formula: x[t] / x[t-period]; 0 where x[t-period] is 0.
 *
 * ROCR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const rocr: IndicatorFunction<'value', RocrOptions, 'value'> = defineIndicator(rocrShape)

/** {@link rocr} bar by bar, with the same bits. */
export class Rocr extends StreamingIndicator<'value', 'value'> {
  constructor(options: RocrOptions = {}) {
    super(rocrShape, options)
  }
}

const rocr100Shape = { name: 'rocr100', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link rocr100}. */
export type Rocr100Options = {
  /** Bars between the two values, whole, 1 to 100000. Default 10. */
  readonly period?: number
}

/**
 * Rate of change as a ratio in percent.
 *
 * Formula: 100 x[t] / x[t-period]; 0 where x[t-period] is 0.
 *
 * ROCR100 of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const rocr100: IndicatorFunction<'value', Rocr100Options, 'value'> =
  defineIndicator(rocr100Shape)

/** {@link rocr100} bar by bar, with the same bits. */
export class Rocr100 extends StreamingIndicator<'value', 'value'> {
  constructor(options: Rocr100Options = {}) {
    super(rocr100Shape, options)
  }
}

const rsiShape = { name: 'rsi', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link rsi}. */
export type RsiOptions = {
  /** Changes smoothed, by Wilder's method, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Relative strength index: the share of gains in all recent movement, 0 to 100.
 *
 * Formula: 100 * gain / (gain + loss), both smoothed by Wilder's method from the mean of the first
 * `period` changes; 0 where nothing moved.
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * RSI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const rsi: IndicatorFunction<'value', RsiOptions, 'value'> = defineIndicator(rsiShape)

/** {@link rsi} bar by bar, with the same bits. */
export class Rsi extends StreamingIndicator<'value', 'value'> {
  constructor(options: RsiOptions = {}) {
    super(rsiShape, options)
  }
}

const stochShape = {
  name: 'stoch',
  inputs: ['high', 'low', 'close'],
  outputs: ['k', 'd'],
  choices: {
    slowAverage: ['sma', 'ema', 'wma', 'dema', 'tema', 'trima', 'kama', 'mama', 't3'],
    signalAverage: ['sma', 'ema', 'wma', 'dema', 'tema', 'trima', 'kama', 'mama', 't3'],
  },
} as const

/** Options of {@link stoch}. */
export type StochOptions = {
  /** Bars of the range, whole, 1 to 100000. Default 5. */
  readonly fastPeriod?: number
  /** Values averaged for k, whole, 1 to 100000. Default 3. */
  readonly slowPeriod?: number
  /** Kind of the average for k. Default sma. */
  readonly slowAverage?: 'sma' | 'ema' | 'wma' | 'dema' | 'tema' | 'trima' | 'kama' | 'mama' | 't3'
  /** Values averaged for d, whole, 1 to 100000. Default 3. */
  readonly signalPeriod?: number
  /** Kind of the average for d. Default sma. */
  readonly signalAverage?:
    | 'sma'
    | 'ema'
    | 'wma'
    | 'dema'
    | 'tema'
    | 'trima'
    | 'kama'
    | 'mama'
    | 't3'
}

/**
 * Slow stochastic: where the close lies in the recent range, smoothed, and its signal.
 *
 * Formula: fast = 100 (close[t] - lowest low) / (highest high - lowest low) over fastPeriod; k =
 * average(fast, slowPeriod); d = average(k, signalPeriod).
 *
 * Columns: `k`, `d`.
 *
 * Source: Lane, Lane's Stochastics, Stocks & Commodities 2 (1984).
 *
 * STOCH of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const stoch: IndicatorFunction<'high' | 'low' | 'close', StochOptions, 'k' | 'd'> =
  defineIndicator(stochShape)

/** {@link stoch} bar by bar, with the same bits. */
export class Stoch extends StreamingIndicator<'high' | 'low' | 'close', 'k' | 'd'> {
  constructor(options: StochOptions = {}) {
    super(stochShape, options)
  }
}
