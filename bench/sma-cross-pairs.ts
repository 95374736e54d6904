import { crossedAbove, crossedBelow, sma } from '@neural-trader/features'
import {
  defineStrategy,
  int,
  when,
  type IntSpec,
  type StrategyFactory,
} from '@neural-trader/strategies'

type Pair = { fast: IntSpec; slow: IntSpec }

const params = { fast: int({ default: 10, min: 2 }), slow: int({ default: 30, min: 3 }) }

/** Long while the fast average is above the slow one, else out of the market. */
export const longCross: StrategyFactory<Pair> = defineStrategy({
  name: 'long-cross',
  params,
  indicators: ({ close }, { fast, slow }) => ({
    fast: sma(close, { period: fast }),
    slow: sma(close, { period: slow }),
  }),
  rules: ({ fast, slow }) => [when(crossedAbove(fast, slow), 1), when(crossedBelow(fast, slow), 0)],
})

/** The same with an `onBar`. */
export const longCrossTypeScript: StrategyFactory<Pair> = defineStrategy({
  name: 'long-cross-typescript',
  params,
  indicators: ({ close }, { fast, slow }) => ({
    fast: sma(close, { period: fast }),
    slow: sma(close, { period: slow }),
  }),
  onBar: ({ indicators: { fast, slow }, orders }) => {
    if (crossedAbove(fast, slow)) orders.targetPercent(1)
    if (crossedBelow(fast, slow)) orders.targetPercent(0)
  },
})
