import type { Bars } from '@neural-trader/core'

import { binding } from './binding.ts'
import { native } from './native-error.ts'

const decimalsOfBars = new WeakMap<Bars, number>()

/**
 * Checks bars once (finite, positive, consistent, strictly ascending) and returns the decimals their
 * prices need, at most 9. The answer is kept as long as the bars, which are immutable by contract,
 * unless their memory was transferred away.
 *
 * @throws NeuralTraderError `DATA_EMPTY`, `DATA_LENGTH_MISMATCH`, `DATA_NOT_FINITE`,
 * `DATA_NOT_POSITIVE`, `DATA_CROSSED_PRICES`, `DATA_DUPLICATE_TIME` or `DATA_UNSORTED`, naming the
 * first row (from 0) at fault.
 */
export function inspectBars(bars: Bars): number {
  const known = bars.time.length > 0 ? decimalsOfBars.get(bars) : undefined
  if (known !== undefined) return known
  const decimals = native(() => binding.inspectBars(bars))
  decimalsOfBars.set(bars, decimals)
  return decimals
}
