import { acrossUniverse, type CrossOptions, type Universe } from './universe.ts'

/** Options of {@link crossWinsorise}. */
export type CrossWinsoriseOptions<Name extends string> = CrossOptions<Name> & {
  /** Share of the values at each end that are pulled in, 0 to 0.5. Default 0.05. */
  readonly share?: number
}

/**
 * The values of each bar, those beyond the quantiles of `share` and `1 - share` of their group being
 * moved there; a quantile lies on a line between its neighbours. NaN where a value is not finite,
 * which then counts for nothing.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` or `DATA_LENGTH_MISMATCH`.
 */
export function crossWinsorise<Name extends string>(
  universe: Universe<Name>,
  options: CrossWinsoriseOptions<Name> = {},
): Universe<Name> {
  const { share = 0.05, ...groups } = options
  return acrossUniverse(universe, 'winsorise', { ...groups, parameter: share })
}
