import { sharpeConfidence } from '@neural-trader/engine'

import { checkNumber } from './checks.ts'

/**
 * Probabilistic Sharpe ratio (Bailey and López de Prado, 2012): the confidence that the true Sharpe
 * ratio exceeds `benchmark`, both of **one period**. NaN with fewer than two returns or no deviation.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT`, `DATA_EMPTY`, `DATA_NOT_FINITE`.
 */
export function probabilisticSharpe(returns: Float64Array, benchmark = 0): number {
  checkNumber('benchmark', benchmark)
  return sharpeConfidence(returns, benchmark)
}
