import { bars, bollingerBands, crossedAbove, crossedBelow } from '@neural-trader/features'

import { defineStrategy, type StrategyFactory } from '../kit/define-strategy.ts'
import { float, int, type FloatSpec, type IntSpec } from '../kit/params.ts'
import { and, isFlat, isLong, when } from '../kit/rules.ts'

/** Buys strength: long when the close leaves the upper band, out when it is back at the average. */
export const bollingerBreakout: StrategyFactory<{ period: IntSpec; deviations: FloatSpec }> =
  defineStrategy({
    name: 'bollinger-breakout',
    description: 'Long when the close breaks above the upper Bollinger band, out below the middle',
    params: {
      period: int({ default: 20, min: 2, description: 'Bars of the bands' }),
      deviations: float({ default: 2, min: 0.1, max: 10, description: 'Width of the bands' }),
    },
    indicators: ({ close }, { period, deviations }) => {
      const { upper, middle } = bollingerBands(close, { period, deviations })
      return { upper, middle }
    },
    rules: ({ upper, middle }) => [
      when(and(isFlat, crossedAbove(bars.close, upper)), 1),
      when(and(isLong, crossedBelow(bars.close, middle)), 0),
    ],
  })
