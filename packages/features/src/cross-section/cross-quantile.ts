import { acrossUniverse, type CrossOptions, type Universe } from './universe.ts'

/** Options of {@link crossQuantile}. */
export type CrossQuantileOptions<Name extends string> = CrossOptions<Name> & {
  /** Equal parts, whole, from 2. Default 5. */
  readonly parts?: number
}

/**
 * The part of its group that each instrument is in on each bar, 0 for the least values: how many of
 * the quantiles `1 / parts`, `2 / parts`, ... lie below it. NaN where a value is not finite, which
 * then counts for nothing.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` or `DATA_LENGTH_MISMATCH`.
 */
export function crossQuantile<Name extends string>(
  universe: Universe<Name>,
  options: CrossQuantileOptions<Name> = {},
): Universe<Name> {
  const { parts = 5, ...groups } = options
  return acrossUniverse(universe, 'quantile', { ...groups, parameter: parts })
}
