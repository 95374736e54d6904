import { acrossUniverse, type CrossOptions, type Universe } from './universe.ts'

/**
 * The distance of each instrument from the mean of its group on each bar. NaN where a value is not
 * finite, which then counts for nothing.
 *
 * @throws NeuralTraderError `DATA_LENGTH_MISMATCH`.
 */
export function crossDemean<Name extends string>(
  universe: Universe<Name>,
  options: CrossOptions<Name> = {},
): Universe<Name> {
  return acrossUniverse(universe, 'demean', options)
}
