import { crossedAbove, crossedBelow, sma } from '@neural-trader/features'
import { defineStrategy, type StrategyFactory } from '@neural-trader/strategies'

/** The SMA cross with an `onBar`, as a user would write it. */
export const smaCrossTypeScript: StrategyFactory = defineStrategy({
  name: 'sma-cross-typescript',
  indicators: ({ close }) => ({
    fast: sma(close, { period: 10 }),
    slow: sma(close, { period: 30 }),
  }),
  onBar({ indicators: { fast, slow }, orders }) {
    if (crossedAbove(fast, slow)) orders.targetPercent(1)
    if (crossedBelow(fast, slow)) orders.targetPercent(-1)
  },
})
