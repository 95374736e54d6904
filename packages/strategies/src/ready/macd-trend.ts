import { crossedAbove, crossedBelow, macd } from '@neural-trader/features'

import { defineStrategy, type StrategyFactory } from '../kit/define-strategy.ts'
import { int, type IntSpec } from '../kit/params.ts'
import { and, isLong, not, when } from '../kit/rules.ts'

/** Follows momentum: long while the MACD line is above its signal, otherwise out. */
export const macdTrend: StrategyFactory<{ fast: IntSpec; slow: IntSpec; signal: IntSpec }> =
  defineStrategy({
    name: 'macd-trend',
    description: 'Long when the MACD crosses above its signal line, out when it crosses below',
    params: {
      fast: int({ default: 12, min: 2, description: 'Bars of the fast average' }),
      slow: int({ default: 26, min: 3, description: 'Bars of the slow average' }),
      signal: int({ default: 9, min: 1, description: 'Bars of the signal line' }),
    },
    check: ({ fast, slow }) =>
      fast < slow ? undefined : `fast (${fast}) must be below slow (${slow})`,
    indicators: ({ close }, { fast, slow, signal }) => {
      const columns = macd(close, { fastPeriod: fast, slowPeriod: slow, signalPeriod: signal })
      return { macd: columns.macd, signal: columns.signal }
    },
    rules: ({ macd, signal }) => [
      when(and(not(isLong), crossedAbove(macd, signal)), 1),
      when(and(isLong, crossedBelow(macd, signal)), 0),
    ],
  })
