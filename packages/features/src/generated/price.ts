// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { type BarInput, type BarOutput, StreamingIndicator } from '../streaming-indicator.ts'

const avgdevShape = { name: 'avgdev', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link avgdev}. */
export type AvgdevOptions = {
  /** Values taken together, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Average deviation: the mean distance of the last values from their mean.
 *
 * Formula: sum of |x[i] - mean| / period.
 *
 * AVGDEV of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const avgdev: IndicatorFunction<'value', AvgdevOptions, 'value'> =
  defineIndicator(avgdevShape)

/** {@link avgdev} bar by bar, with the same bits. */
export class Avgdev extends StreamingIndicator<'value', 'value'> {
  constructor(options: AvgdevOptions = {}) {
    super(avgdevShape, options)
  }
}

const avgpriceShape = {
  name: 'avgprice',
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
 * Average price of a bar.
 *
 * Formula: (open + high + low + close) / 4.
 *
 * AVGPRICE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const avgprice: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(avgpriceShape)

/** {@link avgprice} bar by bar, with the same bits. */
export class Avgprice extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(avgpriceShape, {})
  }
}

const heikinAshiShape = {
  name: 'heikin-ashi',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['open', 'high', 'low', 'close'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
  read: (buffer: Float64Array): BarOutput<'open' | 'high' | 'low' | 'close'> => ({
    open: buffer[4] as number,
    high: buffer[5] as number,
    low: buffer[6] as number,
    close: buffer[7] as number,
  }),
} as const

/**
 * Heikin-Ashi: candles averaged so that a trend keeps one colour.
 *
 * Formula: haClose = (open + high + low + close) / 4; haOpen[t] = (haOpen[t-1] + haClose[t-1]) / 2,
 * from (open + close) / 2; haHigh, haLow = the extremes of high, low and both.
 *
 * Columns: `open`, `high`, `low`, `close`.
 *
 * Source: Valcu, Using the Heikin-Ashi Technique, Stocks & Commodities 22 (2004).
 *
 * HA of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const heikinAshi: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'open' | 'high' | 'low' | 'close'
> = defineIndicator(heikinAshiShape)

/** {@link heikinAshi} bar by bar, with the same bits. */
export class HeikinAshi extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'open' | 'high' | 'low' | 'close'
> {
  constructor() {
    super(heikinAshiShape, {})
  }
}

const medpriceShape = {
  name: 'medprice',
  inputs: ['high', 'low'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
} as const

/**
 * Median price of a bar: the middle of its range.
 *
 * Formula: (high + low) / 2.
 *
 * MEDPRICE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const medprice: IndicatorFunction<'high' | 'low', object, 'value'> =
  defineIndicator(medpriceShape)

/** {@link medprice} bar by bar, with the same bits. */
export class Medprice extends StreamingIndicator<'high' | 'low', 'value'> {
  constructor() {
    super(medpriceShape, {})
  }
}

const typpriceShape = {
  name: 'typprice',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/**
 * Typical price of a bar.
 *
 * Formula: (high + low + close) / 3.
 *
 * TYPPRICE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const typprice: IndicatorFunction<'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(typpriceShape)

/** {@link typprice} bar by bar, with the same bits. */
export class Typprice extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(typpriceShape, {})
  }
}

const wclpriceShape = {
  name: 'wclprice',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/**
 * Weighted close price of a bar: the close counts twice.
 *
 * Formula: (high + low + 2 close) / 4.
 *
 * WCLPRICE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const wclprice: IndicatorFunction<'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(wclpriceShape)

/** {@link wclprice} bar by bar, with the same bits. */
export class Wclprice extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(wclpriceShape, {})
  }
}
