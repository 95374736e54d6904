// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { StreamingIndicator } from '../streaming-indicator.ts'

const atrShape = { name: 'atr', inputs: ['high', 'low', 'close'], outputs: ['value'] } as const

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

const natrShape = { name: 'natr', inputs: ['high', 'low', 'close'], outputs: ['value'] } as const

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

const trueRangeShape = {
  name: 'true-range',
  inputs: ['high', 'low', 'close'],
  outputs: ['value'],
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
