import { rollReturns } from '@neural-trader/engine'

import { checkWhole } from './checks.ts'
import { returnColumns } from './return-conventions.ts'
import type { ReturnMeasureOptions } from './return-measures.ts'

/** The measures of windows. */
export type RollingMeasure = 'sharpeRatio' | 'sortinoRatio' | 'annualVolatility' | 'beta'

/**
 * A measure of each window of so many periods, at its last period: NaN before the first is full and
 * where it is undefined; `beta` needs a benchmark.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT`, `DATA_EMPTY`, `DATA_NOT_FINITE`,
 * `DATA_LENGTH_MISMATCH`, `DATA_UNSORTED`.
 */
export function rollingMeasures(
  returns: Float64Array,
  options: ReturnMeasureOptions & { readonly measure: RollingMeasure; readonly window: number },
): Float64Array {
  checkWhole('window', options.window, 1)
  return rollReturns(returnColumns(returns, options), options.measure, options.window)
}
