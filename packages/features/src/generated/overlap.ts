// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { type BarInput, type BarOutput, StreamingIndicator } from '../streaming-indicator.ts'

const accbandsShape = {
  name: 'accbands',
  inputs: ['high', 'low', 'close'],
  outputs: ['upper', 'middle', 'lower'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'upper' | 'middle' | 'lower'> => ({
    upper: buffer[3] as number,
    middle: buffer[4] as number,
    lower: buffer[5] as number,
  }),
} as const

/** Options of {@link accbands}. */
export type AccbandsOptions = {
  /** Bars averaged, whole, 2 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Acceleration bands: averages of the highs and lows, pushed out by the range of their bars.
 *
 * Formula: upper = sma(high (1 + f)), middle = sma(close), lower = sma(low (1 - f)), f = 4 (high -
 * low) / (high + low).
 *
 * Columns: `upper`, `middle`, `lower`.
 *
 * Source: Headley, Big Trends in Trading (2002).
 *
 * ACCBANDS of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const accbands: IndicatorFunction<
  'high' | 'low' | 'close',
  AccbandsOptions,
  'upper' | 'middle' | 'lower'
> = defineIndicator(accbandsShape)

/** {@link accbands} bar by bar, with the same bits. */
export class Accbands extends StreamingIndicator<
  'high' | 'low' | 'close',
  'upper' | 'middle' | 'lower'
> {
  constructor(options: AccbandsOptions = {}) {
    super(accbandsShape, options)
  }
}

const alligatorShape = {
  name: 'alligator',
  inputs: ['high', 'low'],
  outputs: ['jaw', 'teeth', 'lips'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
  read: (buffer: Float64Array): BarOutput<'jaw' | 'teeth' | 'lips'> => ({
    jaw: buffer[2] as number,
    teeth: buffer[3] as number,
    lips: buffer[4] as number,
  }),
} as const

/** Options of {@link alligator}. */
export type AlligatorOptions = {
  /** Period of the jaw, whole, 1 to 100000. Default 13. */
  readonly jawPeriod?: number
  /** Period of the teeth, whole, 1 to 100000. Default 8. */
  readonly teethPeriod?: number
  /** Period of the lips, whole, 1 to 100000. Default 5. */
  readonly lipsPeriod?: number
  /** Bars by which the jaw is drawn ahead, whole, 1 to 100000. Default 8. */
  readonly jawShift?: number
  /** Bars by which the teeth are drawn ahead, whole, 1 to 100000. Default 5. */
  readonly teethShift?: number
  /** Bars by which the lips are drawn ahead, whole, 1 to 100000. Default 3. */
  readonly lipsShift?: number
}

/**
 * Alligator: three smoothed averages of the middle price, each drawn ahead by some bars.
 *
 * Formula: jaw, teeth, lips = rma((high + low) / 2, period) of shift bars ago.
 *
 * Columns: `jaw`, `teeth`, `lips`.
 *
 * Source: Williams, Trading Chaos (1995).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const alligator: IndicatorFunction<
  'high' | 'low',
  AlligatorOptions,
  'jaw' | 'teeth' | 'lips'
> = defineIndicator(alligatorShape)

/** {@link alligator} bar by bar, with the same bits. */
export class Alligator extends StreamingIndicator<'high' | 'low', 'jaw' | 'teeth' | 'lips'> {
  constructor(options: AlligatorOptions = {}) {
    super(alligatorShape, options)
  }
}

const almaShape = {
  name: 'alma',
  inputs: ['value'],
  outputs: ['value'],
  choices: { peak: ['whole', 'exact'] },
} as const

/** Options of {@link alma}. */
export type AlmaOptions = {
  /** Values weighed, whole, 1 to 100000. Default 9. */
  readonly period?: number
  /** Where the curve peaks: 0 at the oldest value, 1 at the latest, 0 to 1. Default 0.85. */
  readonly offset?: number
  /** How narrow the curve is, 0.01 to 1000. Default 6. */
  readonly sigma?: number
  /** Whether the curve peaks at a value or between two. Default whole. */
  readonly peak?: 'whole' | 'exact'
}

/**
 * Arnaud Legoux moving average: a window weighed by a bell curve that leans to the latest values.
 *
 * Formula: sum of w[i] x[i] / sum of w[i], w[i] = exp(-(i - m)^2 / (2 s^2)), i = 0 the oldest
 * value, m = offset (period - 1), rounded down unless peak is exact, s = period / sigma.
 *
 * Source: Legoux and Kouzis-Loukas (2009).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const alma: IndicatorFunction<'value', AlmaOptions, 'value'> = defineIndicator(almaShape)

/** {@link alma} bar by bar, with the same bits. */
export class Alma extends StreamingIndicator<'value', 'value'> {
  constructor(options: AlmaOptions = {}) {
    super(almaShape, options)
  }
}

const bandwidthShape = { name: 'bandwidth', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link bandwidth}. */
export type BandwidthOptions = {
  /** Values taken together, whole, 2 to 100000. Default 20. */
  readonly period?: number
  /** Deviations from the middle to a band, 0 to 1000000. Default 2. */
  readonly deviations?: number
}

/**
 * Bandwidth: the distance between the Bollinger bands, in percent of their middle.
 *
 * Formula: 100 * 2 deviations sd / mean over the last `period` values, sd dividing by n; 0 where
 * the mean is.
 *
 * Source: Bollinger, Bollinger on Bollinger Bands (2001).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const bandwidth: IndicatorFunction<'value', BandwidthOptions, 'value'> =
  defineIndicator(bandwidthShape)

/** {@link bandwidth} bar by bar, with the same bits. */
export class Bandwidth extends StreamingIndicator<'value', 'value'> {
  constructor(options: BandwidthOptions = {}) {
    super(bandwidthShape, options)
  }
}

const bollingerBandsShape = {
  name: 'bollinger-bands',
  inputs: ['value'],
  outputs: ['upper', 'middle', 'lower'],
  choices: {
    average: [
      'sma',
      'ema',
      'wma',
      'dema',
      'tema',
      'trima',
      'kama',
      'mama',
      't3',
      'hma',
      'none',
      'default',
      'zlema',
      'rma',
    ],
  },
  read: (buffer: Float64Array): BarOutput<'upper' | 'middle' | 'lower'> => ({
    upper: buffer[1] as number,
    middle: buffer[2] as number,
    lower: buffer[3] as number,
  }),
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
  readonly average?:
    | 'sma'
    | 'ema'
    | 'wma'
    | 'dema'
    | 'tema'
    | 'trima'
    | 'kama'
    | 'mama'
    | 't3'
    | 'hma'
    | 'none'
    | 'default'
    | 'zlema'
    | 'rma'
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

const butterworthShape = { name: 'butterworth', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link butterworth}. */
export type ButterworthOptions = {
  /** Bars of the cycle that comes through at half its power, whole, 2 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Two-pole Butterworth filter: flat for slow cycles, steep for fast ones.
 *
 * Formula: y[t] = c (x[t] + 2 x[t-1] + x[t-2]) + b y[t-1] - a^2 y[t-2], a = exp(-sqrt(2) pi /
 * period), b = 2 a cos(sqrt(2) pi / period), c = (1 - b + a^2) / 4; from y = x.
 *
 * Source: Ehlers, Cybernetic Analysis for Stocks and Futures (2004).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const butterworth: IndicatorFunction<'value', ButterworthOptions, 'value'> =
  defineIndicator(butterworthShape)

/** {@link butterworth} bar by bar, with the same bits. */
export class Butterworth extends StreamingIndicator<'value', 'value'> {
  constructor(options: ButterworthOptions = {}) {
    super(butterworthShape, options)
  }
}

const chandeKrollStopShape = {
  name: 'chande-kroll-stop',
  inputs: ['high', 'low', 'close'],
  outputs: ['long', 'short'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'long' | 'short'> => ({
    long: buffer[3] as number,
    short: buffer[4] as number,
  }),
} as const

/** Options of {@link chandeKrollStop}. */
export type ChandeKrollStopOptions = {
  /** Bars of the extremes, and ranges smoothed by Wilder's method, whole, 1 to 100000. Default 10. */
  readonly period?: number
  /** Ranges from the extreme to the first stop, 0 to 1000000. Default 1. */
  readonly multiplier?: number
  /** Stops of which the extreme is taken, whole, 1 to 100000. Default 9. */
  readonly stopPeriod?: number
}

/**
 * Chande Kroll stop: the extremes of stops that hang from the extremes of the last bars.
 *
 * Formula: first high stop = highest high - multiplier atr, first low stop = lowest low +
 * multiplier atr, over `period` bars; long = lowest first low stop, short = highest first high
 * stop, over stopPeriod bars.
 *
 * Columns: `long`, `short`.
 *
 * Source: Chande and Kroll, The New Technical Trader (1994).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const chandeKrollStop: IndicatorFunction<
  'high' | 'low' | 'close',
  ChandeKrollStopOptions,
  'long' | 'short'
> = defineIndicator(chandeKrollStopShape)

/** {@link chandeKrollStop} bar by bar, with the same bits. */
export class ChandeKrollStop extends StreamingIndicator<
  'high' | 'low' | 'close',
  'long' | 'short'
> {
  constructor(options: ChandeKrollStopOptions = {}) {
    super(chandeKrollStopShape, options)
  }
}

const chandelierExitShape = {
  name: 'chandelier-exit',
  inputs: ['high', 'low', 'close'],
  outputs: ['long', 'short'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'long' | 'short'> => ({
    long: buffer[3] as number,
    short: buffer[4] as number,
  }),
} as const

/** Options of {@link chandelierExit}. */
export type ChandelierExitOptions = {
  /** Bars of the extremes, and ranges smoothed by Wilder's method, whole, 1 to 100000. Default 22. */
  readonly period?: number
  /** Ranges from the extreme to the stop, 0 to 1000000. Default 3. */
  readonly multiplier?: number
}

/**
 * Chandelier exit: stops that hang some average true ranges from the extremes of the last bars.
 *
 * Formula: long = highest high - multiplier atr, short = lowest low + multiplier atr, all over
 * `period` bars.
 *
 * Columns: `long`, `short`.
 *
 * Source: Le Beau.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const chandelierExit: IndicatorFunction<
  'high' | 'low' | 'close',
  ChandelierExitOptions,
  'long' | 'short'
> = defineIndicator(chandelierExitShape)

/** {@link chandelierExit} bar by bar, with the same bits. */
export class ChandelierExit extends StreamingIndicator<'high' | 'low' | 'close', 'long' | 'short'> {
  constructor(options: ChandelierExitOptions = {}) {
    super(chandelierExitShape, options)
  }
}

const decyclerShape = { name: 'decycler', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link decycler}. */
export type DecyclerOptions = {
  /** Bars of the longest cycle taken away, whole, 5 to 100000. Default 60. */
  readonly period?: number
}

/**
 * Decycler: the price without its short cycles, with hardly any lag.
 *
 * Formula: x[t] - h[t], h[t] = (1 - a / 2) (x[t] - x[t-1]) + (1 - a) h[t-1] from 0, a = (cos w +
 * sin w - 1) / cos w, w = 2 pi / period.
 *
 * Source: Ehlers, Decyclers, Stocks & Commodities 33 (2015).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const decycler: IndicatorFunction<'value', DecyclerOptions, 'value'> =
  defineIndicator(decyclerShape)

/** {@link decycler} bar by bar, with the same bits. */
export class Decycler extends StreamingIndicator<'value', 'value'> {
  constructor(options: DecyclerOptions = {}) {
    super(decyclerShape, options)
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

const donchianShape = {
  name: 'donchian',
  inputs: ['high', 'low'],
  outputs: ['upper', 'middle', 'lower'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
  read: (buffer: Float64Array): BarOutput<'upper' | 'middle' | 'lower'> => ({
    upper: buffer[2] as number,
    middle: buffer[3] as number,
    lower: buffer[4] as number,
  }),
} as const

/** Options of {@link donchian}. */
export type DonchianOptions = {
  /** Bars compared, whole, 1 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Donchian channels: the highest high, the lowest low, and the middle of both.
 *
 * Formula: upper = highest high, lower = lowest low over `period` bars, middle = (upper + lower) /
 * 2.
 *
 * Columns: `upper`, `middle`, `lower`.
 *
 * Source: Donchian.
 *
 * DONCHIAN of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const donchian: IndicatorFunction<
  'high' | 'low',
  DonchianOptions,
  'upper' | 'middle' | 'lower'
> = defineIndicator(donchianShape)

/** {@link donchian} bar by bar, with the same bits. */
export class Donchian extends StreamingIndicator<'high' | 'low', 'upper' | 'middle' | 'lower'> {
  constructor(options: DonchianOptions = {}) {
    super(donchianShape, options)
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

const envelopeShape = {
  name: 'envelope',
  inputs: ['value'],
  outputs: ['upper', 'middle', 'lower'],
  choices: {
    average: [
      'sma',
      'ema',
      'wma',
      'dema',
      'tema',
      'trima',
      'kama',
      'mama',
      't3',
      'hma',
      'none',
      'default',
      'zlema',
      'rma',
    ],
  },
  read: (buffer: Float64Array): BarOutput<'upper' | 'middle' | 'lower'> => ({
    upper: buffer[1] as number,
    middle: buffer[2] as number,
    lower: buffer[3] as number,
  }),
} as const

/** Options of {@link envelope}. */
export type EnvelopeOptions = {
  /** Values averaged, whole, 1 to 100000. Default 20. */
  readonly period?: number
  /** Distance of a band, in percent of the average, 0 to 1000. Default 2.5. */
  readonly percent?: number
  /** Kind of average. Default sma. */
  readonly average?:
    | 'sma'
    | 'ema'
    | 'wma'
    | 'dema'
    | 'tema'
    | 'trima'
    | 'kama'
    | 'mama'
    | 't3'
    | 'hma'
    | 'none'
    | 'default'
    | 'zlema'
    | 'rma'
}

/**
 * Envelope: a moving average, and bands some percent around it.
 *
 * Formula: middle = average(x, period); upper, lower = middle (1 +- percent / 100).
 *
 * Columns: `upper`, `middle`, `lower`.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const envelope: IndicatorFunction<'value', EnvelopeOptions, 'upper' | 'middle' | 'lower'> =
  defineIndicator(envelopeShape)

/** {@link envelope} bar by bar, with the same bits. */
export class Envelope extends StreamingIndicator<'value', 'upper' | 'middle' | 'lower'> {
  constructor(options: EnvelopeOptions = {}) {
    super(envelopeShape, options)
  }
}

const framaShape = {
  name: 'frama',
  inputs: ['high', 'low'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
} as const

/** Options of {@link frama}. */
export type FramaOptions = {
  /** Bars of the window, an odd number counting as the even one below, whole, 2 to 100000. Default 16. */
  readonly period?: number
}

/**
 * Fractal adaptive moving average: quick where prices go straight, slow where they fill the plane.
 *
 * Formula: frama[t] = frama[t-1] + a (p[t] - frama[t-1]), p = (high + low) / 2, a = exp(-4.6 (d -
 * 1)) within 0.01 to 1, d = log2((n1 + n2) / n3), n1 and n2 the ranges of the two halves of the
 * window over half its length, n3 that of the whole over its length; from p.
 *
 * Source: Ehlers, Fractal Adaptive Moving Averages, Stocks & Commodities 23 (2005).
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const frama: IndicatorFunction<'high' | 'low', FramaOptions, 'value'> =
  defineIndicator(framaShape)

/** {@link frama} bar by bar, with the same bits. */
export class Frama extends StreamingIndicator<'high' | 'low', 'value'> {
  constructor(options: FramaOptions = {}) {
    super(framaShape, options)
  }
}

const gaussianFilterShape = {
  name: 'gaussian-filter',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link gaussianFilter}. */
export type GaussianFilterOptions = {
  /** Bars of the cycle that comes through at half its power, whole, 2 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Two-pole Gaussian filter: smooth, with little lag.
 *
 * Formula: y[t] = a^2 x[t] + 2 (1 - a) y[t-1] - (1 - a)^2 y[t-2], b = 2.415 (1 - cos(2 pi /
 * period)), a = sqrt(b^2 + 2 b) - b; from y = x.
 *
 * Source: Ehlers, Gaussian and Other Low Lag Filters (2001).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const gaussianFilter: IndicatorFunction<'value', GaussianFilterOptions, 'value'> =
  defineIndicator(gaussianFilterShape)

/** {@link gaussianFilter} bar by bar, with the same bits. */
export class GaussianFilter extends StreamingIndicator<'value', 'value'> {
  constructor(options: GaussianFilterOptions = {}) {
    super(gaussianFilterShape, options)
  }
}

const hmaShape = { name: 'hma', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link hma}. */
export type HmaOptions = {
  /** Values averaged, whole, 2 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Hull moving average: weighted averages combined so that lag nearly vanishes.
 *
 * Formula: wma(2 wma(x, period / 2) - wma(x, period), sqrt(period)), both lengths rounded down.
 *
 * Source: Hull (2005).
 *
 * HMA of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const hma: IndicatorFunction<'value', HmaOptions, 'value'> = defineIndicator(hmaShape)

/** {@link hma} bar by bar, with the same bits. */
export class Hma extends StreamingIndicator<'value', 'value'> {
  constructor(options: HmaOptions = {}) {
    super(hmaShape, options)
  }
}

const ichimokuShape = {
  name: 'ichimoku',
  inputs: ['high', 'low'],
  outputs: ['conversion', 'base', 'spanA', 'spanB'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
  read: (buffer: Float64Array): BarOutput<'conversion' | 'base' | 'spanA' | 'spanB'> => ({
    conversion: buffer[2] as number,
    base: buffer[3] as number,
    spanA: buffer[4] as number,
    spanB: buffer[5] as number,
  }),
} as const

/** Options of {@link ichimoku}. */
export type IchimokuOptions = {
  /** Bars of the conversion line, whole, 1 to 100000. Default 9. */
  readonly conversionPeriod?: number
  /** Bars of the base line, whole, 1 to 100000. Default 26. */
  readonly basePeriod?: number
  /** Bars of the second span, whole, 1 to 100000. Default 52. */
  readonly spanPeriod?: number
  /** Bars by which the cloud is drawn ahead, this one counting, whole, 1 to 100000. Default 26. */
  readonly displacement?: number
}

/**
 * Ichimoku: the conversion and base lines, and the cloud that lies over this bar.
 *
 * Formula: conversion, base = (highest high + lowest low) / 2 of their periods; spanA = (conversion
 * + base) / 2 and spanB = the middle of spanPeriod bars, both of displacement - 1 bars ago (the
 * lagging span is the close itself, drawn earlier: compare it with the close of then).
 *
 * Columns: `conversion`, `base`, `spanA`, `spanB`.
 *
 * Source: Hosoda (1969).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const ichimoku: IndicatorFunction<
  'high' | 'low',
  IchimokuOptions,
  'conversion' | 'base' | 'spanA' | 'spanB'
> = defineIndicator(ichimokuShape)

/** {@link ichimoku} bar by bar, with the same bits. */
export class Ichimoku extends StreamingIndicator<
  'high' | 'low',
  'conversion' | 'base' | 'spanA' | 'spanB'
> {
  constructor(options: IchimokuOptions = {}) {
    super(ichimokuShape, options)
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

const keltnerShape = {
  name: 'keltner',
  inputs: ['high', 'low', 'close'],
  outputs: ['upper', 'middle', 'lower'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'upper' | 'middle' | 'lower'> => ({
    upper: buffer[3] as number,
    middle: buffer[4] as number,
    lower: buffer[5] as number,
  }),
} as const

/** Options of {@link keltner}. */
export type KeltnerOptions = {
  /** Typical prices averaged, whole, 1 to 100000. Default 20. */
  readonly period?: number
  /** Ranges smoothed, by Wilder's method, whole, 1 to 100000. Default 10. */
  readonly atrPeriod?: number
  /** Ranges from the average to a band, 0 to 1000000. Default 2. */
  readonly deviations?: number
}

/**
 * Keltner channels: an exponential average, and bands some average true ranges around it.
 *
 * Formula: middle = ema((high + low + close) / 3, period); upper, lower = middle +- deviations
 * atr(atrPeriod).
 *
 * Columns: `upper`, `middle`, `lower`.
 *
 * Source: Keltner (1960), as changed by Raschke.
 *
 * KC of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const keltner: IndicatorFunction<
  'high' | 'low' | 'close',
  KeltnerOptions,
  'upper' | 'middle' | 'lower'
> = defineIndicator(keltnerShape)

/** {@link keltner} bar by bar, with the same bits. */
export class Keltner extends StreamingIndicator<
  'high' | 'low' | 'close',
  'upper' | 'middle' | 'lower'
> {
  constructor(options: KeltnerOptions = {}) {
    super(keltnerShape, options)
  }
}

const laguerreShape = { name: 'laguerre', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link laguerre}. */
export type LaguerreOptions = {
  /** How slow it is, 0 to 0.99. Default 0.8. */
  readonly gamma?: number
}

/**
 * Laguerre filter: a smooth average of four values, each warped in time.
 *
 * Formula: (l0 + 2 l1 + 2 l2 + l3) / 6, l0[t] = (1 - gamma) x[t] + gamma l0[t-1], li[t] =
 * l(i-1)[t-1] + gamma (li[t-1] - l(i-1)[t]); from x.
 *
 * Source: Ehlers, Cybernetic Analysis for Stocks and Futures (2004).
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const laguerre: IndicatorFunction<'value', LaguerreOptions, 'value'> =
  defineIndicator(laguerreShape)

/** {@link laguerre} bar by bar, with the same bits. */
export class Laguerre extends StreamingIndicator<'value', 'value'> {
  constructor(options: LaguerreOptions = {}) {
    super(laguerreShape, options)
  }
}

const maShape = {
  name: 'ma',
  inputs: ['value'],
  outputs: ['value'],
  choices: {
    average: [
      'sma',
      'ema',
      'wma',
      'dema',
      'tema',
      'trima',
      'kama',
      'mama',
      't3',
      'hma',
      'none',
      'default',
      'zlema',
      'rma',
    ],
  },
} as const

/** Options of {@link ma}. */
export type MaOptions = {
  /** Values averaged, whole, 1 to 100000. Default 30. */
  readonly period?: number
  /** Kind of the average. Default sma. */
  readonly average?:
    | 'sma'
    | 'ema'
    | 'wma'
    | 'dema'
    | 'tema'
    | 'trima'
    | 'kama'
    | 'mama'
    | 't3'
    | 'hma'
    | 'none'
    | 'default'
    | 'zlema'
    | 'rma'
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

const mamaShape = {
  name: 'mama',
  inputs: ['value'],
  outputs: ['mama', 'fama'],
  read: (buffer: Float64Array): BarOutput<'mama' | 'fama'> => ({
    mama: buffer[1] as number,
    fama: buffer[2] as number,
  }),
} as const

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

const mavpShape = {
  name: 'mavp',
  inputs: ['value', 'periods'],
  outputs: ['value'],
  choices: {
    average: [
      'sma',
      'ema',
      'wma',
      'dema',
      'tema',
      'trima',
      'kama',
      'mama',
      't3',
      'hma',
      'none',
      'default',
      'zlema',
      'rma',
    ],
  },
  write: (buffer: Float64Array, bar: BarInput<'value' | 'periods'>): void => {
    buffer[0] = bar.value
    buffer[1] = bar.periods
  },
} as const

/** Options of {@link mavp}. */
export type MavpOptions = {
  /** Least period, whole, 2 to 100000. Default 2. */
  readonly minPeriod?: number
  /** Greatest period, whole, 2 to 1000. Default 30. */
  readonly maxPeriod?: number
  /** Kind of the average. Default sma. */
  readonly average?:
    | 'sma'
    | 'ema'
    | 'wma'
    | 'dema'
    | 'tema'
    | 'trima'
    | 'kama'
    | 'mama'
    | 't3'
    | 'hma'
    | 'none'
    | 'default'
    | 'zlema'
    | 'rma'
}

/**
 * Moving average whose period is told for every bar.
 *
 * Formula: average(x, periods[t]), periods held within minPeriod and maxPeriod and cut to whole
 * numbers.
 *
 * MAVP of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const mavp: IndicatorFunction<'value' | 'periods', MavpOptions, 'value'> =
  defineIndicator(mavpShape)

/** {@link mavp} bar by bar, with the same bits. */
export class Mavp extends StreamingIndicator<'value' | 'periods', 'value'> {
  constructor(options: MavpOptions = {}) {
    super(mavpShape, options)
  }
}

const mcginleyShape = { name: 'mcginley', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link mcginley}. */
export type McginleyOptions = {
  /** Values of the first average, and how slowly it follows, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * McGinley dynamic: an average that follows faster when prices fall below it.
 *
 * Formula: m[t] = m[t-1] + (x[t] - m[t-1]) / (period (x[t] / m[t-1])^4), from the simple average of
 * the first `period` values; it stays where that is not finite.
 *
 * Source: McGinley, Journal of Technical Analysis (1990).
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const mcginley: IndicatorFunction<'value', McginleyOptions, 'value'> =
  defineIndicator(mcginleyShape)

/** {@link mcginley} bar by bar, with the same bits. */
export class Mcginley extends StreamingIndicator<'value', 'value'> {
  constructor(options: McginleyOptions = {}) {
    super(mcginleyShape, options)
  }
}

const midpointShape = { name: 'midpoint', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link midpoint}. */
export type MidpointOptions = {
  /** Values compared, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Midpoint: half-way between the least and the greatest of the last values.
 *
 * Formula: (max + min of x[t-period+1] ... x[t]) / 2.
 *
 * MIDPOINT of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const midpoint: IndicatorFunction<'value', MidpointOptions, 'value'> =
  defineIndicator(midpointShape)

/** {@link midpoint} bar by bar, with the same bits. */
export class Midpoint extends StreamingIndicator<'value', 'value'> {
  constructor(options: MidpointOptions = {}) {
    super(midpointShape, options)
  }
}

const midpriceShape = {
  name: 'midprice',
  inputs: ['high', 'low'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
} as const

/** Options of {@link midprice}. */
export type MidpriceOptions = {
  /** Bars compared, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Midprice: half-way between the lowest low and the highest high.
 *
 * Formula: (highest high + lowest low over `period` bars) / 2.
 *
 * MIDPRICE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const midprice: IndicatorFunction<'high' | 'low', MidpriceOptions, 'value'> =
  defineIndicator(midpriceShape)

/** {@link midprice} bar by bar, with the same bits. */
export class Midprice extends StreamingIndicator<'high' | 'low', 'value'> {
  constructor(options: MidpriceOptions = {}) {
    super(midpriceShape, options)
  }
}

const percentBShape = { name: 'percent-b', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link percentB}. */
export type PercentBOptions = {
  /** Values taken together, whole, 2 to 100000. Default 20. */
  readonly period?: number
  /** Deviations from the middle to a band, 0 to 1000000. Default 2. */
  readonly deviations?: number
}

/**
 * Percent b: where a value lies between the Bollinger bands, 0 at the lower, 1 at the upper.
 *
 * Formula: 0.5 + (x[t] - mean) / (2 deviations sd) over the last `period` values, sd dividing by n;
 * one half where the bands have no width.
 *
 * Source: Bollinger, Bollinger on Bollinger Bands (2001).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const percentB: IndicatorFunction<'value', PercentBOptions, 'value'> =
  defineIndicator(percentBShape)

/** {@link percentB} bar by bar, with the same bits. */
export class PercentB extends StreamingIndicator<'value', 'value'> {
  constructor(options: PercentBOptions = {}) {
    super(percentBShape, options)
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

const sarShape = {
  name: 'sar',
  inputs: ['high', 'low'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
} as const

/** Options of {@link sar}. */
export type SarOptions = {
  /** First acceleration and its step, 0 to 1000000000. Default 0.02. */
  readonly acceleration?: number
  /** Greatest acceleration, 0 to 1000000000. Default 0.2. */
  readonly maximum?: number
}

/**
 * Parabolic stop and reverse: a stop that follows the extreme ever faster and changes sides where
 * it is hit.
 *
 * Formula: sar[t+1] = sar[t] + a (extreme - sar[t]), a growing by acceleration with every new
 * extreme up to maximum; never inside the last two bars.
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * SAR of TA-Lib.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const sar: IndicatorFunction<'high' | 'low', SarOptions, 'value'> = defineIndicator(sarShape)

/** {@link sar} bar by bar, with the same bits. */
export class Sar extends StreamingIndicator<'high' | 'low', 'value'> {
  constructor(options: SarOptions = {}) {
    super(sarShape, options)
  }
}

const sarExtShape = {
  name: 'sar-ext',
  inputs: ['high', 'low'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
} as const

/** Options of {@link sarExt}. */
export type SarExtOptions = {
  /** First stop: of a long position above 0, of a short one below; 0 takes it from the bars, -1000000000000 to 1000000000000. Default 0. */
  readonly start?: number
  /** Share by which the stop is moved away where it turns, 0 to 1000000000. Default 0. */
  readonly offsetOnReverse?: number
  /** First acceleration while long, 0 to 1000000000. Default 0.02. */
  readonly initialLong?: number
  /** Step of the acceleration while long, 0 to 1000000000. Default 0.02. */
  readonly accelerationLong?: number
  /** Greatest acceleration while long, 0 to 1000000000. Default 0.2. */
  readonly maximumLong?: number
  /** First acceleration while short, 0 to 1000000000. Default 0.02. */
  readonly initialShort?: number
  /** Step of the acceleration while short, 0 to 1000000000. Default 0.02. */
  readonly accelerationShort?: number
  /** Greatest acceleration while short, 0 to 1000000000. Default 0.2. */
  readonly maximumShort?: number
}

/**
 * Parabolic stop and reverse with accelerations of its own for each side; negative while short.
 *
 * Formula: as sar, with the sign of the side.
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * SAREXT of TA-Lib.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const sarExt: IndicatorFunction<'high' | 'low', SarExtOptions, 'value'> =
  defineIndicator(sarExtShape)

/** {@link sarExt} bar by bar, with the same bits. */
export class SarExt extends StreamingIndicator<'high' | 'low', 'value'> {
  constructor(options: SarExtOptions = {}) {
    super(sarExtShape, options)
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

const superSmootherShape = {
  name: 'super-smoother',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link superSmoother}. */
export type SuperSmootherOptions = {
  /** Bars of the cycle that comes through at half its power, whole, 2 to 100000. Default 10. */
  readonly period?: number
}

/**
 * Super smoother: a two-pole filter with less lag than an average as smooth.
 *
 * Formula: y[t] = c (x[t] + x[t-1]) / 2 + b y[t-1] - a^2 y[t-2], a = exp(-sqrt(2) pi / period), b =
 * 2 a cos(sqrt(2) pi / period), c = 1 - b + a^2; from y = x.
 *
 * Source: Ehlers, Predictive Indicators for Effective Trading Strategies, Stocks & Commodities 32
 * (2014).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const superSmoother: IndicatorFunction<'value', SuperSmootherOptions, 'value'> =
  defineIndicator(superSmootherShape)

/** {@link superSmoother} bar by bar, with the same bits. */
export class SuperSmoother extends StreamingIndicator<'value', 'value'> {
  constructor(options: SuperSmootherOptions = {}) {
    super(superSmootherShape, options)
  }
}

const supertrendShape = {
  name: 'supertrend',
  inputs: ['high', 'low', 'close'],
  outputs: ['line', 'trend'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'line' | 'trend'> => ({
    line: buffer[3] as number,
    trend: buffer[4] as number,
  }),
} as const

/** Options of {@link supertrend}. */
export type SupertrendOptions = {
  /** Ranges smoothed, by Wilder's method, whole, 1 to 100000. Default 10. */
  readonly period?: number
  /** Ranges from the middle of the bar to the line, 0 to 1000000. Default 3. */
  readonly multiplier?: number
}

/**
 * Supertrend: a stop line some average true ranges away that follows the trend, and its direction.
 *
 * Formula: upper, lower = (high + low) / 2 +- multiplier atr(period), each only coming nearer until
 * the close breaks it; the line is lower while the trend is up (1), upper while it is down (-1).
 *
 * Columns: `line`, `trend`.
 *
 * Source: Seban.
 *
 * SUPERTREND of TA-Lib.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const supertrend: IndicatorFunction<
  'high' | 'low' | 'close',
  SupertrendOptions,
  'line' | 'trend'
> = defineIndicator(supertrendShape)

/** {@link supertrend} bar by bar, with the same bits. */
export class Supertrend extends StreamingIndicator<'high' | 'low' | 'close', 'line' | 'trend'> {
  constructor(options: SupertrendOptions = {}) {
    super(supertrendShape, options)
  }
}

const swissArmyKnifeShape = {
  name: 'swiss-army-knife',
  inputs: ['value'],
  outputs: ['value'],
  choices: {
    filter: ['gauss', 'butter', 'high-pass', 'two-pole-high-pass', 'band-pass', 'band-stop'],
  },
} as const

/** Options of {@link swissArmyKnife}. */
export type SwissArmyKnifeOptions = {
  /** Bars of the cycle at which it cuts, whole, 5 to 100000. Default 20. */
  readonly period?: number
  /** Half the width of the band, over its centre, 0.001 to 0.5. Default 0.1. */
  readonly delta?: number
  /** Which filter. Default gauss. */
  readonly filter?:
    | 'gauss'
    | 'butter'
    | 'high-pass'
    | 'two-pole-high-pass'
    | 'band-pass'
    | 'band-stop'
}

/**
 * One of six two-pole filters, with the gains and signs that LEAN gives them (see gaussian-filter,
 * butterworth, high-pass and band-pass for Ehlers' own).
 *
 * Formula: y[t] = c (b0 x[t] + b1 x[t-1] + b2 x[t-2]) + a1 y[t-1] + a2 y[t-2], coefficients from
 * the period; from y = x (0 for those that take the level away).
 *
 * Source: Ehlers, Swiss Army Knife Indicator, Stocks & Commodities 24 (2006).
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const swissArmyKnife: IndicatorFunction<'value', SwissArmyKnifeOptions, 'value'> =
  defineIndicator(swissArmyKnifeShape)

/** {@link swissArmyKnife} bar by bar, with the same bits. */
export class SwissArmyKnife extends StreamingIndicator<'value', 'value'> {
  constructor(options: SwissArmyKnifeOptions = {}) {
    super(swissArmyKnifeShape, options)
  }
}

const swmaShape = { name: 'swma', inputs: ['value'], outputs: ['value'] } as const

/**
 * Symmetrically weighted average of the last four values.
 *
 * Formula: (x[t] + 2 x[t-1] + 2 x[t-2] + x[t-3]) / 6.
 *
 * Source: Pine Script reference, ta.swma.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const swma: IndicatorFunction<'value', object, 'value'> = defineIndicator(swmaShape)

/** {@link swma} bar by bar, with the same bits. */
export class Swma extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(swmaShape, {})
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

const tradingviewEmaShape = {
  name: 'tradingview-ema',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link tradingviewEma}. */
export type TradingviewEmaOptions = {
  /** Values whose weight it resembles, whole, 1 to 100000. Default 9. */
  readonly period?: number
}

/**
 * Exponential moving average as TradingView computes it: from the first value instead of an
 * average.
 *
 * Formula: ema[0] = x[0]; ema[t] = ema[t-1] + (x[t] - ema[t-1]) * 2 / (period + 1).
 *
 * Source: Pine Script reference, ta.ema.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tradingviewEma: IndicatorFunction<'value', TradingviewEmaOptions, 'value'> =
  defineIndicator(tradingviewEmaShape)

/** {@link tradingviewEma} bar by bar, with the same bits. */
export class TradingviewEma extends StreamingIndicator<'value', 'value'> {
  constructor(options: TradingviewEmaOptions = {}) {
    super(tradingviewEmaShape, options)
  }
}

const tradingviewKeltnerShape = {
  name: 'tradingview-keltner',
  inputs: ['value', 'high', 'low', 'close'],
  outputs: ['upper', 'lower'],
  choices: { range: ['true', 'bar'] },
  write: (buffer: Float64Array, bar: BarInput<'value' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.value
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'upper' | 'lower'> => ({
    upper: buffer[4] as number,
    lower: buffer[5] as number,
  }),
} as const

/** Options of {@link tradingviewKeltner}. */
export type TradingviewKeltnerOptions = {
  /** Period of both averages, whole, 1 to 100000. Default 20. */
  readonly period?: number
  /** Average ranges from the middle to a band, 0 to 1000000. Default 1. */
  readonly multiplier?: number
  /** The true range, or high less low. Default true. */
  readonly range?: 'true' | 'bar'
}

/**
 * Keltner channel as TradingView computes it: exponential averages of the value and of the ranges,
 * both from the first on.
 *
 * Formula: upper, lower = ema(x) +- multiplier * ema(range), ema as tradingview-ema, from the
 * second bar on.
 *
 * Columns: `upper`, `lower`.
 *
 * Source: Pine Script reference, ta.kc.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tradingviewKeltner: IndicatorFunction<
  'value' | 'high' | 'low' | 'close',
  TradingviewKeltnerOptions,
  'upper' | 'lower'
> = defineIndicator(tradingviewKeltnerShape)

/** {@link tradingviewKeltner} bar by bar, with the same bits. */
export class TradingviewKeltner extends StreamingIndicator<
  'value' | 'high' | 'low' | 'close',
  'upper' | 'lower'
> {
  constructor(options: TradingviewKeltnerOptions = {}) {
    super(tradingviewKeltnerShape, options)
  }
}

const tradingviewSarShape = {
  name: 'tradingview-sar',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/** Options of {@link tradingviewSar}. */
export type TradingviewSarOptions = {
  /** First acceleration, 0 to 1000000000. Default 0.02. */
  readonly start?: number
  /** Its step with every new extreme, 0 to 1000000000. Default 0.02. */
  readonly increment?: number
  /** Greatest acceleration, 0 to 1000000000. Default 0.2. */
  readonly maximum?: number
}

/**
 * Parabolic stop and reverse as TradingView computes it: the second close against the first gives
 * the direction.
 *
 * Formula: as sar, with a start of the acceleration apart from its step; the first stop is the low
 * (rising) or high (falling) of the first bar.
 *
 * Source: Pine Script reference, ta.sar.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tradingviewSar: IndicatorFunction<
  'high' | 'low' | 'close',
  TradingviewSarOptions,
  'value'
> = defineIndicator(tradingviewSarShape)

/** {@link tradingviewSar} bar by bar, with the same bits. */
export class TradingviewSar extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor(options: TradingviewSarOptions = {}) {
    super(tradingviewSarShape, options)
  }
}

const tradingviewSupertrendShape = {
  name: 'tradingview-supertrend',
  inputs: ['high', 'low', 'close'],
  outputs: ['line', 'direction'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'line' | 'direction'> => ({
    line: buffer[3] as number,
    direction: buffer[4] as number,
  }),
} as const

/** Options of {@link tradingviewSupertrend}. */
export type TradingviewSupertrendOptions = {
  /** Ranges smoothed, by Wilder's method, whole, 1 to 100000. Default 10. */
  readonly period?: number
  /** Ranges from the middle of the bar to the line, 0 to 1000000. Default 3. */
  readonly multiplier?: number
}

/**
 * Supertrend as TradingView computes it: the range of the first bar, high - low, is smoothed too,
 * so the line begins a bar earlier, and a direction of -1 is up.
 *
 * Formula: as supertrend, with a first true range of high - low; direction -1 rising, 1 falling.
 *
 * Columns: `line`, `direction`.
 *
 * Source: Seban.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tradingviewSupertrend: IndicatorFunction<
  'high' | 'low' | 'close',
  TradingviewSupertrendOptions,
  'line' | 'direction'
> = defineIndicator(tradingviewSupertrendShape)

/** {@link tradingviewSupertrend} bar by bar, with the same bits. */
export class TradingviewSupertrend extends StreamingIndicator<
  'high' | 'low' | 'close',
  'line' | 'direction'
> {
  constructor(options: TradingviewSupertrendOptions = {}) {
    super(tradingviewSupertrendShape, options)
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

const vidyaShape = { name: 'vidya', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link vidya}. */
export type VidyaOptions = {
  /** Period of the average and of the momentum, whose gains and losses are smoothed by Wilder's method, whole, 2 to 100000. Default 9. */
  readonly period?: number
}

/**
 * Variable index dynamic average: an exponential average that is quick where momentum is strong.
 *
 * Formula: vidya[t] = vidya[t-1] + 2 / (period + 1) |cmo(x, period)[t]| / 100 (x[t] - vidya[t-1]),
 * from the value before the first cmo.
 *
 * Source: Chande, Adapting Moving Averages to Market Volatility, Stocks & Commodities 10 (1992).
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const vidya: IndicatorFunction<'value', VidyaOptions, 'value'> = defineIndicator(vidyaShape)

/** {@link vidya} bar by bar, with the same bits. */
export class Vidya extends StreamingIndicator<'value', 'value'> {
  constructor(options: VidyaOptions = {}) {
    super(vidyaShape, options)
  }
}

const vwmaShape = {
  name: 'vwma',
  inputs: ['close', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'close' | 'volume'>): void => {
    buffer[0] = bar.close
    buffer[1] = bar.volume
  },
} as const

/** Options of {@link vwma}. */
export type VwmaOptions = {
  /** Bars averaged, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * Volume-weighted moving average: the mean price of the last bars, each weighing as its volume.
 *
 * Formula: sum of close volume / sum of volume over `period` bars.
 *
 * VWMA of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const vwma: IndicatorFunction<'close' | 'volume', VwmaOptions, 'value'> =
  defineIndicator(vwmaShape)

/** {@link vwma} bar by bar, with the same bits. */
export class Vwma extends StreamingIndicator<'close' | 'volume', 'value'> {
  constructor(options: VwmaOptions = {}) {
    super(vwmaShape, options)
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

const zigzagShape = {
  name: 'zigzag',
  inputs: ['high', 'low'],
  outputs: ['pivot', 'kind', 'age'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
  read: (buffer: Float64Array): BarOutput<'pivot' | 'kind' | 'age'> => ({
    pivot: buffer[2] as number,
    kind: buffer[3] as number,
    age: buffer[4] as number,
  }),
} as const

/** Options of {@link zigzag}. */
export type ZigzagOptions = {
  /** Move back that confirms a turning point, over its price, 0.0001 to 0.99. Default 0.05. */
  readonly reversal?: number
  /** Bars after the extreme before it can be confirmed, whole, 0 to 100000. Default 10. */
  readonly minBars?: number
}

/**
 * Zigzag as it can be known: the last turning point that a move back has confirmed, whether it was
 * a high, and how long ago it was.
 *
 * Formula: the running extreme is confirmed once prices have moved back by `reversal` of it, at
 * least `minBars` bars after it was last moved, and the extreme of the other side begins; pivot =
 * its price, kind = 1 for a high, -1 for a low, age = bars since it; the low of the first bar
 * before any.
 *
 * Columns: `pivot`, `kind`, `age`.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const zigzag: IndicatorFunction<'high' | 'low', ZigzagOptions, 'pivot' | 'kind' | 'age'> =
  defineIndicator(zigzagShape)

/** {@link zigzag} bar by bar, with the same bits. */
export class Zigzag extends StreamingIndicator<'high' | 'low', 'pivot' | 'kind' | 'age'> {
  constructor(options: ZigzagOptions = {}) {
    super(zigzagShape, options)
  }
}

const zlemaShape = { name: 'zlema', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link zlema}. */
export type ZlemaOptions = {
  /** Values whose weight it resembles, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * Zero-lag exponential moving average: an exponential average of prices carried on by their own
 * change.
 *
 * Formula: ema(2 x[t] - x[t-lag], period), lag = (period - 1) / 2 rounded down.
 *
 * Source: Ehlers and Way, Zero Lag (2010).
 *
 * ZLEMA of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const zlema: IndicatorFunction<'value', ZlemaOptions, 'value'> = defineIndicator(zlemaShape)

/** {@link zlema} bar by bar, with the same bits. */
export class Zlema extends StreamingIndicator<'value', 'value'> {
  constructor(options: ZlemaOptions = {}) {
    super(zlemaShape, options)
  }
}
