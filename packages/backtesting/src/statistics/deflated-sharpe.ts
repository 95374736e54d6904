import { independentTrials, sharpeGate, type SharpeGate } from '@neural-trader/engine'

import { checkConfidence, checkNumber, trialRows } from './checks.ts'

/** The other tries behind the best one. */
export type DeflatedSharpeOptions = {
  /** Sharpe ratios of **one period** of all trials, the best included; NaN of those without risk. */
  readonly trialSharpes: Float64Array
  /** Trials to count instead: more where earlier sweeps were tried too. */
  readonly trials?: number
  /** Sharpe ratio of one period that no skill has already. Default 0. */
  readonly benchmark?: number
  /** What the gate asks for. Default 0.95. */
  readonly confidence?: number
}

/**
 * What became of the best of several trials: `passed` where `deflatedSharpe`, the confidence that it
 * has skill after what selection alone brings, reaches the confidence asked for. Sharpe ratios are of
 * one period; `minimumTrackRecord` counts periods, and is infinite where none are enough.
 */
export type DeflatedSharpe = Readonly<SharpeGate>

/**
 * Deflated Sharpe ratio of the best of many trials (Bailey and López de Prado, 2014). NaN, and not
 * passed, where the best has no Sharpe ratio.
 *
 * @param returns Of the best trial, a fraction a period.
 * @throws NeuralTraderError `INVALID_ARGUMENT`, `DATA_EMPTY`, `DATA_NOT_FINITE`.
 */
export function deflatedSharpe(
  returns: Float64Array,
  { trialSharpes, trials, benchmark = 0, confidence = 0.95 }: DeflatedSharpeOptions,
): DeflatedSharpe {
  checkConfidence(confidence)
  checkNumber('benchmark', benchmark)
  if (trials !== undefined) checkNumber('trials', trials, 1)
  return sharpeGate(returns, { sharpes: trialSharpes, trials, benchmark, confidence })
}

/**
 * How many independent trials these rows of returns amount to, from their mean correlation; NaN
 * where none took a risk.
 *
 * @throws NeuralTraderError `DATA_EMPTY`, `DATA_LENGTH_MISMATCH`, `DATA_NOT_FINITE`.
 */
export function effectiveTrials(trials: readonly Float64Array[]): number {
  return independentTrials(trialRows(trials))
}
