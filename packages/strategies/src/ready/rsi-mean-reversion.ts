import { crossedAbove, crossedBelow, rsi } from '@neural-trader/features'

import { defineStrategy, type StrategyFactory } from '../kit/define-strategy.ts'
import { float, int, type FloatSpec, type IntSpec } from '../kit/params.ts'
import { and, isFlat, isLong, when } from '../kit/rules.ts'

/** Buys weakness and waits for it to pass: long below one level of the RSI, out above another. */
export const rsiMeanReversion: StrategyFactory<{
  period: IntSpec
  oversold: FloatSpec
  exit: FloatSpec
}> = defineStrategy({
  name: 'rsi-mean-reversion',
  description: 'Long when the RSI falls below the oversold level, out when it rises above the exit',
  params: {
    period: int({ default: 14, min: 2, description: 'Bars of the RSI' }),
    oversold: float({ default: 30, min: 0, max: 100, description: 'Level that is bought' }),
    exit: float({ default: 55, min: 0, max: 100, description: 'Level at which the position ends' }),
  },
  check: ({ oversold, exit }) =>
    oversold < exit ? undefined : `oversold (${oversold}) must be below exit (${exit})`,
  indicators: ({ close }, { period }) => ({ rsi: rsi(close, { period }) }),
  rules: ({ rsi }, { oversold, exit }) => [
    when(and(isFlat, crossedBelow(rsi, oversold)), 1),
    when(and(isLong, crossedAbove(rsi, exit)), 0),
  ],
})
