import { runIntervals } from '@neural-trader/engine'

import { checkConfidence, checkWhole } from './checks.ts'
import { controlOf, type LongWork } from './long-work.ts'
import { returnColumns, type ReturnOptions } from './return-conventions.ts'

/** How surely, and how resamples are drawn. */
export type IntervalOptions = LongWork &
  ReturnOptions & {
    /** Default 0.95. */
    readonly confidence?: number
    /** Default 0. */
    readonly seed?: number
    /** At least 100. Default 2,000. */
    readonly resamples?: number
    /** Length of blocks in periods. Default: from the returns. */
    readonly blockLength?: number
  }

/** The measures that have intervals. */
export type HeadlineMeasure =
  | 'sharpeRatio'
  | 'sortinoRatio'
  | 'annualReturn'
  | 'annualVolatility'
  | 'cagr'
  | 'omegaRatio'
  | 'totalReturn'
  | 'maxDrawdown'
  | 'calmarRatio'

/** An interval around a measure; bounds are NaN where it is undefined. */
export type ConfidenceInterval = {
  readonly measure: HeadlineMeasure
  /** In the returns as they were. */
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  /** `percentile` intervals are of what another history of this length would show. */
  readonly method: 'studentised' | 'bca' | 'percentile'
  /** Share of resamples in which the measure was undefined; they are left out. */
  readonly undefined: number
}

/** Intervals of all of them, and the length of the blocks that were drawn. */
export type ConfidenceIntervals = {
  readonly intervals: readonly ConfidenceInterval[]
  readonly blockLength: number
}

/**
 * Confidence intervals of the headline measures by the block bootstrap, off the event loop. The same
 * bits for a seed.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT`, `DATA_EMPTY`, `DATA_NOT_FINITE`,
 * `DATA_LENGTH_MISMATCH`, `DATA_UNSORTED`, `CANCELLED`.
 */
export async function confidenceIntervals(
  returns: Float64Array,
  options: IntervalOptions = {},
): Promise<ConfidenceIntervals> {
  const { confidence = 0.95, seed = 0, resamples = 2000, blockLength } = options
  checkConfidence(confidence)
  checkWhole('seed', seed, 0)
  checkWhole('resamples', resamples, 100)
  if (blockLength !== undefined) checkWhole('blockLength', blockLength, 1)
  const drawn = { confidence, seed, resamples, blockLength }
  const made = await runIntervals(returnColumns(returns, options), drawn, controlOf(options))
  return { intervals: made.rows as ConfidenceInterval[], blockLength: made.blockLength }
}
