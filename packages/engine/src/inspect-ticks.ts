import type { Quotes, Trades } from '@neural-trader/core'

import { binding } from './binding.ts'
import { native } from './native-error.ts'

/**
 * Checks quotes or trades (times that never descend, positive prices, NaN where a side of a quote is
 * empty, sizes of at least 0) and returns the decimals their prices need, at most 9.
 *
 * @throws NeuralTraderError `DATA_EMPTY`, `DATA_LENGTH_MISMATCH`, `DATA_UNSORTED`, `DATA_NOT_FINITE` or
 * `DATA_NOT_POSITIVE`, naming the first row (from 0) at fault.
 */
export function inspectTicks(ticks: Quotes | Trades): number {
  return native(() =>
    'bid' in ticks ? binding.inspectQuotes(ticks) : binding.inspectTrades(ticks),
  )
}
