import type { StrategyContext } from '@neural-trader/core'

import type { KernelSizeType } from './kernel-options.ts'

/** How sizes become units. */
export type Units = {
  readonly sizeType: KernelSizeType
  /** Decimals of quantities. */
  readonly decimals: number
}

/** Signed units of a size: what a value or a share of equity buys at this price, cut off. */
export function unitsOf(
  { close, account }: StrategyContext,
  { sizeType, decimals }: Units,
  size: number,
  price: number = close.value,
): number {
  if (sizeType === 'amount') return size
  const value = sizeType === 'value' ? size : size * account.equity
  const lots = Math.trunc((value / price) * 10 ** decimals)
  return Number((lots / 10 ** decimals).toFixed(decimals))
}
