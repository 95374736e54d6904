import { crossedAbove, crossedBelow, sma } from '@neural-trader/features'

import { defineStrategy, type StrategyFactory } from '../kit/define-strategy.ts'
import { int, type IntSpec } from '../kit/params.ts'
import { when } from '../kit/rules.ts'

/** Always in the market: long while the fast average is above the slow one, short below. */
export const smaCross: StrategyFactory<{ fast: IntSpec; slow: IntSpec }> = defineStrategy({
  name: 'sma-cross',
  description: 'Long when the fast moving average crosses above the slow one, short when below',
  params: {
    fast: int({ default: 10, min: 2, description: 'Bars of the fast average' }),
    slow: int({ default: 30, min: 3, description: 'Bars of the slow average' }),
  },
  check: ({ fast, slow }) =>
    fast < slow ? undefined : `fast (${fast}) must be below slow (${slow})`,
  indicators: ({ close }, { fast, slow }) => ({
    fast: sma(close, { period: fast }),
    slow: sma(close, { period: slow }),
  }),
  rules: ({ fast, slow }) => [
    when(crossedAbove(fast, slow), 1),
    when(crossedBelow(fast, slow), -1),
  ],
})
