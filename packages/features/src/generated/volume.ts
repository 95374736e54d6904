// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { StreamingIndicator } from '../streaming-indicator.ts'

const adShape = {
  name: 'ad',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['value'],
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

const obvShape = { name: 'obv', inputs: ['close', 'volume'], outputs: ['value'] } as const

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
