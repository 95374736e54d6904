import { sampleBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'
import { describe, expect, test } from 'vitest'

import { backtest } from '../backtest.ts'
import { drawdownSeries } from './drawdown-series.ts'

describe('the drawdown', () => {
  test('is the fall from the highest value so far, of which the first is the cash', () => {
    const drawdown = drawdownSeries(Float64Array.of(100, 120, 90, 130, 65), 110)
    expect([...drawdown]).toEqual([100 / 110 - 1, 0, 90 / 120 - 1, 0, 65 / 130 - 1])
  })

  test('is not defined before equity was ever positive', () => {
    expect([...drawdownSeries(Float64Array.of(0, -1, 5), 0)]).toEqual([Number.NaN, Number.NaN, 0])
  })

  test.each(['neural-trader', 'backtesting.py'] as const)(
    'has the maximum drawdown of the measures as its lowest value: %s',
    async (profile) => {
      const data = await sampleBars('aapl')
      const { equity, measures } = await backtest({ data, strategy: smaCross(), profile })
      const lowest = Math.min(...drawdownSeries(equity, measures.startEquity))
      expect(lowest).toBeCloseTo(measures.maxDrawdown, 12)
      expect(lowest).toBeLessThan(-0.01)
    },
  )
})
