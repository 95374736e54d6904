// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { type BarInput, StreamingIndicator } from '../streaming-indicator.ts'

const cdlDojiShape = {
  name: 'cdl-doji',
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
 * Doji: open and close are about equal.
 *
 * Formula: 100 where |close - open| <= 0.1 of the mean range of the 10 bars before, else 0.
 *
 * CDLDOJI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlDoji: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlDojiShape)

/** {@link cdlDoji} bar by bar, with the same bits. */
export class CdlDoji extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlDojiShape, {})
  }
}
