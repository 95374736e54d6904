// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { type BarInput, StreamingIndicator } from '../streaming-indicator.ts'

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
