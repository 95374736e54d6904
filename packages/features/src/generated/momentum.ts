// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { type BarInput, type BarOutput, StreamingIndicator } from '../streaming-indicator.ts'

const acShape = {
  name: 'ac',
  inputs: ['high', 'low'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
} as const

/** Options of {@link ac}. */
export type AcOptions = {
  /** Bars of the fast average, whole, 1 to 100000. Default 5. */
  readonly fastPeriod?: number
  /** Bars of the slow average, whole, 1 to 100000. Default 34. */
  readonly slowPeriod?: number
  /** Values of the oscillator averaged, whole, 1 to 100000. Default 5. */
  readonly signalPeriod?: number
}

/**
 * Accelerator oscillator: the awesome oscillator less its simple average.
 *
 * Formula: ao - sma(ao, signalPeriod).
 *
 * Source: Williams, New Trading Dimensions (1998).
 *
 * AC of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const ac: IndicatorFunction<'high' | 'low', AcOptions, 'value'> = defineIndicator(acShape)

/** {@link ac} bar by bar, with the same bits. */
export class Ac extends StreamingIndicator<'high' | 'low', 'value'> {
  constructor(options: AcOptions = {}) {
    super(acShape, options)
  }
}

const accumulativeSwingIndexShape = {
  name: 'accumulative-swing-index',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/** Options of {@link accumulativeSwingIndex}. */
export type AccumulativeSwingIndexOptions = {
  /** Greatest change of a day, 0.000001 to 1000000000000. Default 10000. */
  readonly limit?: number
}

/**
 * Accumulative swing index: the swing index added up.
 *
 * Formula: sum of swingIndex from the second bar on.
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const accumulativeSwingIndex: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  AccumulativeSwingIndexOptions,
  'value'
> = defineIndicator(accumulativeSwingIndexShape)

/** {@link accumulativeSwingIndex} bar by bar, with the same bits. */
export class AccumulativeSwingIndex extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor(options: AccumulativeSwingIndexOptions = {}) {
    super(accumulativeSwingIndexShape, options)
  }
}

const adxShape = {
  name: 'adx',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

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

const adxrShape = {
  name: 'adxr',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/** Options of {@link adxr}. */
export type AdxrOptions = {
  /** Bars smoothed, by Wilder's method, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Average directional index rating: the mean of the index and of the one some bars ago.
 *
 * Formula: (adx[t] + adx[t-period+1]) / 2.
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * ADXR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const adxr: IndicatorFunction<'high' | 'low' | 'close', AdxrOptions, 'value'> =
  defineIndicator(adxrShape)

/** {@link adxr} bar by bar, with the same bits. */
export class Adxr extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor(options: AdxrOptions = {}) {
    super(adxrShape, options)
  }
}

const aoShape = {
  name: 'ao',
  inputs: ['high', 'low'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
} as const

/** Options of {@link ao}. */
export type AoOptions = {
  /** Bars of the fast average, whole, 1 to 100000. Default 5. */
  readonly fastPeriod?: number
  /** Bars of the slow average, whole, 1 to 100000. Default 34. */
  readonly slowPeriod?: number
}

/**
 * Awesome oscillator: a fast simple average of the middles of bars less a slow one.
 *
 * Formula: sma((high + low) / 2, fastPeriod) - sma((high + low) / 2, slowPeriod).
 *
 * Source: Williams, Trading Chaos (1995).
 *
 * AO of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const ao: IndicatorFunction<'high' | 'low', AoOptions, 'value'> = defineIndicator(aoShape)

/** {@link ao} bar by bar, with the same bits. */
export class Ao extends StreamingIndicator<'high' | 'low', 'value'> {
  constructor(options: AoOptions = {}) {
    super(aoShape, options)
  }
}

const apoShape = {
  name: 'apo',
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

/** Options of {@link apo}. */
export type ApoOptions = {
  /** Period of the fast average, whole, 2 to 100000. Default 12. */
  readonly fastPeriod?: number
  /** Period of the slow average, whole, 2 to 100000. Default 26. */
  readonly slowPeriod?: number
  /** Kind of both averages. Default ema. */
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
 * Absolute price oscillator: a fast average less a slow one.
 *
 * Formula: average(x, fastPeriod) - average(x, slowPeriod).
 *
 * Source: Appel.
 *
 * APO of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const apo: IndicatorFunction<'value', ApoOptions, 'value'> = defineIndicator(apoShape)

/** {@link apo} bar by bar, with the same bits. */
export class Apo extends StreamingIndicator<'value', 'value'> {
  constructor(options: ApoOptions = {}) {
    super(apoShape, options)
  }
}

const aroonShape = {
  name: 'aroon',
  inputs: ['high', 'low'],
  outputs: ['down', 'up'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
  read: (buffer: Float64Array): BarOutput<'down' | 'up'> => ({
    down: buffer[2] as number,
    up: buffer[3] as number,
  }),
} as const

/** Options of {@link aroon}. */
export type AroonOptions = {
  /** Bars looked back, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Aroon: how recent the lowest low and the highest high are, 100 for the bar in hand.
 *
 * Formula: down = 100 (period - bars since the lowest low) / period, up the same of the highest
 * high, over period + 1 bars; the latest of equal ones counts.
 *
 * Columns: `down`, `up`.
 *
 * Source: Chande, A Time Price Oscillator, Stocks & Commodities 13 (1995).
 *
 * AROON of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const aroon: IndicatorFunction<'high' | 'low', AroonOptions, 'down' | 'up'> =
  defineIndicator(aroonShape)

/** {@link aroon} bar by bar, with the same bits. */
export class Aroon extends StreamingIndicator<'high' | 'low', 'down' | 'up'> {
  constructor(options: AroonOptions = {}) {
    super(aroonShape, options)
  }
}

const aroonOscillatorShape = {
  name: 'aroon-oscillator',
  inputs: ['high', 'low'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
} as const

/** Options of {@link aroonOscillator}. */
export type AroonOscillatorOptions = {
  /** Bars looked back, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Aroon oscillator: Aroon up less Aroon down, -100 to 100.
 *
 * Formula: aroon up - aroon down.
 *
 * Source: Chande, A Time Price Oscillator, Stocks & Commodities 13 (1995).
 *
 * AROONOSC of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const aroonOscillator: IndicatorFunction<'high' | 'low', AroonOscillatorOptions, 'value'> =
  defineIndicator(aroonOscillatorShape)

/** {@link aroonOscillator} bar by bar, with the same bits. */
export class AroonOscillator extends StreamingIndicator<'high' | 'low', 'value'> {
  constructor(options: AroonOscillatorOptions = {}) {
    super(aroonOscillatorShape, options)
  }
}

const augenPriceSpikeShape = {
  name: 'augen-price-spike',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link augenPriceSpike}. */
export type AugenPriceSpikeOptions = {
  /** Returns of the deviation, whole, 2 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Augen price spike: the change of a bar in standard deviations of the changes before it.
 *
 * Formula: (x[t] - x[t-1]) / (x[t-1] sd), sd = population standard deviation of the `period` log
 * returns up to t-1; 0 where that is 0.
 *
 * Source: Augen, The Volatility Edge in Options Trading (2008).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const augenPriceSpike: IndicatorFunction<'value', AugenPriceSpikeOptions, 'value'> =
  defineIndicator(augenPriceSpikeShape)

/** {@link augenPriceSpike} bar by bar, with the same bits. */
export class AugenPriceSpike extends StreamingIndicator<'value', 'value'> {
  constructor(options: AugenPriceSpikeOptions = {}) {
    super(augenPriceSpikeShape, options)
  }
}

const bandPassShape = { name: 'band-pass', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link bandPass}. */
export type BandPassOptions = {
  /** Bars of the cycle, whole, 3 to 100000. Default 20. */
  readonly period?: number
  /** Width of the band, over its centre, 0.01 to 0.5. Default 0.3. */
  readonly bandwidth?: number
}

/**
 * Band-pass filter: the cycle of one length alone.
 *
 * Formula: y[t] = (1 - a) / 2 (x[t] - x[t-2]) + b (1 + a) y[t-1] - a y[t-2], b = cos(2 pi /
 * period), g = 1 / cos(2 pi delta / period), a = g - sqrt(g^2 - 1); from 0.
 *
 * Source: Ehlers, Empirical Mode Decomposition, Stocks & Commodities 28 (2010).
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const bandPass: IndicatorFunction<'value', BandPassOptions, 'value'> =
  defineIndicator(bandPassShape)

/** {@link bandPass} bar by bar, with the same bits. */
export class BandPass extends StreamingIndicator<'value', 'value'> {
  constructor(options: BandPassOptions = {}) {
    super(bandPassShape, options)
  }
}

const bopShape = {
  name: 'bop',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Balance of power: the body of a bar over its range, -1 to 1.
 *
 * Formula: (close - open) / (high - low); 0 for a bar without range.
 *
 * Source: Livshin, Balance of Market Power, Stocks & Commodities 19 (2001).
 *
 * BOP of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const bop: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(bopShape)

/** {@link bop} bar by bar, with the same bits. */
export class Bop extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(bopShape, {})
  }
}

const cciShape = {
  name: 'cci',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/** Options of {@link cci}. */
export type CciOptions = {
  /** Bars averaged, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Commodity channel index: how far the typical price is from its mean, in mean distances.
 *
 * Formula: (typical - sma(typical)) / (0.015 mean distance), typical = (high + low + close) / 3; 0
 * where nothing moves.
 *
 * Source: Lambert, Commodity Channel Index, Commodities 9 (1980).
 *
 * CCI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cci: IndicatorFunction<'high' | 'low' | 'close', CciOptions, 'value'> =
  defineIndicator(cciShape)

/** {@link cci} bar by bar, with the same bits. */
export class Cci extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor(options: CciOptions = {}) {
    super(cciShape, options)
  }
}

const centerOfGravityShape = {
  name: 'center-of-gravity',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link centerOfGravity}. */
export type CenterOfGravityOptions = {
  /** Values taken together, whole, 1 to 100000. Default 10. */
  readonly period?: number
}

/**
 * Center of gravity: how far the balance point of the last values lies from the middle of the
 * window.
 *
 * Formula: sum of (i - (period - 1) / 2) x[i] / sum of x[i], i = 0 the oldest of the last `period`
 * values; 0 where the sum is.
 *
 * Source: Ehlers, The Center of Gravity Oscillator, Stocks & Commodities 20 (2002).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const centerOfGravity: IndicatorFunction<'value', CenterOfGravityOptions, 'value'> =
  defineIndicator(centerOfGravityShape)

/** {@link centerOfGravity} bar by bar, with the same bits. */
export class CenterOfGravity extends StreamingIndicator<'value', 'value'> {
  constructor(options: CenterOfGravityOptions = {}) {
    super(centerOfGravityShape, options)
  }
}

const cmoShape = { name: 'cmo', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link cmo}. */
export type CmoOptions = {
  /** Changes smoothed, by Wilder's method, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Chande momentum oscillator, with Wilder's smoothing: gains less losses over both, -100 to 100.
 *
 * Formula: 100 (gain - loss) / (gain + loss), both smoothed by Wilder's method; 0 where nothing
 * moved.
 *
 * Source: Chande and Kroll, The New Technical Trader (1994).
 *
 * CMO of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cmo: IndicatorFunction<'value', CmoOptions, 'value'> = defineIndicator(cmoShape)

/** {@link cmo} bar by bar, with the same bits. */
export class Cmo extends StreamingIndicator<'value', 'value'> {
  constructor(options: CmoOptions = {}) {
    super(cmoShape, options)
  }
}

const cmouShape = { name: 'cmou', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link cmou}. */
export type CmouOptions = {
  /** Changes added, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Chande momentum oscillator as its author wrote it: sums of gains less losses over both, -100 to
 * 100.
 *
 * Formula: 100 (sum of gains - sum of losses) / (sum of both) over `period` changes; 0 where
 * nothing moved.
 *
 * Source: Chande and Kroll, The New Technical Trader (1994).
 *
 * CMOU of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cmou: IndicatorFunction<'value', CmouOptions, 'value'> = defineIndicator(cmouShape)

/** {@link cmou} bar by bar, with the same bits. */
export class Cmou extends StreamingIndicator<'value', 'value'> {
  constructor(options: CmouOptions = {}) {
    super(cmouShape, options)
  }
}

const connorsRsiShape = { name: 'connors-rsi', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link connorsRsi}. */
export type ConnorsRsiOptions = {
  /** Period of the RSI, whole, 2 to 100000. Default 3. */
  readonly period?: number
  /** Period of the RSI of the streak, whole, 2 to 100000. Default 2. */
  readonly streakPeriod?: number
  /** Changes ranked, whole, 1 to 100000. Default 100. */
  readonly rankPeriod?: number
}

/**
 * Connors RSI: the mean of a short RSI, the RSI of the streak of rises or falls, and the percent
 * rank of the last change.
 *
 * Formula: (rsi(x, period) + rsi(streak, streakPeriod) + rank) / 3, streak = bars in a row that
 * rose (positive) or fell (negative), rank = percent of the rankPeriod relative changes before the
 * last that are below it.
 *
 * Source: Connors and Alvarez (2012).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const connorsRsi: IndicatorFunction<'value', ConnorsRsiOptions, 'value'> =
  defineIndicator(connorsRsiShape)

/** {@link connorsRsi} bar by bar, with the same bits. */
export class ConnorsRsi extends StreamingIndicator<'value', 'value'> {
  constructor(options: ConnorsRsiOptions = {}) {
    super(connorsRsiShape, options)
  }
}

const coppockShape = { name: 'coppock', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link coppock}. */
export type CoppockOptions = {
  /** Sums averaged, whole, 1 to 100000. Default 10. */
  readonly period?: number
  /** Bars of one rate of change, whole, 1 to 100000. Default 11. */
  readonly firstPeriod?: number
  /** Bars of the other rate of change, whole, 1 to 100000. Default 14. */
  readonly secondPeriod?: number
}

/**
 * Coppock curve: a weighted average of two rates of change added.
 *
 * Formula: wma(roc(x, firstPeriod) + roc(x, secondPeriod), period), roc in percent.
 *
 * Source: Coppock, Barron's (1962).
 *
 * COPPOCK of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const coppock: IndicatorFunction<'value', CoppockOptions, 'value'> =
  defineIndicator(coppockShape)

/** {@link coppock} bar by bar, with the same bits. */
export class Coppock extends StreamingIndicator<'value', 'value'> {
  constructor(options: CoppockOptions = {}) {
    super(coppockShape, options)
  }
}

const cutlerRsiShape = { name: 'cutler-rsi', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link cutlerRsi}. */
export type CutlerRsiOptions = {
  /** Changes taken together, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Cutler's RSI: the RSI from plain means of gains and losses, so that it forgets.
 *
 * Formula: 100 sum of gains / (sum of gains + sum of losses) over the last `period` changes; 0
 * where nothing moved.
 *
 * Source: Cutler.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cutlerRsi: IndicatorFunction<'value', CutlerRsiOptions, 'value'> =
  defineIndicator(cutlerRsiShape)

/** {@link cutlerRsi} bar by bar, with the same bits. */
export class CutlerRsi extends StreamingIndicator<'value', 'value'> {
  constructor(options: CutlerRsiOptions = {}) {
    super(cutlerRsiShape, options)
  }
}

const demarkerShape = {
  name: 'demarker',
  inputs: ['high', 'low'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
} as const

/** Options of {@link demarker}. */
export type DemarkerOptions = {
  /** Bars added, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * DeMarker: how much highs rose, over how much highs rose and lows fell, 0 to 1.
 *
 * Formula: sum of max(high[t] - high[t-1], 0) / (that + sum of max(low[t-1] - low[t], 0)) over
 * `period` bars; one half where nothing moved.
 *
 * Source: DeMark, The New Science of Technical Analysis (1994).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const demarker: IndicatorFunction<'high' | 'low', DemarkerOptions, 'value'> =
  defineIndicator(demarkerShape)

/** {@link demarker} bar by bar, with the same bits. */
export class Demarker extends StreamingIndicator<'high' | 'low', 'value'> {
  constructor(options: DemarkerOptions = {}) {
    super(demarkerShape, options)
  }
}

const derivativeOscillatorShape = {
  name: 'derivative-oscillator',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link derivativeOscillator}. */
export type DerivativeOscillatorOptions = {
  /** Period of the RSI, whole, 2 to 100000. Default 14. */
  readonly period?: number
  /** Period of the first smoothing, whole, 1 to 100000. Default 5. */
  readonly firstPeriod?: number
  /** Period of the second smoothing, whole, 1 to 100000. Default 3. */
  readonly secondPeriod?: number
  /** Values averaged, whole, 1 to 100000. Default 9. */
  readonly signalPeriod?: number
}

/**
 * Derivative oscillator: a twice smoothed RSI less its simple average.
 *
 * Formula: s - sma(s, signalPeriod), s = ema(ema(rsi(x, period), firstPeriod), secondPeriod).
 *
 * Source: Brown, Technical Analysis for the Trading Professional (1999).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const derivativeOscillator: IndicatorFunction<
  'value',
  DerivativeOscillatorOptions,
  'value'
> = defineIndicator(derivativeOscillatorShape)

/** {@link derivativeOscillator} bar by bar, with the same bits. */
export class DerivativeOscillator extends StreamingIndicator<'value', 'value'> {
  constructor(options: DerivativeOscillatorOptions = {}) {
    super(derivativeOscillatorShape, options)
  }
}

const dpoShape = { name: 'dpo', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link dpo}. */
export type DpoOptions = {
  /** Values averaged, whole, 1 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Detrended price oscillator: an earlier price less the average, so that cycles stand out.
 *
 * Formula: x[t - period / 2 - 1] - sma(x, period)[t], period / 2 rounded down.
 *
 * DPO of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const dpo: IndicatorFunction<'value', DpoOptions, 'value'> = defineIndicator(dpoShape)

/** {@link dpo} bar by bar, with the same bits. */
export class Dpo extends StreamingIndicator<'value', 'value'> {
  constructor(options: DpoOptions = {}) {
    super(dpoShape, options)
  }
}

const dxShape = {
  name: 'dx',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/** Options of {@link dx}. */
export type DxOptions = {
  /** Bars smoothed, by Wilder's method, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Directional index: how much one direction outweighs the other, 0 to 100.
 *
 * Formula: 100 |plusDI - minusDI| / (plusDI + minusDI); the last one where both are 0.
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * DX of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const dx: IndicatorFunction<'high' | 'low' | 'close', DxOptions, 'value'> =
  defineIndicator(dxShape)

/** {@link dx} bar by bar, with the same bits. */
export class Dx extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor(options: DxOptions = {}) {
    super(dxShape, options)
  }
}

const elderImpulseShape = { name: 'elder-impulse', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link elderImpulse}. */
export type ElderImpulseOptions = {
  /** Period of the average, whole, 1 to 100000. Default 13. */
  readonly period?: number
  /** Period of the fast average, whole, 1 to 100000. Default 12. */
  readonly fastPeriod?: number
  /** Period of the slow average, whole, 1 to 100000. Default 26. */
  readonly slowPeriod?: number
  /** Period of the signal, whole, 1 to 100000. Default 9. */
  readonly signalPeriod?: number
}

/**
 * Elder impulse: 1 where an average and the MACD histogram both rise, -1 where both fall, otherwise
 * 0.
 *
 * Formula: signs of the changes of ema(x, period) and of macd - ema(macd, signalPeriod), macd =
 * ema(x, fastPeriod) - ema(x, slowPeriod).
 *
 * Source: Elder, Come Into My Trading Room (2002).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const elderImpulse: IndicatorFunction<'value', ElderImpulseOptions, 'value'> =
  defineIndicator(elderImpulseShape)

/** {@link elderImpulse} bar by bar, with the same bits. */
export class ElderImpulse extends StreamingIndicator<'value', 'value'> {
  constructor(options: ElderImpulseOptions = {}) {
    super(elderImpulseShape, options)
  }
}

const erShape = { name: 'er', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link er}. */
export type ErOptions = {
  /** Changes over which the way is measured, whole, 2 to 100000. Default 10. */
  readonly period?: number
}

/**
 * Efficiency ratio: the way from end to end over the way gone, 0 to 1.
 *
 * Formula: |x[t] - x[t-period]| / sum of |x[i] - x[i-1]|; 0 where nothing moved.
 *
 * Source: Kaufman, Smarter Trading (1995).
 *
 * ER of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const er: IndicatorFunction<'value', ErOptions, 'value'> = defineIndicator(erShape)

/** {@link er} bar by bar, with the same bits. */
export class Er extends StreamingIndicator<'value', 'value'> {
  constructor(options: ErOptions = {}) {
    super(erShape, options)
  }
}

const eriShape = {
  name: 'eri',
  inputs: ['high', 'low', 'close'],
  outputs: ['bullPower', 'bearPower'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'bullPower' | 'bearPower'> => ({
    bullPower: buffer[3] as number,
    bearPower: buffer[4] as number,
  }),
} as const

/** Options of {@link eri}. */
export type EriOptions = {
  /** Values whose weight the average resembles, whole, 1 to 100000. Default 13. */
  readonly period?: number
}

/**
 * Elder ray: how far the high and the low are from the exponential average of the close.
 *
 * Formula: bullPower = high - ema(close, period), bearPower = low - ema(close, period).
 *
 * Columns: `bullPower`, `bearPower`.
 *
 * Source: Elder, Trading for a Living (1993).
 *
 * ERI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const eri: IndicatorFunction<
  'high' | 'low' | 'close',
  EriOptions,
  'bullPower' | 'bearPower'
> = defineIndicator(eriShape)

/** {@link eri} bar by bar, with the same bits. */
export class Eri extends StreamingIndicator<'high' | 'low' | 'close', 'bullPower' | 'bearPower'> {
  constructor(options: EriOptions = {}) {
    super(eriShape, options)
  }
}

const fisherShape = {
  name: 'fisher',
  inputs: ['high', 'low'],
  outputs: ['fisher', 'signal'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
  read: (buffer: Float64Array): BarOutput<'fisher' | 'signal'> => ({
    fisher: buffer[2] as number,
    signal: buffer[3] as number,
  }),
} as const

/** Options of {@link fisher}. */
export type FisherOptions = {
  /** Bars of the range, whole, 2 to 100000. Default 9. */
  readonly period?: number
}

/**
 * Fisher transform: the place in the recent range, stretched so that its distribution is nearly
 * normal and turns are sharp.
 *
 * Formula: v[t] = 0.66 (place - 0.5) + 0.67 v[t-1] within +-0.999, place = (p - lowest p) /
 * (highest p - lowest p) over `period` bars, p = (high + low) / 2, 0.5 where all are equal;
 * fisher[t] = 0.5 ln((1 + v) / (1 - v)) + 0.5 fisher[t-1], both from 0; signal[t] = fisher[t-1].
 *
 * Columns: `fisher`, `signal`.
 *
 * Source: Ehlers, Using the Fisher Transform, Stocks & Commodities 20 (2002).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const fisher: IndicatorFunction<'high' | 'low', FisherOptions, 'fisher' | 'signal'> =
  defineIndicator(fisherShape)

/** {@link fisher} bar by bar, with the same bits. */
export class Fisher extends StreamingIndicator<'high' | 'low', 'fisher' | 'signal'> {
  constructor(options: FisherOptions = {}) {
    super(fisherShape, options)
  }
}

const foscShape = { name: 'fosc', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link fosc}. */
export type FoscOptions = {
  /** Values the line is fitted to, whole, 2 to 100000. Default 5. */
  readonly period?: number
}

/**
 * Forecast oscillator: how far the price is from what the line through the bars before it foretold,
 * in percent.
 *
 * Formula: 100 (x[t] - forecast[t-1]) / x[t], forecast = time-series-forecast(x, period); 0 where
 * x[t] is 0.
 *
 * Source: Chande and Kroll, The New Technical Trader (1994).
 *
 * FOSC of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const fosc: IndicatorFunction<'value', FoscOptions, 'value'> = defineIndicator(foscShape)

/** {@link fosc} bar by bar, with the same bits. */
export class Fosc extends StreamingIndicator<'value', 'value'> {
  constructor(options: FoscOptions = {}) {
    super(foscShape, options)
  }
}

const fractalShape = {
  name: 'fractal',
  inputs: ['high', 'low'],
  outputs: ['swingHigh', 'swingLow'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
  read: (buffer: Float64Array): BarOutput<'swingHigh' | 'swingLow'> => ({
    swingHigh: buffer[2] as number,
    swingLow: buffer[3] as number,
  }),
} as const

/** Options of {@link fractal}. */
export type FractalOptions = {
  /** Bars before it, whole, 1 to 100000. Default 2. */
  readonly leftBars?: number
  /** Bars after it, whole, 1 to 100000. Default 2. */
  readonly rightBars?: number
}

/**
 * Fractal: 100 where the high, or the low, of some bars ago stands out from those around it.
 *
 * Formula: swingHigh = 100 where high[t-rightBars] is above the highs of leftBars before and
 * rightBars after it, swingLow the same below the lows; told when the last of them has closed.
 *
 * Columns: `swingHigh`, `swingLow`.
 *
 * Source: Williams, Trading Chaos (1995).
 *
 * FRACTAL of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const fractal: IndicatorFunction<'high' | 'low', FractalOptions, 'swingHigh' | 'swingLow'> =
  defineIndicator(fractalShape)

/** {@link fractal} bar by bar, with the same bits. */
export class Fractal extends StreamingIndicator<'high' | 'low', 'swingHigh' | 'swingLow'> {
  constructor(options: FractalOptions = {}) {
    super(fractalShape, options)
  }
}

const gatorShape = {
  name: 'gator',
  inputs: ['high', 'low'],
  outputs: ['upper', 'lower'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
  read: (buffer: Float64Array): BarOutput<'upper' | 'lower'> => ({
    upper: buffer[2] as number,
    lower: buffer[3] as number,
  }),
} as const

/** Options of {@link gator}. */
export type GatorOptions = {
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
 * Gator oscillator: how far the mouth of the alligator is open above and below.
 *
 * Formula: upper = |jaw - teeth|, lower = -|teeth - lips|, of the alligator.
 *
 * Columns: `upper`, `lower`.
 *
 * Source: Williams, Trading Chaos (1995).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const gator: IndicatorFunction<'high' | 'low', GatorOptions, 'upper' | 'lower'> =
  defineIndicator(gatorShape)

/** {@link gator} bar by bar, with the same bits. */
export class Gator extends StreamingIndicator<'high' | 'low', 'upper' | 'lower'> {
  constructor(options: GatorOptions = {}) {
    super(gatorShape, options)
  }
}

const highPassShape = { name: 'high-pass', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link highPass}. */
export type HighPassOptions = {
  /** Bars of the cycle beyond which all is taken away, whole, 7 to 100000. Default 48. */
  readonly period?: number
}

/**
 * Two-pole high-pass filter: what is left when the trend is taken away.
 *
 * Formula: y[t] = (1 - a / 2)^2 (x[t] - 2 x[t-1] + x[t-2]) + 2 (1 - a) y[t-1] - (1 - a)^2 y[t-2], a
 * = (cos w + sin w - 1) / cos w, w = sqrt(1/2) 2 pi / period; from 0.
 *
 * Source: Ehlers, Cycle Analytics for Traders (2013).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const highPass: IndicatorFunction<'value', HighPassOptions, 'value'> =
  defineIndicator(highPassShape)

/** {@link highPass} bar by bar, with the same bits. */
export class HighPass extends StreamingIndicator<'value', 'value'> {
  constructor(options: HighPassOptions = {}) {
    super(highPassShape, options)
  }
}

const ibsShape = {
  name: 'ibs',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/**
 * Internal bar strength: where the close lies in its bar, 0 at the low, 1 at the high.
 *
 * Formula: (close - low) / (high - low); one half where the bar has no range.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const ibs: IndicatorFunction<'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(ibsShape)

/** {@link ibs} bar by bar, with the same bits. */
export class Ibs extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(ibsShape, {})
  }
}

const imiShape = {
  name: 'imi',
  inputs: ['open', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.close
  },
} as const

/** Options of {@link imi}. */
export type ImiOptions = {
  /** Bars added, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Intraday momentum index: the bodies of rising bars in percent of all bodies.
 *
 * Formula: 100 sum of (close - open where close > open) / sum of |close - open| over `period` bars;
 * 0 where there are none.
 *
 * Source: Chande and Kroll, The New Technical Trader (1994).
 *
 * IMI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const imi: IndicatorFunction<'open' | 'close', ImiOptions, 'value'> =
  defineIndicator(imiShape)

/** {@link imi} bar by bar, with the same bits. */
export class Imi extends StreamingIndicator<'open' | 'close', 'value'> {
  constructor(options: ImiOptions = {}) {
    super(imiShape, options)
  }
}

const inverseFisherRsiShape = {
  name: 'inverse-fisher-rsi',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link inverseFisherRsi}. */
export type InverseFisherRsiOptions = {
  /** Period of the RSI, whole, 2 to 100000. Default 5. */
  readonly period?: number
  /** Values averaged, whole, 1 to 100000. Default 9. */
  readonly averagePeriod?: number
}

/**
 * Inverse Fisher transform of the RSI: pushed to -1 and 1, so that it is at one of them most of the
 * time.
 *
 * Formula: tanh(wma(0.1 (rsi(x, period) - 50), averagePeriod)).
 *
 * Source: Ehlers, The Inverse Fisher Transform, Stocks & Commodities 22 (2004).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const inverseFisherRsi: IndicatorFunction<'value', InverseFisherRsiOptions, 'value'> =
  defineIndicator(inverseFisherRsiShape)

/** {@link inverseFisherRsi} bar by bar, with the same bits. */
export class InverseFisherRsi extends StreamingIndicator<'value', 'value'> {
  constructor(options: InverseFisherRsiOptions = {}) {
    super(inverseFisherRsiShape, options)
  }
}

const kdjShape = {
  name: 'kdj',
  inputs: ['high', 'low', 'close'],
  outputs: ['k', 'd', 'j'],
  choices: {
    slowAverage: [
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
    signalAverage: [
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
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'k' | 'd' | 'j'> => ({
    k: buffer[3] as number,
    d: buffer[4] as number,
    j: buffer[5] as number,
  }),
} as const

/** Options of {@link kdj}. */
export type KdjOptions = {
  /** Bars of the range, whole, 1 to 100000. Default 9. */
  readonly fastPeriod?: number
  /** Values averaged for k, whole, 1 to 100000. Default 3. */
  readonly slowPeriod?: number
  /** Kind of the average for k. Default rma. */
  readonly slowAverage?:
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
  /** Values averaged for d, whole, 1 to 100000. Default 3. */
  readonly signalPeriod?: number
  /** Kind of the average for d. Default rma. */
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
    | 'hma'
    | 'none'
    | 'default'
    | 'zlema'
    | 'rma'
}

/**
 * KDJ: the slow stochastic with Wilder's averages, and its overshoot.
 *
 * Formula: k and d as in stoch with averages of the kinds; j = 3 k - 2 d.
 *
 * Columns: `k`, `d`, `j`.
 *
 * KDJ of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const kdj: IndicatorFunction<'high' | 'low' | 'close', KdjOptions, 'k' | 'd' | 'j'> =
  defineIndicator(kdjShape)

/** {@link kdj} bar by bar, with the same bits. */
export class Kdj extends StreamingIndicator<'high' | 'low' | 'close', 'k' | 'd' | 'j'> {
  constructor(options: KdjOptions = {}) {
    super(kdjShape, options)
  }
}

const kstShape = {
  name: 'kst',
  inputs: ['value'],
  outputs: ['kst', 'signal'],
  read: (buffer: Float64Array): BarOutput<'kst' | 'signal'> => ({
    kst: buffer[1] as number,
    signal: buffer[2] as number,
  }),
} as const

/** Options of {@link kst}. */
export type KstOptions = {
  /** Bars of the first rate of change, whole, 1 to 100000. Default 10. */
  readonly firstRoc?: number
  /** Bars of the second rate of change, whole, 1 to 100000. Default 15. */
  readonly secondRoc?: number
  /** Bars of the third rate of change, whole, 1 to 100000. Default 20. */
  readonly thirdRoc?: number
  /** Bars of the fourth rate of change, whole, 1 to 100000. Default 30. */
  readonly fourthRoc?: number
  /** Values of the first average, whole, 1 to 100000. Default 10. */
  readonly firstPeriod?: number
  /** Values of the second average, whole, 1 to 100000. Default 10. */
  readonly secondPeriod?: number
  /** Values of the third average, whole, 1 to 100000. Default 10. */
  readonly thirdPeriod?: number
  /** Values of the fourth average, whole, 1 to 100000. Default 15. */
  readonly fourthPeriod?: number
  /** Values of the signal, whole, 1 to 100000. Default 9. */
  readonly signalPeriod?: number
}

/**
 * Know sure thing: four smoothed rates of change, the slower weighing more.
 *
 * Formula: kst = sum over i = 1..4 of i sma(roc(x, rocPeriod i), smaPeriod i), roc in percent;
 * signal = sma(kst, signalPeriod).
 *
 * Columns: `kst`, `signal`.
 *
 * Source: Pring, Stocks & Commodities 10 (1992).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const kst: IndicatorFunction<'value', KstOptions, 'kst' | 'signal'> =
  defineIndicator(kstShape)

/** {@link kst} bar by bar, with the same bits. */
export class Kst extends StreamingIndicator<'value', 'kst' | 'signal'> {
  constructor(options: KstOptions = {}) {
    super(kstShape, options)
  }
}

const laguerreRsiShape = { name: 'laguerre-rsi', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link laguerreRsi}. */
export type LaguerreRsiOptions = {
  /** How slow it is, 0 to 0.99. Default 0.5. */
  readonly gamma?: number
}

/**
 * Laguerre RSI: the RSI over the four steps of a Laguerre filter, 0 to 100.
 *
 * Formula: 100 up / (up + down), up and down the sums of what li is above and below l(i+1), i =
 * 0..2 (see laguerre); 0 where all are equal.
 *
 * Source: Ehlers, Cybernetic Analysis for Stocks and Futures (2004).
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const laguerreRsi: IndicatorFunction<'value', LaguerreRsiOptions, 'value'> =
  defineIndicator(laguerreRsiShape)

/** {@link laguerreRsi} bar by bar, with the same bits. */
export class LaguerreRsi extends StreamingIndicator<'value', 'value'> {
  constructor(options: LaguerreRsiOptions = {}) {
    super(laguerreRsiShape, options)
  }
}

const macdShape = {
  name: 'macd',
  inputs: ['value'],
  outputs: ['macd', 'signal', 'histogram'],
  read: (buffer: Float64Array): BarOutput<'macd' | 'signal' | 'histogram'> => ({
    macd: buffer[1] as number,
    signal: buffer[2] as number,
    histogram: buffer[3] as number,
  }),
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

const macdExtShape = {
  name: 'macd-ext',
  inputs: ['value'],
  outputs: ['macd', 'signal', 'histogram'],
  choices: {
    fastAverage: [
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
    slowAverage: [
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
    signalAverage: [
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
  read: (buffer: Float64Array): BarOutput<'macd' | 'signal' | 'histogram'> => ({
    macd: buffer[1] as number,
    signal: buffer[2] as number,
    histogram: buffer[3] as number,
  }),
} as const

/** Options of {@link macdExt}. */
export type MacdExtOptions = {
  /** Period of the fast average, whole, 2 to 100000. Default 12. */
  readonly fastPeriod?: number
  /** Kind of the fast average. Default sma. */
  readonly fastAverage?:
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
  /** Period of the slow average, whole, 2 to 100000. Default 26. */
  readonly slowPeriod?: number
  /** Kind of the slow average. Default sma. */
  readonly slowAverage?:
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
  /** Period of the average of the difference, whole, 1 to 100000. Default 9. */
  readonly signalPeriod?: number
  /** Kind of the average of the difference. Default sma. */
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
    | 'hma'
    | 'none'
    | 'default'
    | 'zlema'
    | 'rma'
}

/**
 * MACD with averages of any kind.
 *
 * Formula: macd = average(x, fastPeriod) - average(x, slowPeriod); signal = average(macd,
 * signalPeriod); histogram = macd - signal.
 *
 * Columns: `macd`, `signal`, `histogram`.
 *
 * Source: Appel.
 *
 * MACDEXT of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const macdExt: IndicatorFunction<'value', MacdExtOptions, 'macd' | 'signal' | 'histogram'> =
  defineIndicator(macdExtShape)

/** {@link macdExt} bar by bar, with the same bits. */
export class MacdExt extends StreamingIndicator<'value', 'macd' | 'signal' | 'histogram'> {
  constructor(options: MacdExtOptions = {}) {
    super(macdExtShape, options)
  }
}

const macdFixShape = {
  name: 'macd-fix',
  inputs: ['value'],
  outputs: ['macd', 'signal', 'histogram'],
  read: (buffer: Float64Array): BarOutput<'macd' | 'signal' | 'histogram'> => ({
    macd: buffer[1] as number,
    signal: buffer[2] as number,
    histogram: buffer[3] as number,
  }),
} as const

/** Options of {@link macdFix}. */
export type MacdFixOptions = {
  /** Period of the average of the difference, whole, 1 to 100000. Default 9. */
  readonly signalPeriod?: number
}

/**
 * MACD of 12 and 26 with the rounded weights 0.15 and 0.075.
 *
 * Formula: as macd, with 0.15 and 0.075 for 2 / 13 and 2 / 27.
 *
 * Columns: `macd`, `signal`, `histogram`.
 *
 * Source: Appel.
 *
 * MACDFIX of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const macdFix: IndicatorFunction<'value', MacdFixOptions, 'macd' | 'signal' | 'histogram'> =
  defineIndicator(macdFixShape)

/** {@link macdFix} bar by bar, with the same bits. */
export class MacdFix extends StreamingIndicator<'value', 'macd' | 'signal' | 'histogram'> {
  constructor(options: MacdFixOptions = {}) {
    super(macdFixShape, options)
  }
}

const mfiShape = {
  name: 'mfi',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close' | 'volume'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
    buffer[3] = bar.volume
  },
} as const

/** Options of {@link mfi}. */
export type MfiOptions = {
  /** Bars added, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Money flow index: turnover of rising bars in percent of all turnover, 0 to 100.
 *
 * Formula: 100 up / (up + down), the sums of typical price times volume over the last `period` bars
 * whose typical price rose, or fell; 0 where the sum is below 1.
 *
 * Source: Quong and Soudack, Stocks & Commodities 7 (1989).
 *
 * MFI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const mfi: IndicatorFunction<'high' | 'low' | 'close' | 'volume', MfiOptions, 'value'> =
  defineIndicator(mfiShape)

/** {@link mfi} bar by bar, with the same bits. */
export class Mfi extends StreamingIndicator<'high' | 'low' | 'close' | 'volume', 'value'> {
  constructor(options: MfiOptions = {}) {
    super(mfiShape, options)
  }
}

const minusDiShape = {
  name: 'minus-di',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/** Options of {@link minusDi}. */
export type MinusDiOptions = {
  /** Bars smoothed, by Wilder's method, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Minus directional indicator: the falls of the low in percent of the range of the bars, smoothed.
 *
 * Formula: 100 minusDM / TR, both smoothed by Wilder's method as sums over `period` bars.
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * MINUS_DI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const minusDi: IndicatorFunction<'high' | 'low' | 'close', MinusDiOptions, 'value'> =
  defineIndicator(minusDiShape)

/** {@link minusDi} bar by bar, with the same bits. */
export class MinusDi extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor(options: MinusDiOptions = {}) {
    super(minusDiShape, options)
  }
}

const minusDmShape = {
  name: 'minus-dm',
  inputs: ['high', 'low'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
} as const

/** Options of {@link minusDm}. */
export type MinusDmOptions = {
  /** Bars smoothed, by Wilder's method, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Minus directional movement: the falls of the low, where they are greater than the other way,
 * smoothed as a sum.
 *
 * Formula: minusDM[t] = sum - sum / period + move, from the sum of the first period - 1 moves.
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * MINUS_DM of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const minusDm: IndicatorFunction<'high' | 'low', MinusDmOptions, 'value'> =
  defineIndicator(minusDmShape)

/** {@link minusDm} bar by bar, with the same bits. */
export class MinusDm extends StreamingIndicator<'high' | 'low', 'value'> {
  constructor(options: MinusDmOptions = {}) {
    super(minusDmShape, options)
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

const plusDiShape = {
  name: 'plus-di',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/** Options of {@link plusDi}. */
export type PlusDiOptions = {
  /** Bars smoothed, by Wilder's method, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Plus directional indicator: the rises of the high in percent of the range of the bars, smoothed.
 *
 * Formula: 100 plusDM / TR, both smoothed by Wilder's method as sums over `period` bars.
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * PLUS_DI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const plusDi: IndicatorFunction<'high' | 'low' | 'close', PlusDiOptions, 'value'> =
  defineIndicator(plusDiShape)

/** {@link plusDi} bar by bar, with the same bits. */
export class PlusDi extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor(options: PlusDiOptions = {}) {
    super(plusDiShape, options)
  }
}

const plusDmShape = {
  name: 'plus-dm',
  inputs: ['high', 'low'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
} as const

/** Options of {@link plusDm}. */
export type PlusDmOptions = {
  /** Bars smoothed, by Wilder's method, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Plus directional movement: the rises of the high, where they are greater than the other way,
 * smoothed as a sum.
 *
 * Formula: plusDM[t] = sum - sum / period + move, from the sum of the first period - 1 moves.
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * PLUS_DM of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const plusDm: IndicatorFunction<'high' | 'low', PlusDmOptions, 'value'> =
  defineIndicator(plusDmShape)

/** {@link plusDm} bar by bar, with the same bits. */
export class PlusDm extends StreamingIndicator<'high' | 'low', 'value'> {
  constructor(options: PlusDmOptions = {}) {
    super(plusDmShape, options)
  }
}

const ppoShape = {
  name: 'ppo',
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

/** Options of {@link ppo}. */
export type PpoOptions = {
  /** Period of the fast average, whole, 2 to 100000. Default 12. */
  readonly fastPeriod?: number
  /** Period of the slow average, whole, 2 to 100000. Default 26. */
  readonly slowPeriod?: number
  /** Kind of both averages. Default ema. */
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
 * Percentage price oscillator: a fast average less a slow one, in percent of the slow one.
 *
 * Formula: 100 (average(x, fastPeriod) / average(x, slowPeriod) - 1).
 *
 * Source: Appel.
 *
 * PPO of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const ppo: IndicatorFunction<'value', PpoOptions, 'value'> = defineIndicator(ppoShape)

/** {@link ppo} bar by bar, with the same bits. */
export class Ppo extends StreamingIndicator<'value', 'value'> {
  constructor(options: PpoOptions = {}) {
    super(ppoShape, options)
  }
}

const ppoHistogramShape = {
  name: 'ppo-histogram',
  inputs: ['value'],
  outputs: ['ppo', 'signal', 'histogram'],
  read: (buffer: Float64Array): BarOutput<'ppo' | 'signal' | 'histogram'> => ({
    ppo: buffer[1] as number,
    signal: buffer[2] as number,
    histogram: buffer[3] as number,
  }),
} as const

/** Options of {@link ppoHistogram}. */
export type PpoHistogramOptions = {
  /** Period of the fast average, whole, 1 to 100000. Default 12. */
  readonly fastPeriod?: number
  /** Period of the slow average, whole, 1 to 100000. Default 26. */
  readonly slowPeriod?: number
  /** Period of the signal, whole, 1 to 100000. Default 9. */
  readonly signalPeriod?: number
}

/**
 * Percentage price oscillator with its signal, and what it is above it.
 *
 * Formula: ppo = 100 (ema(x, fastPeriod) / ema(x, slowPeriod) - 1), signal = ema(ppo,
 * signalPeriod), histogram = ppo - signal; 0 where the slow average is.
 *
 * Columns: `ppo`, `signal`, `histogram`.
 *
 * Source: Appel.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const ppoHistogram: IndicatorFunction<
  'value',
  PpoHistogramOptions,
  'ppo' | 'signal' | 'histogram'
> = defineIndicator(ppoHistogramShape)

/** {@link ppoHistogram} bar by bar, with the same bits. */
export class PpoHistogram extends StreamingIndicator<'value', 'ppo' | 'signal' | 'histogram'> {
  constructor(options: PpoHistogramOptions = {}) {
    super(ppoHistogramShape, options)
  }
}

const prettyGoodOscillatorShape = {
  name: 'pretty-good-oscillator',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/** Options of {@link prettyGoodOscillator}. */
export type PrettyGoodOscillatorOptions = {
  /** Closes and ranges averaged, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Pretty good oscillator: the distance of the close from its average, in average ranges.
 *
 * Formula: (close - sma(close, period)) / ema(true range, period); 0 where that is 0.
 *
 * Source: Johnson.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const prettyGoodOscillator: IndicatorFunction<
  'high' | 'low' | 'close',
  PrettyGoodOscillatorOptions,
  'value'
> = defineIndicator(prettyGoodOscillatorShape)

/** {@link prettyGoodOscillator} bar by bar, with the same bits. */
export class PrettyGoodOscillator extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor(options: PrettyGoodOscillatorOptions = {}) {
    super(prettyGoodOscillatorShape, options)
  }
}

const psychologicalLineShape = {
  name: 'psychological-line',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link psychologicalLine}. */
export type PsychologicalLineOptions = {
  /** Changes counted, whole, 1 to 100000. Default 12. */
  readonly period?: number
}

/**
 * Psychological line: the share of rises among the last changes, in percent.
 *
 * Formula: 100 (changes above 0 among the last `period`) / period.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const psychologicalLine: IndicatorFunction<'value', PsychologicalLineOptions, 'value'> =
  defineIndicator(psychologicalLineShape)

/** {@link psychologicalLine} bar by bar, with the same bits. */
export class PsychologicalLine extends StreamingIndicator<'value', 'value'> {
  constructor(options: PsychologicalLineOptions = {}) {
    super(psychologicalLineShape, options)
  }
}

const qqeShape = {
  name: 'qqe',
  inputs: ['value'],
  outputs: ['rsi', 'line'],
  read: (buffer: Float64Array): BarOutput<'rsi' | 'line'> => ({
    rsi: buffer[1] as number,
    line: buffer[2] as number,
  }),
} as const

/** Options of {@link qqe}. */
export type QqeOptions = {
  /** Period of the RSI, whole, 2 to 100000. Default 14. */
  readonly period?: number
  /** Period of its average, whole, 1 to 100000. Default 5. */
  readonly smoothing?: number
  /** Average ranges from the RSI to the line, 0 to 1000. Default 4.236. */
  readonly factor?: number
}

/**
 * Quantitative qualitative estimation: a smoothed RSI, and a line that trails it by its own average
 * range.
 *
 * Formula: rsi = ema(rsi(x, period), smoothing); reach = factor ema(ema(|change of rsi|, 2 period -
 * 1), 2 period - 1); line trails rsi by reach, only coming nearer until rsi crosses it.
 *
 * Columns: `rsi`, `line`.
 *
 * Source: Livshin.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const qqe: IndicatorFunction<'value', QqeOptions, 'rsi' | 'line'> = defineIndicator(qqeShape)

/** {@link qqe} bar by bar, with the same bits. */
export class Qqe extends StreamingIndicator<'value', 'rsi' | 'line'> {
  constructor(options: QqeOptions = {}) {
    super(qqeShape, options)
  }
}

const qstickShape = {
  name: 'qstick',
  inputs: ['open', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.close
  },
} as const

/** Options of {@link qstick}. */
export type QstickOptions = {
  /** Bars averaged, whole, 1 to 100000. Default 10. */
  readonly period?: number
}

/**
 * QStick: the mean body of the last bars.
 *
 * Formula: sma(close - open, period).
 *
 * Source: Chande and Kroll, The New Technical Trader (1994).
 *
 * QSTICK of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const qstick: IndicatorFunction<'open' | 'close', QstickOptions, 'value'> =
  defineIndicator(qstickShape)

/** {@link qstick} bar by bar, with the same bits. */
export class Qstick extends StreamingIndicator<'open' | 'close', 'value'> {
  constructor(options: QstickOptions = {}) {
    super(qstickShape, options)
  }
}

const randomWalkIndexShape = {
  name: 'random-walk-index',
  inputs: ['high', 'low', 'close'],
  outputs: ['high', 'low'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'high' | 'low'> => ({
    high: buffer[3] as number,
    low: buffer[4] as number,
  }),
} as const

/** Options of {@link randomWalkIndex}. */
export type RandomWalkIndexOptions = {
  /** Bars of the way, and ranges smoothed by Wilder's method, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Random walk index: how far prices went against how far a random walk would go.
 *
 * Formula: high = (high[t] - low[t-period]) / (atr(period) sqrt(period)), low = (high[t-period] -
 * low[t]) / (the same); 0 where that is 0.
 *
 * Columns: `high`, `low`.
 *
 * Source: Poulos, Of Trends And Random Walks, Stocks & Commodities 9 (1991).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const randomWalkIndex: IndicatorFunction<
  'high' | 'low' | 'close',
  RandomWalkIndexOptions,
  'high' | 'low'
> = defineIndicator(randomWalkIndexShape)

/** {@link randomWalkIndex} bar by bar, with the same bits. */
export class RandomWalkIndex extends StreamingIndicator<'high' | 'low' | 'close', 'high' | 'low'> {
  constructor(options: RandomWalkIndexOptions = {}) {
    super(randomWalkIndexShape, options)
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

const roofingFilterShape = {
  name: 'roofing-filter',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link roofingFilter}. */
export type RoofingFilterOptions = {
  /** Bars of the shortest cycle that passes, whole, 2 to 100000. Default 10. */
  readonly fastPeriod?: number
  /** Bars of the longest cycle that passes, whole, 7 to 100000. Default 48. */
  readonly slowPeriod?: number
}

/**
 * Roofing filter: cycles between two lengths, without trend and without noise.
 *
 * Formula: superSmoother(highPass(x, slowPeriod), fastPeriod).
 *
 * Source: Ehlers, Cycle Analytics for Traders (2013).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const roofingFilter: IndicatorFunction<'value', RoofingFilterOptions, 'value'> =
  defineIndicator(roofingFilterShape)

/** {@link roofingFilter} bar by bar, with the same bits. */
export class RoofingFilter extends StreamingIndicator<'value', 'value'> {
  constructor(options: RoofingFilterOptions = {}) {
    super(roofingFilterShape, options)
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

const rvgiShape = {
  name: 'rvgi',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['rvgi', 'signal'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'rvgi' | 'signal'> => ({
    rvgi: buffer[4] as number,
    signal: buffer[5] as number,
  }),
} as const

/** Options of {@link rvgi}. */
export type RvgiOptions = {
  /** Bars added, whole, 1 to 100000. Default 10. */
  readonly period?: number
}

/**
 * Relative vigor index: how far bars close above their open, over their range.
 *
 * Formula: rvgi = sum of sw(close - open) / sum of sw(high - low) over `period` bars, signal =
 * sw(rvgi), sw(x) = (x[t] + 2 x[t-1] + 2 x[t-2] + x[t-3]) / 6; 0 where there is no range.
 *
 * Columns: `rvgi`, `signal`.
 *
 * Source: Ehlers, Stocks & Commodities 20 (2002).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const rvgi: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  RvgiOptions,
  'rvgi' | 'signal'
> = defineIndicator(rvgiShape)

/** {@link rvgi} bar by bar, with the same bits. */
export class Rvgi extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'rvgi' | 'signal'> {
  constructor(options: RvgiOptions = {}) {
    super(rvgiShape, options)
  }
}

const schaffShape = { name: 'schaff', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link schaff}. */
export type SchaffOptions = {
  /** Values of both stochastics, whole, 1 to 100000. Default 10. */
  readonly period?: number
  /** Period of the fast average, whole, 1 to 100000. Default 23. */
  readonly fastPeriod?: number
  /** Period of the slow average, whole, 1 to 100000. Default 50. */
  readonly slowPeriod?: number
  /** Weight of the latest value in the smoothing, 0.01 to 1. Default 0.5. */
  readonly factor?: number
}

/**
 * Schaff trend cycle: the stochastic of the MACD, taken twice and smoothed, 0 to 100.
 *
 * Formula: m = ema(x, fastPeriod) - ema(x, slowPeriod); f = place of m among its last `period`,
 * smoothed by `factor`; stc = place of f among its last `period`, smoothed by `factor`; a place is
 * 0 at the lowest and 100 at the highest, the one before where all are equal.
 *
 * Source: Schaff (1999).
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const schaff: IndicatorFunction<'value', SchaffOptions, 'value'> =
  defineIndicator(schaffShape)

/** {@link schaff} bar by bar, with the same bits. */
export class Schaff extends StreamingIndicator<'value', 'value'> {
  constructor(options: SchaffOptions = {}) {
    super(schaffShape, options)
  }
}

const smiShape = {
  name: 'smi',
  inputs: ['high', 'low', 'close'],
  outputs: ['smi', 'signal'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'smi' | 'signal'> => ({
    smi: buffer[3] as number,
    signal: buffer[4] as number,
  }),
} as const

/** Options of {@link smi}. */
export type SmiOptions = {
  /** Bars of the range, whole, 1 to 100000. Default 13. */
  readonly period?: number
  /** Period of the second smoothing, whole, 1 to 100000. Default 2. */
  readonly fastPeriod?: number
  /** Period of the first smoothing, whole, 1 to 100000. Default 25. */
  readonly slowPeriod?: number
  /** Period of the signal, whole, 1 to 100000. Default 9. */
  readonly signalPeriod?: number
}

/**
 * Stochastic momentum index: the distance of the close from the middle of the recent range,
 * smoothed twice, -100 to 100.
 *
 * Formula: 100 ema(ema(close - middle, slowPeriod), fastPeriod) / ema(ema(range / 2, slowPeriod),
 * fastPeriod); signal = ema(smi, signalPeriod).
 *
 * Columns: `smi`, `signal`.
 *
 * Source: Blau, Stochastic Momentum, Stocks & Commodities 11 (1993).
 *
 * SMI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const smi: IndicatorFunction<'high' | 'low' | 'close', SmiOptions, 'smi' | 'signal'> =
  defineIndicator(smiShape)

/** {@link smi} bar by bar, with the same bits. */
export class Smi extends StreamingIndicator<'high' | 'low' | 'close', 'smi' | 'signal'> {
  constructor(options: SmiOptions = {}) {
    super(smiShape, options)
  }
}

const squeezeMomentumShape = {
  name: 'squeeze-momentum',
  inputs: ['high', 'low', 'close'],
  outputs: ['momentum', 'squeeze'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'momentum' | 'squeeze'> => ({
    momentum: buffer[3] as number,
    squeeze: buffer[4] as number,
  }),
} as const

/** Options of {@link squeezeMomentum}. */
export type SqueezeMomentumOptions = {
  /** Bars taken together, whole, 2 to 100000. Default 20. */
  readonly period?: number
  /** Deviations to a Bollinger band, 0 to 1000000. Default 2. */
  readonly deviations?: number
  /** Ranges to a Keltner channel, 0 to 1000000. Default 1.5. */
  readonly multiplier?: number
}

/**
 * Squeeze momentum: where prices head while Bollinger bands lie inside Keltner channels (squeeze
 * 1), or have left them (0).
 *
 * Formula: squeeze = 1 where deviations sd(close) < multiplier mean true range over `period` bars;
 * momentum = end of the least-squares line of `period` bars through close - ((highest high + lowest
 * low) / 2 + sma(close)) / 2; the true range of the first bar is high - low.
 *
 * Columns: `momentum`, `squeeze`.
 *
 * Source: Carter, Mastering the Trade (2005).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const squeezeMomentum: IndicatorFunction<
  'high' | 'low' | 'close',
  SqueezeMomentumOptions,
  'momentum' | 'squeeze'
> = defineIndicator(squeezeMomentumShape)

/** {@link squeezeMomentum} bar by bar, with the same bits. */
export class SqueezeMomentum extends StreamingIndicator<
  'high' | 'low' | 'close',
  'momentum' | 'squeeze'
> {
  constructor(options: SqueezeMomentumOptions = {}) {
    super(squeezeMomentumShape, options)
  }
}

const stochShape = {
  name: 'stoch',
  inputs: ['high', 'low', 'close'],
  outputs: ['k', 'd'],
  choices: {
    slowAverage: [
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
    signalAverage: [
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
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'k' | 'd'> => ({
    k: buffer[3] as number,
    d: buffer[4] as number,
  }),
} as const

/** Options of {@link stoch}. */
export type StochOptions = {
  /** Bars of the range, whole, 1 to 100000. Default 5. */
  readonly fastPeriod?: number
  /** Values averaged for k, whole, 1 to 100000. Default 3. */
  readonly slowPeriod?: number
  /** Kind of the average for k. Default sma. */
  readonly slowAverage?:
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
    | 'hma'
    | 'none'
    | 'default'
    | 'zlema'
    | 'rma'
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

const stochfShape = {
  name: 'stochf',
  inputs: ['high', 'low', 'close'],
  outputs: ['k', 'd'],
  choices: {
    signalAverage: [
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
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'k' | 'd'> => ({
    k: buffer[3] as number,
    d: buffer[4] as number,
  }),
} as const

/** Options of {@link stochf}. */
export type StochfOptions = {
  /** Bars of the range, whole, 1 to 100000. Default 5. */
  readonly fastPeriod?: number
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
    | 'hma'
    | 'none'
    | 'default'
    | 'zlema'
    | 'rma'
}

/**
 * Fast stochastic: where the close lies in the recent range, and its average.
 *
 * Formula: k = 100 (close[t] - lowest low) / (highest high - lowest low) over fastPeriod; d =
 * average(k, signalPeriod).
 *
 * Columns: `k`, `d`.
 *
 * Source: Lane, Lane's Stochastics, Stocks & Commodities 2 (1984).
 *
 * STOCHF of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const stochf: IndicatorFunction<'high' | 'low' | 'close', StochfOptions, 'k' | 'd'> =
  defineIndicator(stochfShape)

/** {@link stochf} bar by bar, with the same bits. */
export class Stochf extends StreamingIndicator<'high' | 'low' | 'close', 'k' | 'd'> {
  constructor(options: StochfOptions = {}) {
    super(stochfShape, options)
  }
}

const stochrsiShape = {
  name: 'stochrsi',
  inputs: ['value'],
  outputs: ['k', 'd'],
  choices: {
    signalAverage: [
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
  read: (buffer: Float64Array): BarOutput<'k' | 'd'> => ({
    k: buffer[1] as number,
    d: buffer[2] as number,
  }),
} as const

/** Options of {@link stochrsi}. */
export type StochrsiOptions = {
  /** Changes smoothed for the index, by Wilder's method, whole, 2 to 100000. Default 14. */
  readonly period?: number
  /** Values of the range, whole, 1 to 100000. Default 5. */
  readonly fastPeriod?: number
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
    | 'hma'
    | 'none'
    | 'default'
    | 'zlema'
    | 'rma'
}

/**
 * Stochastic RSI: where the relative strength index lies in its recent range, and its average.
 *
 * Formula: stochf of rsi(x, period) in place of high, low and close.
 *
 * Columns: `k`, `d`.
 *
 * Source: Chande and Kroll, The New Technical Trader (1994).
 *
 * STOCHRSI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const stochrsi: IndicatorFunction<'value', StochrsiOptions, 'k' | 'd'> =
  defineIndicator(stochrsiShape)

/** {@link stochrsi} bar by bar, with the same bits. */
export class Stochrsi extends StreamingIndicator<'value', 'k' | 'd'> {
  constructor(options: StochrsiOptions = {}) {
    super(stochrsiShape, options)
  }
}

const swingIndexShape = {
  name: 'swing-index',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/** Options of {@link swingIndex}. */
export type SwingIndexOptions = {
  /** Greatest change of a day, 0.000001 to 1000000000000. Default 10000. */
  readonly limit?: number
}

/**
 * Swing index: how convincingly a bar moves on from the one before, -100 to 100.
 *
 * Formula: 50 (c - c1 + (c - o) / 2 + (c1 - o1) / 4) / r k / limit, k = max(|h - c1|, |l - c1|), r
 * = the greatest of |h - c1| - |l - c1| / 2, |l - c1| - |h - c1| / 2 and h - l (by |h - c1|, |l -
 * c1|, h - l) + |c1 - o1| / 4; 0 where r is.
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const swingIndex: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  SwingIndexOptions,
  'value'
> = defineIndicator(swingIndexShape)

/** {@link swingIndex} bar by bar, with the same bits. */
export class SwingIndex extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor(options: SwingIndexOptions = {}) {
    super(swingIndexShape, options)
  }
}

const tdSetupShape = { name: 'td-setup', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link tdSetup}. */
export type TdSetupOptions = {
  /** Bars between the two closes, whole, 1 to 100000. Default 4. */
  readonly bars?: number
}

/**
 * Setup of the TD sequential: closes in a row above (positive) or below (negative) the one of some
 * bars before.
 *
 * Formula: count[t] = count[t-1] + 1 where x[t] > x[t-bars] and count[t-1] was not negative, else
 * 1; the same downwards with -1; 0 where they are equal.
 *
 * Source: DeMark, The New Science of Technical Analysis (1994).
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tdSetup: IndicatorFunction<'value', TdSetupOptions, 'value'> =
  defineIndicator(tdSetupShape)

/** {@link tdSetup} bar by bar, with the same bits. */
export class TdSetup extends StreamingIndicator<'value', 'value'> {
  constructor(options: TdSetupOptions = {}) {
    super(tdSetupShape, options)
  }
}

const tradingviewAdxShape = {
  name: 'tradingview-adx',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/** Options of {@link tradingviewAdx}. */
export type TradingviewAdxOptions = {
  /** Movements and ranges smoothed, whole, 1 to 100000. Default 14. */
  readonly period?: number
  /** Values of the index smoothed, whole, 1 to 100000. Default 14. */
  readonly smoothing?: number
}

/**
 * Average directional index as TradingView computes it, with a smoothing of its own.
 *
 * Formula: 100 rma(|plus - minus| / (plus + minus), smoothing), plus and minus as tradingview-di; a
 * sum of 0 counts as 1.
 *
 * Source: Pine Script reference, ta.dmi.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tradingviewAdx: IndicatorFunction<
  'high' | 'low' | 'close',
  TradingviewAdxOptions,
  'value'
> = defineIndicator(tradingviewAdxShape)

/** {@link tradingviewAdx} bar by bar, with the same bits. */
export class TradingviewAdx extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor(options: TradingviewAdxOptions = {}) {
    super(tradingviewAdxShape, options)
  }
}

const tradingviewCenterOfGravityShape = {
  name: 'tradingview-center-of-gravity',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link tradingviewCenterOfGravity}. */
export type TradingviewCenterOfGravityOptions = {
  /** Values taken together, whole, 1 to 100000. Default 10. */
  readonly period?: number
}

/**
 * Center of gravity as TradingView computes it: negative, counted back from the latest value.
 *
 * Formula: -sum of (i + 1) x[t-i] / sum of x[t-i], i = 0 .. period - 1; 0 where the sum is.
 *
 * Source: Pine Script reference, ta.cog.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tradingviewCenterOfGravity: IndicatorFunction<
  'value',
  TradingviewCenterOfGravityOptions,
  'value'
> = defineIndicator(tradingviewCenterOfGravityShape)

/** {@link tradingviewCenterOfGravity} bar by bar, with the same bits. */
export class TradingviewCenterOfGravity extends StreamingIndicator<'value', 'value'> {
  constructor(options: TradingviewCenterOfGravityOptions = {}) {
    super(tradingviewCenterOfGravityShape, options)
  }
}

const tradingviewDiShape = {
  name: 'tradingview-di',
  inputs: ['high', 'low', 'close'],
  outputs: ['plus', 'minus'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'plus' | 'minus'> => ({
    plus: buffer[3] as number,
    minus: buffer[4] as number,
  }),
} as const

/** Options of {@link tradingviewDi}. */
export type TradingviewDiOptions = {
  /** Movements and ranges smoothed, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Directional indicators as TradingView computes them: movements and ranges smoothed from averages
 * of their first values.
 *
 * Formula: 100 rma(movement up or down) / rma(true range), rma being Wilder's smoothing from the
 * average of the first `period` values; the one before where nothing moved.
 *
 * Columns: `plus`, `minus`.
 *
 * Source: Pine Script reference, ta.dmi.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tradingviewDi: IndicatorFunction<
  'high' | 'low' | 'close',
  TradingviewDiOptions,
  'plus' | 'minus'
> = defineIndicator(tradingviewDiShape)

/** {@link tradingviewDi} bar by bar, with the same bits. */
export class TradingviewDi extends StreamingIndicator<'high' | 'low' | 'close', 'plus' | 'minus'> {
  constructor(options: TradingviewDiOptions = {}) {
    super(tradingviewDiShape, options)
  }
}

const tradingviewMacdShape = {
  name: 'tradingview-macd',
  inputs: ['value'],
  outputs: ['macd', 'signal', 'histogram'],
  read: (buffer: Float64Array): BarOutput<'macd' | 'signal' | 'histogram'> => ({
    macd: buffer[1] as number,
    signal: buffer[2] as number,
    histogram: buffer[3] as number,
  }),
} as const

/** Options of {@link tradingviewMacd}. */
export type TradingviewMacdOptions = {
  /** Period of the fast average, whole, 1 to 100000. Default 12. */
  readonly fastPeriod?: number
  /** Period of the slow average, whole, 1 to 100000. Default 26. */
  readonly slowPeriod?: number
  /** Period of the average of the difference, whole, 1 to 100000. Default 9. */
  readonly signalPeriod?: number
}

/**
 * Moving average convergence/divergence as TradingView computes it: every average begins with its
 * first value.
 *
 * Formula: macd = ema(x, fastPeriod) - ema(x, slowPeriod); signal = ema(macd, signalPeriod);
 * histogram = macd - signal, ema as tradingview-ema.
 *
 * Columns: `macd`, `signal`, `histogram`.
 *
 * Source: Pine Script reference, ta.macd.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tradingviewMacd: IndicatorFunction<
  'value',
  TradingviewMacdOptions,
  'macd' | 'signal' | 'histogram'
> = defineIndicator(tradingviewMacdShape)

/** {@link tradingviewMacd} bar by bar, with the same bits. */
export class TradingviewMacd extends StreamingIndicator<'value', 'macd' | 'signal' | 'histogram'> {
  constructor(options: TradingviewMacdOptions = {}) {
    super(tradingviewMacdShape, options)
  }
}

const tradingviewTsiShape = {
  name: 'tradingview-tsi',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link tradingviewTsi}. */
export type TradingviewTsiOptions = {
  /** Period of the second average, whole, 1 to 100000. Default 13. */
  readonly shortPeriod?: number
  /** Period of the first average, whole, 1 to 100000. Default 25. */
  readonly longPeriod?: number
}

/**
 * True strength index as TradingView computes it: a fraction from -1 to 1, with averages from the
 * first change on.
 *
 * Formula: ema(ema(change, longPeriod), shortPeriod) / the same of |change|, ema as
 * tradingview-ema; 0 where nothing moved.
 *
 * Source: Pine Script reference, ta.tsi.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tradingviewTsi: IndicatorFunction<'value', TradingviewTsiOptions, 'value'> =
  defineIndicator(tradingviewTsiShape)

/** {@link tradingviewTsi} bar by bar, with the same bits. */
export class TradingviewTsi extends StreamingIndicator<'value', 'value'> {
  constructor(options: TradingviewTsiOptions = {}) {
    super(tradingviewTsiShape, options)
  }
}

const trixShape = { name: 'trix', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link trix}. */
export type TrixOptions = {
  /** Period of the averages, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * TRIX: the change of a triple exponential average from bar to bar, in percent.
 *
 * Formula: 100 (e[t] / e[t-1] - 1), e = ema(ema(ema(x, period), period), period).
 *
 * Source: Hutson, Good TRIX, Stocks & Commodities 1 (1983).
 *
 * TRIX of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const trix: IndicatorFunction<'value', TrixOptions, 'value'> = defineIndicator(trixShape)

/** {@link trix} bar by bar, with the same bits. */
export class Trix extends StreamingIndicator<'value', 'value'> {
  constructor(options: TrixOptions = {}) {
    super(trixShape, options)
  }
}

const tsiShape = { name: 'tsi', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link tsi}. */
export type TsiOptions = {
  /** Period of the first smoothing, whole, 1 to 100000. Default 25. */
  readonly firstPeriod?: number
  /** Period of the second smoothing, whole, 1 to 100000. Default 13. */
  readonly secondPeriod?: number
}

/**
 * True strength index: the change from bar to bar, smoothed twice, over its size, -100 to 100.
 *
 * Formula: 100 ema(ema(change, firstPeriod), secondPeriod) / ema(ema(|change|, firstPeriod),
 * secondPeriod); 0 where nothing moved.
 *
 * Source: Blau, True Strength Index, Stocks & Commodities 9 (1991).
 *
 * TSI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tsi: IndicatorFunction<'value', TsiOptions, 'value'> = defineIndicator(tsiShape)

/** {@link tsi} bar by bar, with the same bits. */
export class Tsi extends StreamingIndicator<'value', 'value'> {
  constructor(options: TsiOptions = {}) {
    super(tsiShape, options)
  }
}

const ultoscShape = {
  name: 'ultosc',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/** Options of {@link ultosc}. */
export type UltoscOptions = {
  /** Bars added, whole, 1 to 100000. Default 7. */
  readonly firstPeriod?: number
  /** Bars added, whole, 1 to 100000. Default 14. */
  readonly secondPeriod?: number
  /** Bars added, whole, 1 to 100000. Default 28. */
  readonly thirdPeriod?: number
}

/**
 * Ultimate oscillator: buying pressure over true range, of three lengths, 0 to 100.
 *
 * Formula: 100 (4 a + 2 b + c) / 7, a, b, c = sum of (close - true low) / sum of true range over
 * the shortest, the middle and the longest period.
 *
 * Source: Williams, The Ultimate Oscillator, Stocks & Commodities 3 (1985).
 *
 * ULTOSC of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const ultosc: IndicatorFunction<'high' | 'low' | 'close', UltoscOptions, 'value'> =
  defineIndicator(ultoscShape)

/** {@link ultosc} bar by bar, with the same bits. */
export class Ultosc extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor(options: UltoscOptions = {}) {
    super(ultoscShape, options)
  }
}

const vhfShape = { name: 'vhf', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link vhf}. */
export type VhfOptions = {
  /** Changes added, whole, 2 to 100000. Default 28. */
  readonly period?: number
}

/**
 * Vertical horizontal filter: the range of the closes over the way gone; high in a trend.
 *
 * Formula: (max - min of the last closes) / sum of |x[i] - x[i-1]|; 0 where nothing moved.
 *
 * Source: White, Futures (1991).
 *
 * VHF of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const vhf: IndicatorFunction<'value', VhfOptions, 'value'> = defineIndicator(vhfShape)

/** {@link vhf} bar by bar, with the same bits. */
export class Vhf extends StreamingIndicator<'value', 'value'> {
  constructor(options: VhfOptions = {}) {
    super(vhfShape, options)
  }
}

const vortexShape = {
  name: 'vortex',
  inputs: ['high', 'low', 'close'],
  outputs: ['plus', 'minus'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'plus' | 'minus'> => ({
    plus: buffer[3] as number,
    minus: buffer[4] as number,
  }),
} as const

/** Options of {@link vortex}. */
export type VortexOptions = {
  /** Bars added, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Vortex: how far highs reach above earlier lows, and lows below earlier highs, over the true
 * range.
 *
 * Formula: plus = sum of |high[t] - low[t-1]| / sum of true range, minus = sum of |low[t] -
 * high[t-1]| / sum of true range.
 *
 * Columns: `plus`, `minus`.
 *
 * Source: Botes and Siepman, The Vortex Indicator, Stocks & Commodities 28 (2010).
 *
 * VORTEX of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const vortex: IndicatorFunction<'high' | 'low' | 'close', VortexOptions, 'plus' | 'minus'> =
  defineIndicator(vortexShape)

/** {@link vortex} bar by bar, with the same bits. */
export class Vortex extends StreamingIndicator<'high' | 'low' | 'close', 'plus' | 'minus'> {
  constructor(options: VortexOptions = {}) {
    super(vortexShape, options)
  }
}

const wadShape = {
  name: 'wad',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/**
 * Williams accumulation/distribution: how far closes get from the true low on rises and the true
 * high on falls, summed.
 *
 * Formula: wad[t] = wad[t-1] + close - min(low, close[t-1]) on a rise, + close - max(high,
 * close[t-1]) on a fall, from 0.
 *
 * Source: Williams, How I Made One Million Dollars (1979).
 *
 * WAD of TA-Lib.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const wad: IndicatorFunction<'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(wadShape)

/** {@link wad} bar by bar, with the same bits. */
export class Wad extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(wadShape, {})
  }
}

const waveTrendShape = {
  name: 'wave-trend',
  inputs: ['high', 'low', 'close'],
  outputs: ['wave', 'signal'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'wave' | 'signal'> => ({
    wave: buffer[3] as number,
    signal: buffer[4] as number,
  }),
} as const

/** Options of {@link waveTrend}. */
export type WaveTrendOptions = {
  /** Period of the average price and of its mean distance, whole, 1 to 100000. Default 10. */
  readonly channelPeriod?: number
  /** Period of the wave, whole, 1 to 100000. Default 21. */
  readonly averagePeriod?: number
  /** Values of the signal, whole, 1 to 100000. Default 4. */
  readonly signalPeriod?: number
}

/**
 * Wave trend: the distance of the price from its average, in mean distances, smoothed.
 *
 * Formula: p = (high + low + close) / 3, e = ema(p, channelPeriod), d = ema(|p - e|,
 * channelPeriod); wave = ema((p - e) / (0.015 d), averagePeriod), signal = sma(wave, signalPeriod).
 *
 * Columns: `wave`, `signal`.
 *
 * Source: LazyBear.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const waveTrend: IndicatorFunction<
  'high' | 'low' | 'close',
  WaveTrendOptions,
  'wave' | 'signal'
> = defineIndicator(waveTrendShape)

/** {@link waveTrend} bar by bar, with the same bits. */
export class WaveTrend extends StreamingIndicator<'high' | 'low' | 'close', 'wave' | 'signal'> {
  constructor(options: WaveTrendOptions = {}) {
    super(waveTrendShape, options)
  }
}

const willrShape = {
  name: 'willr',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/** Options of {@link willr}. */
export type WillrOptions = {
  /** Bars of the range, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Williams %R: how far the close is below the recent high, in percent of the range, -100 to 0.
 *
 * Formula: -100 (highest high - close) / (highest high - lowest low); 0 where there is no range.
 *
 * Source: Williams, How I Made One Million Dollars (1979).
 *
 * WILLR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const willr: IndicatorFunction<'high' | 'low' | 'close', WillrOptions, 'value'> =
  defineIndicator(willrShape)

/** {@link willr} bar by bar, with the same bits. */
export class Willr extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor(options: WillrOptions = {}) {
    super(willrShape, options)
  }
}
