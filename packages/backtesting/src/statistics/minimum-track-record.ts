import { trackRecord } from '@neural-trader/engine'

import { checkConfidence, checkNumber } from './checks.ts'

/** Against what, and how surely. */
export type TrackRecordOptions = {
  /** Sharpe ratio of one period. Default 0. */
  readonly benchmark?: number
  /** Default 0.95. */
  readonly confidence?: number
}

/**
 * How many returns a Sharpe ratio like that of these must last for before it exceeds the benchmark
 * with this confidence (Bailey and López de Prado, 2012). Infinite at or below the benchmark, NaN
 * without a Sharpe ratio.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT`, `DATA_EMPTY`, `DATA_NOT_FINITE`.
 */
export function minimumTrackRecord(
  returns: Float64Array,
  { benchmark = 0, confidence = 0.95 }: TrackRecordOptions = {},
): number {
  checkNumber('benchmark', benchmark)
  checkConfidence(confidence)
  return trackRecord(returns, benchmark, confidence)
}
