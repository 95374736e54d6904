import { fallsOf, type FallRow } from '@neural-trader/engine'

import { checkWhole } from './checks.ts'

/**
 * A fall from a peak. Periods count from 1, and 0 is the start; `end` is where the peak was reached
 * again, or the last period where it never was. `depth` is a negative fraction of the peak.
 */
export type Drawdown = Readonly<FallRow>

/**
 * The deepest falls of what returns compound to, the deepest first; of equal ones the earlier first.
 *
 * @param most How many at most. Default 10.
 * @throws NeuralTraderError `INVALID_ARGUMENT`, `DATA_EMPTY`, `DATA_NOT_FINITE`.
 */
export function drawdownTable(returns: Float64Array, most = 10): readonly Drawdown[] {
  checkWhole('most', most, 1)
  return fallsOf(returns, most)
}
