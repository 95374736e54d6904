// Written by `npm run features` from the functions of the profile tradingview.
import { profileCall, type ProfileCall } from '../profiles/profile-call.ts'
import { tradingviewFunction } from '../profiles/tradingview-functions.ts'

/**
 * Accumulation/distribution line. The indicator `ad`.
 */
export const accdist = profileCall(() => tradingviewFunction('accdist')) as ProfileCall<
  'high' | 'low' | 'close' | 'volume',
  object,
  { readonly value: 'real' }
>

/**
 * Arnaud Legoux moving average; its curve may peak between two values. The indicator `alma`.
 */
export const alma = profileCall(() => tradingviewFunction('alma')) as ProfileCall<
  'value',
  {
    readonly length: number
    /** Default 0.85. */
    readonly offset?: number
    /** Default 6. */
    readonly sigma?: number
  },
  { readonly value: 'real' }
>

/**
 * Average true range. The indicator `tradingview-atr`.
 */
export const atr = profileCall(() => tradingviewFunction('atr')) as ProfileCall<
  'high' | 'low' | 'close',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Bollinger bands. The indicator `bollinger-bands`.
 */
export const bb = profileCall(() => tradingviewFunction('bb')) as ProfileCall<
  'value',
  { readonly length: number; readonly mult: number },
  { readonly middle: 'real'; readonly upper: 'real'; readonly lower: 'real' }
>

/**
 * Commodity channel index of a series. The indicator `cci`.
 */
export const cci = profileCall(() => tradingviewFunction('cci')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Change over some bars. The indicator `mom`.
 */
export const change = profileCall(() => tradingviewFunction('change')) as ProfileCall<
  'value',
  {
    /** Default 1. */
    readonly length?: number
  },
  { readonly value: 'real' }
>

/**
 * Chande momentum oscillator. The indicator `cmou`.
 */
export const cmo = profileCall(() => tradingviewFunction('cmo')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Center of gravity. The indicator `tradingview-center-of-gravity`.
 */
export const cog = profileCall(() => tradingviewFunction('cog')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Correlation of two series. The indicator `correl`.
 */
export const correlation = profileCall(() => tradingviewFunction('correlation')) as ProfileCall<
  'value1' | 'value2',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Sum of all values so far. The indicator `cumsum`.
 */
export const cum = profileCall(() => tradingviewFunction('cum')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Mean distance from the simple average. The indicator `avgdev`.
 */
export const dev = profileCall(() => tradingviewFunction('dev')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Directional movement index. The indicators `tradingview-di` and `tradingview-adx`.
 */
export const dmi = profileCall(() => tradingviewFunction('dmi')) as ProfileCall<
  'high' | 'low' | 'close',
  { readonly diLength: number; readonly adxSmoothing: number },
  { readonly plus: 'real'; readonly minus: 'real'; readonly adx: 'real' }
>

/**
 * Exponential moving average. The indicator `tradingview-ema`.
 */
export const ema = profileCall(() => tradingviewFunction('ema')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Highest value. The indicator `highest`.
 */
export const highest = profileCall(() => tradingviewFunction('highest')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Hull moving average. The indicator `hma`.
 */
export const hma = profileCall(() => tradingviewFunction('hma')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Keltner channel, with true ranges. The indicators `tradingview-ema` and `tradingview-keltner`.
 */
export const kc = profileCall(() => tradingviewFunction('kc')) as ProfileCall<
  'value' | 'high' | 'low' | 'close',
  { readonly length: number; readonly mult: number },
  { readonly middle: 'real'; readonly upper: 'real'; readonly lower: 'real' }
>

/**
 * Linear regression, some bars before the last. The indicator `tradingview-linear-regression`.
 */
export const linreg = profileCall(() => tradingviewFunction('linreg')) as ProfileCall<
  'value',
  {
    readonly length: number
    /** Default 0. */
    readonly offset?: number
  },
  { readonly value: 'real' }
>

/**
 * Lowest value. The indicator `lowest`.
 */
export const lowest = profileCall(() => tradingviewFunction('lowest')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Moving average convergence/divergence. The indicator `tradingview-macd`.
 */
export const macd = profileCall(() => tradingviewFunction('macd')) as ProfileCall<
  'value',
  { readonly fastLength: number; readonly slowLength: number; readonly signalLength: number },
  { readonly macd: 'real'; readonly signal: 'real'; readonly histogram: 'real' }
>

/**
 * Median. The indicator `median`.
 */
export const median = profileCall(() => tradingviewFunction('median')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Money flow index of a series. The indicator `mfi`.
 */
export const mfi = profileCall(() => tradingviewFunction('mfi')) as ProfileCall<
  'value' | 'volume',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Momentum. The indicator `mom`.
 */
export const mom = profileCall(() => tradingviewFunction('mom')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * On-balance volume. The indicator `tradingview-obv`.
 */
export const obv = profileCall(() => tradingviewFunction('obv')) as ProfileCall<
  'close' | 'volume',
  object,
  { readonly value: 'real' }
>

/**
 * Percent of the values before that are less or equal. The indicator `tradingview-percent-rank`.
 */
export const percentrank = profileCall(() => tradingviewFunction('percentrank')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Price-volume trend. The indicator `pvt`.
 */
export const pvt = profileCall(() => tradingviewFunction('pvt')) as ProfileCall<
  'close' | 'volume',
  object,
  { readonly value: 'real' }
>

/**
 * Wilder's moving average. The indicator `rma`.
 */
export const rma = profileCall(() => tradingviewFunction('rma')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Rate of change, percent. The indicator `roc`.
 */
export const roc = profileCall(() => tradingviewFunction('roc')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Relative strength index. The indicator `rsi`.
 */
export const rsi = profileCall(() => tradingviewFunction('rsi')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Parabolic stop and reverse. The indicator `tradingview-sar`.
 */
export const sar = profileCall(() => tradingviewFunction('sar')) as ProfileCall<
  'high' | 'low' | 'close',
  { readonly start: number; readonly inc: number; readonly max: number },
  { readonly value: 'real' }
>

/**
 * Simple moving average. The indicator `sma`.
 */
export const sma = profileCall(() => tradingviewFunction('sma')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Standard deviation of a population. The indicator `stddev`.
 */
export const stdev = profileCall(() => tradingviewFunction('stdev')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Stochastic: where a series lies in the range. The indicator `stochf`.
 */
export const stoch = profileCall(() => tradingviewFunction('stoch')) as ProfileCall<
  'high' | 'low' | 'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Supertrend; a direction of -1 is up. The indicator `tradingview-supertrend`.
 */
export const supertrend = profileCall(() => tradingviewFunction('supertrend')) as ProfileCall<
  'high' | 'low' | 'close',
  { readonly factor: number; readonly atrPeriod: number },
  { readonly supertrend: 'real'; readonly direction: 'real' }
>

/**
 * Symmetrically weighted average of four values. The indicator `swma`.
 */
export const swma = profileCall(() => tradingviewFunction('swma')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * True range. The indicator `true-range`.
 */
export const tr = profileCall(() => tradingviewFunction('tr')) as ProfileCall<
  'high' | 'low' | 'close',
  object,
  { readonly value: 'real' }
>

/**
 * True strength index, -1 to 1. The indicator `tradingview-tsi`.
 */
export const tsi = profileCall(() => tradingviewFunction('tsi')) as ProfileCall<
  'value',
  { readonly shortLength: number; readonly longLength: number },
  { readonly value: 'real' }
>

/**
 * Variance of a population. The indicator `variance`.
 */
export const variance = profileCall(() => tradingviewFunction('variance')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Volume-weighted moving average. The indicator `vwma`.
 */
export const vwma = profileCall(() => tradingviewFunction('vwma')) as ProfileCall<
  'value' | 'volume',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Weighted moving average. The indicator `wma`.
 */
export const wma = profileCall(() => tradingviewFunction('wma')) as ProfileCall<
  'value',
  { readonly length: number },
  { readonly value: 'real' }
>

/**
 * Williams %R. The indicator `willr`.
 */
export const wpr = profileCall(() => tradingviewFunction('wpr')) as ProfileCall<
  'high' | 'low' | 'close',
  { readonly length: number },
  { readonly value: 'real' }
>
