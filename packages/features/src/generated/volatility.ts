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

const choppinessShape = {
  name: 'choppiness',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/** Options of {@link choppiness}. */
export type ChoppinessOptions = {
  /** Bars taken together, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Choppiness index: how much of the way prices went was to and fro, up to 100.
 *
 * Formula: 100 log10(sum of true range over `period` bars / (highest high - lowest low)) /
 * log10(period), the true range of the first bar being high - low; 0 where there is no range.
 *
 * Source: Dreiss.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const choppiness: IndicatorFunction<'high' | 'low' | 'close', ChoppinessOptions, 'value'> =
  defineIndicator(choppinessShape)

/** {@link choppiness} bar by bar, with the same bits. */
export class Choppiness extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor(options: ChoppinessOptions = {}) {
    super(choppinessShape, options)
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

const garmanKlassShape = {
  name: 'garman-klass',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/** Options of {@link garmanKlass}. */
export type GarmanKlassOptions = {
  /** Bars averaged, whole, 1 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Garman-Klass volatility: from open, high, low and close, without a trend or gaps; not annualised.
 *
 * Formula: sqrt(mean over `period` bars of ln(h/l)^2 / 2 - (2 ln 2 - 1) ln(c/o)^2); a logarithm of
 * what is not positive is 0, and so is the mean where it is negative.
 *
 * Source: Garman and Klass, On the Estimation of Security Price Volatilities (1980).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const garmanKlass: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  GarmanKlassOptions,
  'value'
> = defineIndicator(garmanKlassShape)

/** {@link garmanKlass} bar by bar, with the same bits. */
export class GarmanKlass extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor(options: GarmanKlassOptions = {}) {
    super(garmanKlassShape, options)
  }
}

const historicalVolatilityShape = {
  name: 'historical-volatility',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link historicalVolatility}. */
export type HistoricalVolatilityOptions = {
  /** Returns taken together, whole, 2 to 100000. Default 20. */
  readonly period?: number
  /** Bars of a year, 1 to 10000000. Default 252. */
  readonly barsPerYear?: number
}

/**
 * Historical volatility: the standard deviation of log returns, annualised.
 *
 * Formula: sd(ln(x[t] / x[t-1])) sqrt(barsPerYear) over the last `period` returns, sd dividing by n
 * - 1; a logarithm of what is not positive is 0.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const historicalVolatility: IndicatorFunction<
  'value',
  HistoricalVolatilityOptions,
  'value'
> = defineIndicator(historicalVolatilityShape)

/** {@link historicalVolatility} bar by bar, with the same bits. */
export class HistoricalVolatility extends StreamingIndicator<'value', 'value'> {
  constructor(options: HistoricalVolatilityOptions = {}) {
    super(historicalVolatilityShape, options)
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

const parkinsonShape = {
  name: 'parkinson',
  inputs: ['high', 'low'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
  },
} as const

/** Options of {@link parkinson}. */
export type ParkinsonOptions = {
  /** Bars averaged, whole, 1 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Parkinson volatility: from high and low; not annualised.
 *
 * Formula: sqrt(mean over `period` bars of ln(high / low)^2 / (4 ln 2)); a logarithm of what is not
 * positive is 0.
 *
 * Source: Parkinson, The Extreme Value Method for Estimating the Variance of the Rate of Return
 * (1980).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const parkinson: IndicatorFunction<'high' | 'low', ParkinsonOptions, 'value'> =
  defineIndicator(parkinsonShape)

/** {@link parkinson} bar by bar, with the same bits. */
export class Parkinson extends StreamingIndicator<'high' | 'low', 'value'> {
  constructor(options: ParkinsonOptions = {}) {
    super(parkinsonShape, options)
  }
}

const rogersSatchellShape = {
  name: 'rogers-satchell',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/** Options of {@link rogersSatchell}. */
export type RogersSatchellOptions = {
  /** Bars averaged, whole, 1 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Rogers-Satchell volatility: from open, high, low and close, right under a trend too; not
 * annualised.
 *
 * Formula: sqrt(mean over `period` bars of ln(h/c) ln(h/o) + ln(l/c) ln(l/o)); a logarithm of what
 * is not positive is 0.
 *
 * Source: Rogers and Satchell, Estimating Variance from High, Low and Closing Prices (1991).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const rogersSatchell: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  RogersSatchellOptions,
  'value'
> = defineIndicator(rogersSatchellShape)

/** {@link rogersSatchell} bar by bar, with the same bits. */
export class RogersSatchell extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor(options: RogersSatchellOptions = {}) {
    super(rogersSatchellShape, options)
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

const tradingviewAtrShape = {
  name: 'tradingview-atr',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.high
    buffer[1] = bar.low
    buffer[2] = bar.close
  },
} as const

/** Options of {@link tradingviewAtr}. */
export type TradingviewAtrOptions = {
  /** Ranges smoothed, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Average true range as TradingView computes it: the range of the first bar, high - low, counts
 * too.
 *
 * Formula: rma(true range), the first one high - low, rma being Wilder's smoothing from the average
 * of the first `period` values.
 *
 * Source: Pine Script reference, ta.atr.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tradingviewAtr: IndicatorFunction<
  'high' | 'low' | 'close',
  TradingviewAtrOptions,
  'value'
> = defineIndicator(tradingviewAtrShape)

/** {@link tradingviewAtr} bar by bar, with the same bits. */
export class TradingviewAtr extends StreamingIndicator<'high' | 'low' | 'close', 'value'> {
  constructor(options: TradingviewAtrOptions = {}) {
    super(tradingviewAtrShape, options)
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

const ulcerIndexShape = { name: 'ulcer-index', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link ulcerIndex}. */
export type UlcerIndexOptions = {
  /** Values of the high, and falls averaged, whole, 1 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Ulcer index: how deep and how long prices lay below their recent high, in percent.
 *
 * Formula: sqrt(mean over `period` bars of (100 (x[t] - highest) / highest)^2), highest of the last
 * `period` values; 0 where that is 0.
 *
 * Source: Martin and McCann, The Investor's Guide to Fidelity Funds (1989).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const ulcerIndex: IndicatorFunction<'value', UlcerIndexOptions, 'value'> =
  defineIndicator(ulcerIndexShape)

/** {@link ulcerIndex} bar by bar, with the same bits. */
export class UlcerIndex extends StreamingIndicator<'value', 'value'> {
  constructor(options: UlcerIndexOptions = {}) {
    super(ulcerIndexShape, options)
  }
}

const williamsVixFixShape = {
  name: 'williams-vix-fix',
  inputs: ['low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'low' | 'close'>): void => {
    buffer[0] = bar.low
    buffer[1] = bar.close
  },
} as const

/** Options of {@link williamsVixFix}. */
export type WilliamsVixFixOptions = {
  /** Closes of which the highest is taken, whole, 1 to 100000. Default 22. */
  readonly period?: number
}

/**
 * Williams VIX fix: how far the low is below the highest close of late, in percent.
 *
 * Formula: 100 (highest close - low) / highest close over `period` bars; 0 where that is 0.
 *
 * Source: Williams, Active Trader (2007).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const williamsVixFix: IndicatorFunction<'low' | 'close', WilliamsVixFixOptions, 'value'> =
  defineIndicator(williamsVixFixShape)

/** {@link williamsVixFix} bar by bar, with the same bits. */
export class WilliamsVixFix extends StreamingIndicator<'low' | 'close', 'value'> {
  constructor(options: WilliamsVixFixOptions = {}) {
    super(williamsVixFixShape, options)
  }
}

const yangZhangShape = {
  name: 'yang-zhang',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/** Options of {@link yangZhang}. */
export type YangZhangOptions = {
  /** Bars taken together, whole, 2 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Yang-Zhang volatility: from gaps, open to close and range, right under a trend and with gaps; not
 * annualised.
 *
 * Formula: sqrt(var(ln(o[t]/c[t-1])) + k var(ln(c/o)) + (1 - k) mean Rogers-Satchell variance) over
 * `period` bars, var dividing by n - 1, k = 0.34 / (1.34 + (n + 1) / (n - 1)); a logarithm of what
 * is not positive is 0.
 *
 * Source: Yang and Zhang, Drift-Independent Volatility Estimation, Journal of Business 73 (2000).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const yangZhang: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  YangZhangOptions,
  'value'
> = defineIndicator(yangZhangShape)

/** {@link yangZhang} bar by bar, with the same bits. */
export class YangZhang extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor(options: YangZhangOptions = {}) {
    super(yangZhangShape, options)
  }
}
