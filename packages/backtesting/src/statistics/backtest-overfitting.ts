import { runOverfitting } from '@neural-trader/engine'

import { checkWhole, trialRows } from './checks.ts'
import { controlOf, type LongWork } from './long-work.ts'

/** How the history is cut. */
export type OverfittingOptions = LongWork & {
  /** Stretches, an even number from 2 to 20. Default 16: 12,870 splits. */
  readonly splits?: number
}

/** What choosing the best in half of the history is worth in the other half. */
export type BacktestOverfitting = {
  /** Share of splits in which the best in sample is not above the median out of sample. */
  readonly probability: number
  /** Share of splits in which it loses out of sample. */
  readonly probabilityOfLoss: number
  /** The line of the Sharpe ratio out of sample on that in sample; NaN where the latter is constant. */
  readonly slope: number
  readonly intercept: number
  readonly rSquared: number
  /** By split: the logit of the rank out of sample, and the Sharpe ratios of one period. */
  readonly logits: Float64Array
  readonly inSample: Float64Array
  readonly outOfSample: Float64Array
}

/**
 * Probability of backtest overfitting by combinatorially symmetric cross-validation (Bailey, Borwein,
 * López de Prado and Zhu, 2017), off the event loop.
 *
 * @param trials Returns of each trial over the same bars.
 * @throws NeuralTraderError `INVALID_ARGUMENT`, `DATA_EMPTY`, `DATA_LENGTH_MISMATCH`,
 * `DATA_NOT_FINITE`, `CANCELLED`.
 */
export async function backtestOverfitting(
  trials: readonly Float64Array[],
  { splits = 16, ...work }: OverfittingOptions = {},
): Promise<BacktestOverfitting> {
  checkWhole('splits', splits, 2, 20)
  return runOverfitting(trialRows(trials), splits, controlOf(work))
}
