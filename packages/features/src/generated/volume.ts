// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { type BarInput, type BarOutput, StreamingIndicator } from '../streaming-indicator.ts'

const adShape = {
  name: 'ad',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close' | 'volume'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
    buffer[3] = bar.volume
  },
} as const

/**
 * Accumulation/distribution line: volume weighed by where the close lies in its bar, summed from
 * the first bar.
 *
 * Formula: ad[t] = ad[t-1] + volume (2 close - high - low) / (high - low); a bar without range adds
 * nothing.
 *
 * Source: Chaikin.
 *
 * AD of TA-Lib.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const ad: IndicatorFunction<'high' | 'low' | 'close' | 'volume', object, 'value'> =
  defineIndicator(adShape)

/** {@link ad} bar by bar, with the same bits. */
export class Ad extends StreamingIndicator<'high' | 'low' | 'close' | 'volume', 'value'> {
  constructor() {
    super(adShape, {})
  }
}

const adoscShape = {
  name: 'adosc',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close' | 'volume'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
    buffer[3] = bar.volume
  },
} as const

/** Options of {@link adosc}. */
export type AdoscOptions = {
  /** Period of the fast average, whole, 2 to 100000. Default 3. */
  readonly fastPeriod?: number
  /** Period of the slow average, whole, 2 to 100000. Default 10. */
  readonly slowPeriod?: number
}

/**
 * Chaikin oscillator: a fast average of the accumulation/distribution line less a slow one.
 *
 * Formula: ema(ad, fastPeriod) - ema(ad, slowPeriod), both from the first value of ad.
 *
 * Source: Chaikin.
 *
 * ADOSC of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const adosc: IndicatorFunction<'high' | 'low' | 'close' | 'volume', AdoscOptions, 'value'> =
  defineIndicator(adoscShape)

/** {@link adosc} bar by bar, with the same bits. */
export class Adosc extends StreamingIndicator<'high' | 'low' | 'close' | 'volume', 'value'> {
  constructor(options: AdoscOptions = {}) {
    super(adoscShape, options)
  }
}

const anchoredVwapShape = {
  name: 'anchored-vwap',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['upper', 'vwap', 'lower'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close' | 'volume'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
    buffer[3] = bar.volume
  },
  read: (buffer: Float64Array): BarOutput<'upper' | 'vwap' | 'lower'> => ({
    upper: buffer[4] as number,
    vwap: buffer[5] as number,
    lower: buffer[6] as number,
  }),
} as const

/** Options of {@link anchoredVwap}. */
export type AnchoredVwapOptions = {
  /** The first bar that counts, whole, 0 to 100000. Default 0. */
  readonly anchor?: number
  /** Deviations from the average to a band, 0 to 1000000. Default 2. */
  readonly deviations?: number
}

/**
 * Volume-weighted average price since a bar of choice, and bands some weighted deviations around
 * it.
 *
 * Formula: vwap = sum of volume p / sum of volume since the bar `anchor`, counted from 0, p = (high
 * + low + close) / 3; upper, lower = vwap +- deviations sqrt(sum of volume (p - vwap)^2 / sum of
 * volume); p itself while there was no volume.
 *
 * Columns: `upper`, `vwap`, `lower`.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const anchoredVwap: IndicatorFunction<
  'high' | 'low' | 'close' | 'volume',
  AnchoredVwapOptions,
  'upper' | 'vwap' | 'lower'
> = defineIndicator(anchoredVwapShape)

/** {@link anchoredVwap} bar by bar, with the same bits. */
export class AnchoredVwap extends StreamingIndicator<
  'high' | 'low' | 'close' | 'volume',
  'upper' | 'vwap' | 'lower'
> {
  constructor(options: AnchoredVwapOptions = {}) {
    super(anchoredVwapShape, options)
  }
}

const cmfShape = {
  name: 'cmf',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close' | 'volume'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
    buffer[3] = bar.volume
  },
} as const

/** Options of {@link cmf}. */
export type CmfOptions = {
  /** Bars added, whole, 1 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Chaikin money flow: volume weighed by where the close lies in its bar, over volume, -1 to 1.
 *
 * Formula: sum of volume (2 close - high - low) / (high - low) / sum of volume over `period` bars;
 * a bar without range adds nothing.
 *
 * Source: Chaikin.
 *
 * CMF of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cmf: IndicatorFunction<'high' | 'low' | 'close' | 'volume', CmfOptions, 'value'> =
  defineIndicator(cmfShape)

/** {@link cmf} bar by bar, with the same bits. */
export class Cmf extends StreamingIndicator<'high' | 'low' | 'close' | 'volume', 'value'> {
  constructor(options: CmfOptions = {}) {
    super(cmfShape, options)
  }
}

const easeOfMovementShape = {
  name: 'ease-of-movement',
  inputs: ['high', 'low', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'volume'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.volume
  },
} as const

/** Options of {@link easeOfMovement}. */
export type EaseOfMovementOptions = {
  /** Bars averaged, whole, 1 to 100000. Default 14. */
  readonly period?: number
  /** What volume is divided by, 1 to 1000000000000000. Default 100000000. */
  readonly scale?: number
}

/**
 * Ease of movement: how far the middle of the bar moves for its volume, averaged.
 *
 * Formula: sma((m[t] - m[t-1]) (high - low) scale / volume, period), m = (high + low) / 2; 0 where
 * there is no volume.
 *
 * Source: Arms, Volume Cycles in the Stock Market (1983).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const easeOfMovement: IndicatorFunction<
  'high' | 'low' | 'volume',
  EaseOfMovementOptions,
  'value'
> = defineIndicator(easeOfMovementShape)

/** {@link easeOfMovement} bar by bar, with the same bits. */
export class EaseOfMovement extends StreamingIndicator<'high' | 'low' | 'volume', 'value'> {
  constructor(options: EaseOfMovementOptions = {}) {
    super(easeOfMovementShape, options)
  }
}

const efiShape = {
  name: 'efi',
  inputs: ['close', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'close' | 'volume'>): void => {
    buffer[0] = bar.close
    buffer[1] = bar.volume
  },
} as const

/** Options of {@link efi}. */
export type EfiOptions = {
  /** Values whose weight the average resembles, whole, 1 to 100000. Default 13. */
  readonly period?: number
}

/**
 * Force index: the change of the close times the volume, smoothed.
 *
 * Formula: ema((close[t] - close[t-1]) volume[t], period).
 *
 * Source: Elder, Trading for a Living (1993).
 *
 * EFI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const efi: IndicatorFunction<'close' | 'volume', EfiOptions, 'value'> =
  defineIndicator(efiShape)

/** {@link efi} bar by bar, with the same bits. */
export class Efi extends StreamingIndicator<'close' | 'volume', 'value'> {
  constructor(options: EfiOptions = {}) {
    super(efiShape, options)
  }
}

const klingerShape = {
  name: 'klinger',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close' | 'volume'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
    buffer[3] = bar.volume
  },
} as const

/** Options of {@link klinger}. */
export type KlingerOptions = {
  /** Period of the fast average, whole, 1 to 100000. Default 34. */
  readonly fastPeriod?: number
  /** Period of the slow average, whole, 1 to 100000. Default 55. */
  readonly slowPeriod?: number
}

/**
 * Klinger volume oscillator: a fast average less a slow one of volume signed by the trend.
 *
 * Formula: ema(v, fastPeriod) - ema(v, slowPeriod), v = 100 volume |2 (dm / cm - 1)| trend; trend =
 * 1 where high + low + close rose, otherwise -1; dm = high - low, cm = dm summed since the bar
 * before the trend turned (from the second bar at first); v = 0 where cm is 0.
 *
 * Source: Klinger, Stocks & Commodities 15 (1997).
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const klinger: IndicatorFunction<
  'high' | 'low' | 'close' | 'volume',
  KlingerOptions,
  'value'
> = defineIndicator(klingerShape)

/** {@link klinger} bar by bar, with the same bits. */
export class Klinger extends StreamingIndicator<'high' | 'low' | 'close' | 'volume', 'value'> {
  constructor(options: KlingerOptions = {}) {
    super(klingerShape, options)
  }
}

const marketfiShape = {
  name: 'marketfi',
  inputs: ['high', 'low', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'volume'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.volume
  },
} as const

/**
 * Market facilitation index: the range of a bar for each unit of volume.
 *
 * Formula: (high - low) / volume; 0 where there is no volume.
 *
 * Source: Williams, Trading Chaos (1995).
 *
 * MARKETFI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const marketfi: IndicatorFunction<'high' | 'low' | 'volume', object, 'value'> =
  defineIndicator(marketfiShape)

/** {@link marketfi} bar by bar, with the same bits. */
export class Marketfi extends StreamingIndicator<'high' | 'low' | 'volume', 'value'> {
  constructor() {
    super(marketfiShape, {})
  }
}

const nviShape = {
  name: 'nvi',
  inputs: ['close', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'close' | 'volume'>): void => {
    buffer[0] = bar.close
    buffer[1] = bar.volume
  },
} as const

/**
 * Negative volume index: the changes of the close on bars whose volume falls, chained.
 *
 * Formula: nvi[t] = nvi[t-1] close[t] / close[t-1] where volume falls, else nvi[t-1], from 1000.
 *
 * Source: Dysart; Fosback, Stock Market Logic (1976).
 *
 * NVI of TA-Lib.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const nvi: IndicatorFunction<'close' | 'volume', object, 'value'> = defineIndicator(nviShape)

/** {@link nvi} bar by bar, with the same bits. */
export class Nvi extends StreamingIndicator<'close' | 'volume', 'value'> {
  constructor() {
    super(nviShape, {})
  }
}

const obvShape = {
  name: 'obv',
  inputs: ['close', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'close' | 'volume'>): void => {
    buffer[0] = bar.close
    buffer[1] = bar.volume
  },
} as const

/**
 * On-balance volume: the volume of rises less that of falls, summed from the first bar.
 *
 * Formula: obv[t] = obv[t-1] + volume[t] sign(close[t] - close[t-1]), from obv[0] = volume[0].
 *
 * Source: Granville, New Key to Stock Market Profits (1963).
 *
 * OBV of TA-Lib.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const obv: IndicatorFunction<'close' | 'volume', object, 'value'> = defineIndicator(obvShape)

/** {@link obv} bar by bar, with the same bits. */
export class Obv extends StreamingIndicator<'close' | 'volume', 'value'> {
  constructor() {
    super(obvShape, {})
  }
}

const pviShape = {
  name: 'pvi',
  inputs: ['close', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'close' | 'volume'>): void => {
    buffer[0] = bar.close
    buffer[1] = bar.volume
  },
} as const

/**
 * Positive volume index: the changes of the close on bars whose volume rises, chained.
 *
 * Formula: pvi[t] = pvi[t-1] close[t] / close[t-1] where volume rises, else pvi[t-1], from 1000.
 *
 * Source: Dysart; Fosback, Stock Market Logic (1976).
 *
 * PVI of TA-Lib.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const pvi: IndicatorFunction<'close' | 'volume', object, 'value'> = defineIndicator(pviShape)

/** {@link pvi} bar by bar, with the same bits. */
export class Pvi extends StreamingIndicator<'close' | 'volume', 'value'> {
  constructor() {
    super(pviShape, {})
  }
}

const pvoShape = {
  name: 'pvo',
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

/** Options of {@link pvo}. */
export type PvoOptions = {
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
 * Percentage volume oscillator: a fast average of volume less a slow one, in percent of the slow
 * one.
 *
 * Formula: 100 (average(volume, fastPeriod) / average(volume, slowPeriod) - 1).
 *
 * Source: Appel.
 *
 * PVO of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const pvo: IndicatorFunction<'value', PvoOptions, 'value'> = defineIndicator(pvoShape)

/** {@link pvo} bar by bar, with the same bits. */
export class Pvo extends StreamingIndicator<'value', 'value'> {
  constructor(options: PvoOptions = {}) {
    super(pvoShape, options)
  }
}

const pvoHistogramShape = {
  name: 'pvo-histogram',
  inputs: ['value'],
  outputs: ['pvo', 'signal', 'histogram'],
  read: (buffer: Float64Array): BarOutput<'pvo' | 'signal' | 'histogram'> => ({
    pvo: buffer[1] as number,
    signal: buffer[2] as number,
    histogram: buffer[3] as number,
  }),
} as const

/** Options of {@link pvoHistogram}. */
export type PvoHistogramOptions = {
  /** Period of the fast average, whole, 1 to 100000. Default 12. */
  readonly fastPeriod?: number
  /** Period of the slow average, whole, 1 to 100000. Default 26. */
  readonly slowPeriod?: number
  /** Period of the signal, whole, 1 to 100000. Default 9. */
  readonly signalPeriod?: number
}

/**
 * Percentage volume oscillator with its signal, and what it is above it.
 *
 * Formula: pvo = 100 (ema(volume, fastPeriod) / ema(volume, slowPeriod) - 1), signal = ema(pvo,
 * signalPeriod), histogram = pvo - signal; 0 where the slow average is.
 *
 * Columns: `pvo`, `signal`, `histogram`.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const pvoHistogram: IndicatorFunction<
  'value',
  PvoHistogramOptions,
  'pvo' | 'signal' | 'histogram'
> = defineIndicator(pvoHistogramShape)

/** {@link pvoHistogram} bar by bar, with the same bits. */
export class PvoHistogram extends StreamingIndicator<'value', 'pvo' | 'signal' | 'histogram'> {
  constructor(options: PvoHistogramOptions = {}) {
    super(pvoHistogramShape, options)
  }
}

const pvtShape = {
  name: 'pvt',
  inputs: ['close', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'close' | 'volume'>): void => {
    buffer[0] = bar.close
    buffer[1] = bar.volume
  },
} as const

/**
 * Price volume trend: volume times the relative change of the close, summed from the first bar.
 *
 * Formula: pvt[t] = pvt[t-1] + volume[t] (close[t] / close[t-1] - 1), from 0.
 *
 * PVT of TA-Lib.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const pvt: IndicatorFunction<'close' | 'volume', object, 'value'> = defineIndicator(pvtShape)

/** {@link pvt} bar by bar, with the same bits. */
export class Pvt extends StreamingIndicator<'close' | 'volume', 'value'> {
  constructor() {
    super(pvtShape, {})
  }
}

const relativeDailyVolumeShape = {
  name: 'relative-daily-volume',
  inputs: ['volume', 'session'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'volume' | 'session'>): void => {
    buffer[0] = bar.volume
    buffer[1] = bar.session
  },
} as const

/** Options of {@link relativeDailyVolume}. */
export type RelativeDailyVolumeOptions = {
  /** Sessions averaged, whole, 1 to 100000. Default 2. */
  readonly period?: number
}

/**
 * Relative daily volume: the volume of a session up to now over the mean of earlier ones after as
 * many bars.
 *
 * Formula: sum of volume of the session up to t / mean over the last `period` sessions of theirs
 * after as many bars (all of it where they were shorter); 0 where that is 0.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const relativeDailyVolume: IndicatorFunction<
  'volume' | 'session',
  RelativeDailyVolumeOptions,
  'value'
> = defineIndicator(relativeDailyVolumeShape)

/** {@link relativeDailyVolume} bar by bar, with the same bits. */
export class RelativeDailyVolume extends StreamingIndicator<'volume' | 'session', 'value'> {
  constructor(options: RelativeDailyVolumeOptions = {}) {
    super(relativeDailyVolumeShape, options)
  }
}

const rollingVwapShape = {
  name: 'rolling-vwap',
  inputs: ['open', 'high', 'low', 'close', 'volume'],
  outputs: ['upper', 'vwap', 'lower'],
  choices: { price: ['hlc3', 'ohlc4', 'hl2', 'close'] },
  write: (
    buffer: Float64Array,
    bar: BarInput<'open' | 'high' | 'low' | 'close' | 'volume'>,
  ): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
    buffer[4] = bar.volume
  },
  read: (buffer: Float64Array): BarOutput<'upper' | 'vwap' | 'lower'> => ({
    upper: buffer[5] as number,
    vwap: buffer[6] as number,
    lower: buffer[7] as number,
  }),
} as const

/** Options of {@link rollingVwap}. */
export type RollingVwapOptions = {
  /** Bars taken together, whole, 1 to 100000. Default 50. */
  readonly period?: number
  /** Deviations from the average to a band, 0 to 1000000. Default 2. */
  readonly deviations?: number
  /** Price of a bar. Default hlc3. */
  readonly price?: 'hlc3' | 'ohlc4' | 'hl2' | 'close'
}

/**
 * Volume-weighted average price of the last bars, and bands some weighted deviations around it.
 *
 * Formula: vwap = sum of volume p / sum of volume over `period` bars; upper, lower = vwap +-
 * deviations sqrt(sum of volume (p - vwap)^2 / sum of volume); p as chosen, its plain mean where
 * there was no volume.
 *
 * Columns: `upper`, `vwap`, `lower`.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const rollingVwap: IndicatorFunction<
  'open' | 'high' | 'low' | 'close' | 'volume',
  RollingVwapOptions,
  'upper' | 'vwap' | 'lower'
> = defineIndicator(rollingVwapShape)

/** {@link rollingVwap} bar by bar, with the same bits. */
export class RollingVwap extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close' | 'volume',
  'upper' | 'vwap' | 'lower'
> {
  constructor(options: RollingVwapOptions = {}) {
    super(rollingVwapShape, options)
  }
}

const rvolShape = { name: 'rvol', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link rvol}. */
export type RvolOptions = {
  /** Bars averaged, the one in hand not among them, whole, 1 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Relative volume: the volume of a bar over the mean of the bars before it.
 *
 * Formula: volume[t] / mean of volume[t-period] ... volume[t-1]; 0 where that is 0.
 *
 * RVOL of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const rvol: IndicatorFunction<'value', RvolOptions, 'value'> = defineIndicator(rvolShape)

/** {@link rvol} bar by bar, with the same bits. */
export class Rvol extends StreamingIndicator<'value', 'value'> {
  constructor(options: RvolOptions = {}) {
    super(rvolShape, options)
  }
}

const sessionVwapShape = {
  name: 'session-vwap',
  inputs: ['high', 'low', 'close', 'volume', 'session'],
  outputs: ['upper', 'vwap', 'lower'],
  write: (
    buffer: Float64Array,
    bar: BarInput<'high' | 'low' | 'close' | 'volume' | 'session'>,
  ): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
    buffer[3] = bar.volume
    buffer[4] = bar.session
  },
  read: (buffer: Float64Array): BarOutput<'upper' | 'vwap' | 'lower'> => ({
    upper: buffer[5] as number,
    vwap: buffer[6] as number,
    lower: buffer[7] as number,
  }),
} as const

/** Options of {@link sessionVwap}. */
export type SessionVwapOptions = {
  /** Deviations from the average to a band, 0 to 1000000. Default 2. */
  readonly deviations?: number
}

/**
 * Volume-weighted average price since the session began, and bands some weighted deviations around
 * it.
 *
 * Formula: vwap = sum of volume p / sum of volume since the number in the column session last
 * changed, p = (high + low + close) / 3; upper, lower = vwap +- deviations sqrt(sum of volume (p -
 * vwap)^2 / sum of volume); p itself while there was no volume.
 *
 * Columns: `upper`, `vwap`, `lower`.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const sessionVwap: IndicatorFunction<
  'high' | 'low' | 'close' | 'volume' | 'session',
  SessionVwapOptions,
  'upper' | 'vwap' | 'lower'
> = defineIndicator(sessionVwapShape)

/** {@link sessionVwap} bar by bar, with the same bits. */
export class SessionVwap extends StreamingIndicator<
  'high' | 'low' | 'close' | 'volume' | 'session',
  'upper' | 'vwap' | 'lower'
> {
  constructor(options: SessionVwapOptions = {}) {
    super(sessionVwapShape, options)
  }
}

const tradingviewObvShape = {
  name: 'tradingview-obv',
  inputs: ['close', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'close' | 'volume'>): void => {
    buffer[0] = bar.close
    buffer[1] = bar.volume
  },
} as const

/**
 * On-balance volume as TradingView counts it: from 0, without the volume of the first bar.
 *
 * Formula: sum of sign(close - previous close) * volume.
 *
 * Source: Pine Script reference, ta.obv.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tradingviewObv: IndicatorFunction<'close' | 'volume', object, 'value'> =
  defineIndicator(tradingviewObvShape)

/** {@link tradingviewObv} bar by bar, with the same bits. */
export class TradingviewObv extends StreamingIndicator<'close' | 'volume', 'value'> {
  constructor() {
    super(tradingviewObvShape, {})
  }
}

const twiggsMoneyFlowShape = {
  name: 'twiggs-money-flow',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close' | 'volume'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
    buffer[3] = bar.volume
  },
} as const

/** Options of {@link twiggsMoneyFlow}. */
export type TwiggsMoneyFlowOptions = {
  /** Bars smoothed, by Wilder's method, whole, 1 to 100000. Default 21. */
  readonly period?: number
}

/**
 * Twiggs money flow: Chaikin money flow over true ranges and with smoothed sums, -1 to 1.
 *
 * Formula: rma(volume (2 close - h - l) / (h - l), period) / rma(volume, period), h = max(high,
 * close[t-1]), l = min(low, close[t-1]); a bar without range adds nothing, 0 where there is no
 * volume.
 *
 * Source: Twiggs.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const twiggsMoneyFlow: IndicatorFunction<
  'high' | 'low' | 'close' | 'volume',
  TwiggsMoneyFlowOptions,
  'value'
> = defineIndicator(twiggsMoneyFlowShape)

/** {@link twiggsMoneyFlow} bar by bar, with the same bits. */
export class TwiggsMoneyFlow extends StreamingIndicator<
  'high' | 'low' | 'close' | 'volume',
  'value'
> {
  constructor(options: TwiggsMoneyFlowOptions = {}) {
    super(twiggsMoneyFlowShape, options)
  }
}

const volumeProfileShape = {
  name: 'volume-profile',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['poc', 'valueHigh', 'valueLow'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close' | 'volume'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
    buffer[3] = bar.volume
  },
  read: (buffer: Float64Array): BarOutput<'poc' | 'valueHigh' | 'valueLow'> => ({
    poc: buffer[4] as number,
    valueHigh: buffer[5] as number,
    valueLow: buffer[6] as number,
  }),
} as const

/** Options of {@link volumeProfile}. */
export type VolumeProfileOptions = {
  /** Bars taken together, whole, 1 to 100000. Default 100. */
  readonly period?: number
  /** Parts of the range, whole, 1 to 100000. Default 24. */
  readonly bins?: number
  /** Share of the volume that the value area holds at least, 0 to 1. Default 0.7. */
  readonly share?: number
}

/**
 * Rolling volume profile: the price at which most was traded, and the area around it that holds
 * most of the volume.
 *
 * Formula: the range of the last `period` bars in `bins` equal parts, the volume of a bar counting
 * where (high + low + close) / 3 lies; poc = middle of the part with most volume (the lowest of
 * equal ones), valueHigh, valueLow = ends of the run of parts around it, grown by the fuller
 * neighbour (the upper of equal ones) until it holds `share` of all.
 *
 * Columns: `poc`, `valueHigh`, `valueLow`.
 *
 * Source: Steidlmayer, Market Profile (1984).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const volumeProfile: IndicatorFunction<
  'high' | 'low' | 'close' | 'volume',
  VolumeProfileOptions,
  'poc' | 'valueHigh' | 'valueLow'
> = defineIndicator(volumeProfileShape)

/** {@link volumeProfile} bar by bar, with the same bits. */
export class VolumeProfile extends StreamingIndicator<
  'high' | 'low' | 'close' | 'volume',
  'poc' | 'valueHigh' | 'valueLow'
> {
  constructor(options: VolumeProfileOptions = {}) {
    super(volumeProfileShape, options)
  }
}

const volumeZoneOscillatorShape = {
  name: 'volume-zone-oscillator',
  inputs: ['close', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'close' | 'volume'>): void => {
    buffer[0] = bar.close
    buffer[1] = bar.volume
  },
} as const

/** Options of {@link volumeZoneOscillator}. */
export type VolumeZoneOscillatorOptions = {
  /** Period of both averages, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Volume zone oscillator: volume signed by the change of the close, smoothed, over smoothed volume,
 * -100 to 100.
 *
 * Formula: 100 ema(sign(close[t] - close[t-1]) volume, period) / ema(volume, period); 0 where that
 * is 0.
 *
 * Source: Khalil, Volume Zone Oscillator, Stocks & Commodities 29 (2011).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const volumeZoneOscillator: IndicatorFunction<
  'close' | 'volume',
  VolumeZoneOscillatorOptions,
  'value'
> = defineIndicator(volumeZoneOscillatorShape)

/** {@link volumeZoneOscillator} bar by bar, with the same bits. */
export class VolumeZoneOscillator extends StreamingIndicator<'close' | 'volume', 'value'> {
  constructor(options: VolumeZoneOscillatorOptions = {}) {
    super(volumeZoneOscillatorShape, options)
  }
}

const vwapShape = {
  name: 'vwap',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close' | 'volume'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
    buffer[3] = bar.volume
  },
} as const

/**
 * Volume-weighted average price from the first bar on.
 *
 * Formula: sum of volume (high + low + close) / 3 / sum of volume, from the first bar.
 *
 * VWAP of TA-Lib.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const vwap: IndicatorFunction<'high' | 'low' | 'close' | 'volume', object, 'value'> =
  defineIndicator(vwapShape)

/** {@link vwap} bar by bar, with the same bits. */
export class Vwap extends StreamingIndicator<'high' | 'low' | 'close' | 'volume', 'value'> {
  constructor() {
    super(vwapShape, {})
  }
}
