import { acrossUniverse, type CrossOptions, type Universe } from './universe.ts'

/**
 * The distance of each instrument from the mean of its group on each bar, in standard deviations
 * that divide by n; 0 where they are 0. NaN where a value is not finite, which then counts for
 * nothing.
 *
 * @throws NeuralTraderError `DATA_LENGTH_MISMATCH`.
 */
export function crossZScore<Name extends string>(
  universe: Universe<Name>,
  options: CrossOptions<Name> = {},
): Universe<Name> {
  return acrossUniverse(universe, 'zScore', options)
}
