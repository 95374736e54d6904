import { runRealityCheck } from '@neural-trader/engine'

import { checkNumber, checkWhole, trialRows } from './checks.ts'
import { controlOf, type LongWork } from './long-work.ts'

/** Against what, and how resamples are drawn. */
export type RealityCheckOptions = LongWork & {
  /** Returns over the same bars. Default: 0 throughout. */
  readonly benchmark?: Float64Array
  /** Default 0. */
  readonly seed?: number
  /** Default 1,000. */
  readonly resamples?: number
  /** Mean length of blocks in bars. Default: from the returns. */
  readonly blockLength?: number
}

/** Whether the best of several trials beats the benchmark by more than search and chance give. */
export type RealityCheck = {
  /** White's p-value. */
  readonly realityCheck: number
  /** Hansen's consistent p-value, the one to quote, and its bounds; NaN where no trial differs. */
  readonly consistent: number
  readonly lower: number
  readonly upper: number
  /** Row of the trial with the highest mean excess return, and that mean, of a bar. */
  readonly best: number
  readonly bestMean: number
  /** Mean length of the blocks that were drawn. */
  readonly blockLength: number
}

/**
 * White's reality check (2000) and Hansen's test for superior predictive ability (2005) by the
 * stationary bootstrap, off the event loop. The same bits for a seed.
 *
 * @param trials Returns of each trial over the same bars, at least 8.
 * @throws NeuralTraderError `INVALID_ARGUMENT`, `DATA_EMPTY`, `DATA_LENGTH_MISMATCH`,
 * `DATA_NOT_FINITE`, `CANCELLED`.
 */
export async function realityCheck(
  trials: readonly Float64Array[],
  options: RealityCheckOptions = {},
): Promise<RealityCheck> {
  const { seed = 0, resamples = 1000, blockLength, benchmark = new Float64Array(0) } = options
  checkWhole('seed', seed, 0)
  checkWhole('resamples', resamples, 1)
  if (blockLength !== undefined) checkNumber('blockLength', blockLength, 1)
  const drawn = { benchmark, seed, resamples, blockLength }
  return runRealityCheck(trialRows(trials), drawn, controlOf(options))
}
