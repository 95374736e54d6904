// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { StreamingIndicator } from '../streaming-indicator.ts'

const bollingerBandsShape = {
  name: 'bollinger-bands',
  inputs: ['value'],
  outputs: ['upper', 'middle', 'lower'],
  choices: { average: ['sma', 'ema', 'wma', 'dema', 'tema', 'trima', 'kama', 'mama', 't3'] },
} as const

/** Options of {@link bollingerBands}. */
export type BollingerBandsOptions = {
  /** Values averaged, whole, 2 to 100000. Default 20. */
  readonly period?: number
  /** Standard deviations from the average to a band, 0 to 1000000. Default 2. */
  readonly deviations?: number
  /** The same for the lower band alone, 0 to 1000000. Default as deviations. */
  readonly deviationsBelow?: number
  /** Kind of the average. Default sma. */
  readonly average?: 'sma' | 'ema' | 'wma' | 'dema' | 'tema' | 'trima' | 'kama' | 'mama' | 't3'
}

/**
 * Bollinger bands: a moving average, and bands some standard deviations around it.
 *
 * Formula: middle = average(x, period); upper, lower = middle +- deviations * sd(x, period), sd
 * being that of the population.
 *
 * Columns: `upper`, `middle`, `lower`.
 *
 * Source: Bollinger, Bollinger on Bollinger Bands (2001).
 *
 * BBANDS of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const bollingerBands: IndicatorFunction<
  'value',
  BollingerBandsOptions,
  'upper' | 'middle' | 'lower'
> = defineIndicator(bollingerBandsShape)

/** {@link bollingerBands} bar by bar, with the same bits. */
export class BollingerBands extends StreamingIndicator<'value', 'upper' | 'middle' | 'lower'> {
  constructor(options: BollingerBandsOptions = {}) {
    super(bollingerBandsShape, options)
  }
}

const demaShape = { name: 'dema', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link dema}. */
export type DemaOptions = {
  /** Period of both averages, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * Double exponential moving average: an exponential average with half its lag taken out.
 *
 * Formula: 2 ema(x) - ema(ema(x)).
 *
 * Source: Mulloy, Smoothing Data With Faster Moving Averages, Stocks & Commodities 12 (1994).
 *
 * DEMA of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const dema: IndicatorFunction<'value', DemaOptions, 'value'> = defineIndicator(demaShape)

/** {@link dema} bar by bar, with the same bits. */
export class Dema extends StreamingIndicator<'value', 'value'> {
  constructor(options: DemaOptions = {}) {
    super(demaShape, options)
  }
}

const emaShape = { name: 'ema', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link ema}. */
export type EmaOptions = {
  /** Values whose weight it resembles, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * Exponential moving average: recent values weigh more.
 *
 * Formula: ema[t] = ema[t-1] + (x[t] - ema[t-1]) * 2 / (period + 1), from the simple average of the
 * first `period` values.
 *
 * EMA of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const ema: IndicatorFunction<'value', EmaOptions, 'value'> = defineIndicator(emaShape)

/** {@link ema} bar by bar, with the same bits. */
export class Ema extends StreamingIndicator<'value', 'value'> {
  constructor(options: EmaOptions = {}) {
    super(emaShape, options)
  }
}

const kamaShape = { name: 'kama', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link kama}. */
export type KamaOptions = {
  /** Changes over which the way is measured, whole, 2 to 100000. Default 30. */
  readonly period?: number
}

/**
 * Kaufman adaptive moving average: fast in a trend, slow in noise.
 *
 * Formula: kama[t] = kama[t-1] + c^2 (x[t] - kama[t-1]), c = er (2/3 - 2/31) + 2/31, er = |x[t] -
 * x[t-period]| / sum of |x[i] - x[i-1]|.
 *
 * Source: Kaufman, Smarter Trading (1995).
 *
 * KAMA of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const kama: IndicatorFunction<'value', KamaOptions, 'value'> = defineIndicator(kamaShape)

/** {@link kama} bar by bar, with the same bits. */
export class Kama extends StreamingIndicator<'value', 'value'> {
  constructor(options: KamaOptions = {}) {
    super(kamaShape, options)
  }
}

const maShape = {
  name: 'ma',
  inputs: ['value'],
  outputs: ['value'],
  choices: { average: ['sma', 'ema', 'wma', 'dema', 'tema', 'trima', 'kama', 'mama', 't3'] },
} as const

/** Options of {@link ma}. */
export type MaOptions = {
  /** Values averaged, whole, 1 to 100000. Default 30. */
  readonly period?: number
  /** Kind of the average. Default sma. */
  readonly average?: 'sma' | 'ema' | 'wma' | 'dema' | 'tema' | 'trima' | 'kama' | 'mama' | 't3'
}

/**
 * Moving average of a kind chosen by parameter.
 *
 * Formula: average(x, period) of the kind.
 *
 * MA of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const ma: IndicatorFunction<'value', MaOptions, 'value'> = defineIndicator(maShape)

/** {@link ma} bar by bar, with the same bits. */
export class Ma extends StreamingIndicator<'value', 'value'> {
  constructor(options: MaOptions = {}) {
    super(maShape, options)
  }
}

const mamaShape = { name: 'mama', inputs: ['value'], outputs: ['mama', 'fama'] } as const

/** Options of {@link mama}. */
export type MamaOptions = {
  /** Greatest weight of a new value, 0.01 to 0.99. Default 0.5. */
  readonly fastLimit?: number
  /** Least weight of a new value, 0.01 to 0.99. Default 0.05. */
  readonly slowLimit?: number
}

/**
 * MESA adaptive moving average: fast where the phase of the cycle turns fast, and its following
 * average.
 *
 * Formula: mama[t] = a x[t] + (1 - a) mama[t-1], fama[t] = a/2 mama[t] + (1 - a/2) fama[t-1], a =
 * fastLimit / degrees turned, within the limits.
 *
 * Columns: `mama`, `fama`.
 *
 * Source: Ehlers, MESA Adaptive Moving Averages, Stocks & Commodities 19 (2001).
 *
 * MAMA of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const mama: IndicatorFunction<'value', MamaOptions, 'mama' | 'fama'> =
  defineIndicator(mamaShape)

/** {@link mama} bar by bar, with the same bits. */
export class Mama extends StreamingIndicator<'value', 'mama' | 'fama'> {
  constructor(options: MamaOptions = {}) {
    super(mamaShape, options)
  }
}

const rmaShape = { name: 'rma', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link rma}. */
export type RmaOptions = {
  /** Values smoothed, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * Wilder's smoothing: an exponential average with the weight 1 / period.
 *
 * Formula: rma[t] = rma[t-1] + (x[t] - rma[t-1]) / period, from the simple average of the first
 * `period` values.
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * RMA of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const rma: IndicatorFunction<'value', RmaOptions, 'value'> = defineIndicator(rmaShape)

/** {@link rma} bar by bar, with the same bits. */
export class Rma extends StreamingIndicator<'value', 'value'> {
  constructor(options: RmaOptions = {}) {
    super(rmaShape, options)
  }
}

const smaShape = { name: 'sma', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link sma}. */
export type SmaOptions = {
  /** Values averaged, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * Simple moving average: the mean of the last values.
 *
 * Formula: (x[t] + x[t-1] + ... + x[t-period+1]) / period.
 *
 * SMA of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const sma: IndicatorFunction<'value', SmaOptions, 'value'> = defineIndicator(smaShape)

/** {@link sma} bar by bar, with the same bits. */
export class Sma extends StreamingIndicator<'value', 'value'> {
  constructor(options: SmaOptions = {}) {
    super(smaShape, options)
  }
}

const t3Shape = { name: 't3', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link t3}. */
export type T3Options = {
  /** Period of the averages, whole, 1 to 100000. Default 5. */
  readonly period?: number
  /** How much of the lag is taken out, 0 to 1. Default 0.7. */
  readonly volumeFactor?: number
}

/**
 * Tillson T3: six exponential averages in a row, smooth and yet near the price.
 *
 * Formula: c1 e6 + c2 e5 + c3 e4 + c4 e3, e[n] the n-fold exponential average, v the volume factor,
 * c1 = -v^3, c2 = 3 v^2 + 3 v^3, c3 = -6 v^2 - 3 v - 3 v^3, c4 = 1 + 3 v + v^3 + 3 v^2.
 *
 * Source: Tillson, Better Moving Averages, Stocks & Commodities 16 (1998).
 *
 * T3 of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const t3: IndicatorFunction<'value', T3Options, 'value'> = defineIndicator(t3Shape)

/** {@link t3} bar by bar, with the same bits. */
export class T3 extends StreamingIndicator<'value', 'value'> {
  constructor(options: T3Options = {}) {
    super(t3Shape, options)
  }
}

const temaShape = { name: 'tema', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link tema}. */
export type TemaOptions = {
  /** Period of the three averages, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * Triple exponential moving average: an exponential average with most of its lag taken out.
 *
 * Formula: 3 ema(x) - 3 ema(ema(x)) + ema(ema(ema(x))).
 *
 * Source: Mulloy, Smoothing Data With Faster Moving Averages, Stocks & Commodities 12 (1994).
 *
 * TEMA of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tema: IndicatorFunction<'value', TemaOptions, 'value'> = defineIndicator(temaShape)

/** {@link tema} bar by bar, with the same bits. */
export class Tema extends StreamingIndicator<'value', 'value'> {
  constructor(options: TemaOptions = {}) {
    super(temaShape, options)
  }
}

const trimaShape = { name: 'trima', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link trima}. */
export type TrimaOptions = {
  /** Values averaged, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * Triangular moving average: the middle of the window weighs most.
 *
 * Formula: sma(sma(x, ceil(period / 2)), floor(period / 2) + 1).
 *
 * TRIMA of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const trima: IndicatorFunction<'value', TrimaOptions, 'value'> = defineIndicator(trimaShape)

/** {@link trima} bar by bar, with the same bits. */
export class Trima extends StreamingIndicator<'value', 'value'> {
  constructor(options: TrimaOptions = {}) {
    super(trimaShape, options)
  }
}

const wmaShape = { name: 'wma', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link wma}. */
export type WmaOptions = {
  /** Values averaged, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * Weighted moving average: weights fall in equal steps from the latest value back.
 *
 * Formula: (period x[t] + (period-1) x[t-1] + ... + x[t-period+1]) / (period (period+1) / 2).
 *
 * WMA of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const wma: IndicatorFunction<'value', WmaOptions, 'value'> = defineIndicator(wmaShape)

/** {@link wma} bar by bar, with the same bits. */
export class Wma extends StreamingIndicator<'value', 'value'> {
  constructor(options: WmaOptions = {}) {
    super(wmaShape, options)
  }
}
