import { acrossUniverse, type CrossOptions, type Universe } from './universe.ts'

/** Options of {@link crossRank}. */
export type CrossRankOptions<Name extends string> = CrossOptions<Name> & {
  /** Whether ranks run from 0 to 1, one half for a value alone, and not from 1 up. */
  readonly percent?: boolean
}

/**
 * The rank of each instrument on each bar, 1 for the least value; equal values share the mean of
 * their ranks. NaN where a value is not finite, which then counts for nothing.
 *
 * @throws NeuralTraderError `DATA_LENGTH_MISMATCH`.
 */
export function crossRank<Name extends string>(
  universe: Universe<Name>,
  options: CrossRankOptions<Name> = {},
): Universe<Name> {
  return acrossUniverse(universe, options.percent === true ? 'percentRank' : 'rank', options)
}
