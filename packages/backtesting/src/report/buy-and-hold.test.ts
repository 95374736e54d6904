import { sampleBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'
import { describe, expect, test } from 'vitest'

import { backtest } from '../backtest.ts'
import { buyAndHoldEquity } from './buy-and-hold.ts'

describe('buying and holding', () => {
  test('grows with the close of the instrument from the start on', () => {
    const close = Float64Array.of(40, 50, 75, 25)
    const equity = buyAndHoldEquity([close], { cash: 1000, step: 1 })
    expect([...equity]).toEqual([1000, 1000, 1500, 500])
  })

  test('divides the cash, waits for a first close and keeps the last one', () => {
    const early = Float64Array.of(10, 20, Number.NaN)
    const late = Float64Array.of(Number.NaN, 5, 10)
    const equity = buyAndHoldEquity([early, late], { cash: 1000, step: 0 })
    expect([...equity]).toEqual([1000, 1500, 2000])
  })

  test.each(['neural-trader', 'backtesting.py'] as const)(
    'ends where the measures say, having begun after the warm-up: %s',
    async (profile) => {
      const data = await sampleBars('aapl')
      const { measures, firstTradable } = await backtest({ data, strategy: smaCross(), profile })
      expect(firstTradable).toBe(29)
      const equity = buyAndHoldEquity([data.close], { cash: 1000, step: firstTradable })
      expect(equity.at(-1)! / 1000 - 1).toBeCloseTo(measures.buyAndHoldReturn, 12)
    },
  )
})
