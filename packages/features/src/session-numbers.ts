import { NeuralTraderError } from '@neural-trader/core'

/** Options of {@link sessionNumbers}. */
export type SessionNumbersOptions = {
  /** Length of a session in milliseconds, above 0. Default one day. */
  readonly length?: number
  /** When a session begins, in milliseconds after midnight of 1970-01-01 UTC. Default 0. */
  readonly offset?: number
}

/**
 * The column `session` that session VWAP, pivots and relative daily volume read: a number for each
 * bar that changes where a session begins. Times are milliseconds since 1970 UTC.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where the length is not above 0.
 */
export function sessionNumbers(
  times: Float64Array | readonly number[],
  { length = 86_400_000, offset = 0 }: SessionNumbersOptions = {},
): Float64Array {
  if (!(length > 0)) {
    const message = `length of a session is ${length}: give a number of milliseconds above 0`
    const details = { parameter: 'length', value: length }
    throw new NeuralTraderError('INVALID_PARAMETER', message, { details })
  }
  return Float64Array.from(times, (time) => Math.floor((time - offset) / length))
}
