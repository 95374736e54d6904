import { binding } from './binding.ts'
import { native } from './native-error.ts'

/** What is made of the values of a bar across columns. */
export type CrossSectionMethod =
  | 'rank'
  | 'percentRank'
  | 'zScore'
  | 'demean'
  | 'winsorise'
  | 'quantile'

/** A cross-section of columns that belong to groups. */
export type CrossSectionCall = {
  readonly method: CrossSectionMethod
  /** The share to winsorise, or the number of quantiles. */
  readonly parameter?: number
  /** The group of each column. */
  readonly groups: readonly number[]
}

/**
 * A column for each column, bar by bar across those of the same group; NaN where a value is not
 * finite.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER`, `INVALID_ARGUMENT` or `DATA_LENGTH_MISMATCH`.
 */
export function crossSection(
  { method, parameter = 0, groups }: CrossSectionCall,
  columns: readonly Float64Array[],
): readonly Float64Array[] {
  return native(() => binding.crossSection(method, [...columns], [...groups], parameter))
}
