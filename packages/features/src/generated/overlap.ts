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
