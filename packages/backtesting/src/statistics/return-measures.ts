import { measureReturns } from '@neural-trader/engine'

import { returnColumns, type ReturnOptions } from './return-conventions.ts'

/** What the returns are set beside. */
export type ReturnMeasureOptions = ReturnOptions & {
  /** Returns of a benchmark over the same periods. */
  readonly benchmark?: Float64Array
}

/** Measures by name, in the order in which tear sheets tell them. */
export type ReturnMeasures = {
  /** NaN where undefined: those of the calendar without times, those beside a benchmark without one. */
  readonly measures: Readonly<Record<string, number>>
  /** By which ratios were annualised. */
  readonly periodsPerYear: number
}

/**
 * The measures of a series of returns alone. Fractions a period; drawdowns are negative fractions. The
 * formula of each is documented beside its code in `crates/nt-backtest/src/measures/of_returns`.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT`, `DATA_EMPTY`, `DATA_NOT_FINITE`,
 * `DATA_LENGTH_MISMATCH`, `DATA_UNSORTED`.
 */
export function returnMeasures(
  returns: Float64Array,
  options: ReturnMeasureOptions = {},
): ReturnMeasures {
  const { names, values, periodsPerYear } = measureReturns(returnColumns(returns, options))
  const measures = Object.fromEntries(names.map((name, at) => [name, values[at] ?? NaN]))
  return { measures, periodsPerYear }
}
