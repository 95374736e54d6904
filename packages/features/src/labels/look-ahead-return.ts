import { forwardReturn } from '@neural-trader/engine'

import { knownPrices } from './known-prices.ts'

/** Options of {@link lookAheadReturn}. */
export type LookAheadReturnOptions = {
  /** Bars ahead, whole, from 1. Default 1. */
  readonly bars?: number
}

/**
 * A label to learn: the return from each bar to a later one, `x[t+bars] / x[t] - 1`. It looks ahead.
 * NaN where there is no such bar or no quotient.
 *
 * @throws NeuralTraderError `LOOK_AHEAD` for a declared column, `INVALID_PARAMETER`.
 */
export function lookAheadReturn(
  prices: Float64Array | readonly number[],
  { bars = 1 }: LookAheadReturnOptions = {},
): Float64Array {
  return forwardReturn(knownPrices('lookAheadReturn', prices), bars)
}
