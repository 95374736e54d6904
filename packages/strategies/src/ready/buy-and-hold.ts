import { bars } from '@neural-trader/features'

import { defineStrategy, type StrategyFactory } from '../kit/define-strategy.ts'
import { above, and, isFlat, when } from '../kit/rules.ts'

/** The benchmark to beat: buys once with everything and holds. */
export const buyAndHold: StrategyFactory<Readonly<Record<never, never>>> = defineStrategy({
  name: 'buy-and-hold',
  description: 'Buys at the first opportunity and holds',
  rules: () => [when(and(isFlat, above(bars.close, 0)), 1)],
})
