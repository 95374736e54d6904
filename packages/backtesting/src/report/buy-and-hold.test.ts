import { sampleBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'
import { describe, expect, test } from 'vitest'

import { backtest } from '../backtest.ts'
import { buyAndHoldEquity, holdingStart } from './buy-and-hold.ts'

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
      const { measures } = await backtest({ data, strategy: smaCross(), profile })
      const step = holdingStart([data.close], measures.buyAndHoldReturn, 0)
      expect(step).toBeGreaterThanOrEqual(29)
      const equity = buyAndHoldEquity([data.close], { cash: 1000, step })
      expect(equity.at(-1)! / 1000 - 1).toBeCloseTo(measures.buyAndHoldReturn, 12)
    },
  )

  test('begins at the earliest step where no close gives the return', () => {
    const close = Float64Array.of(40, 50, 75, 25)
    expect(holdingStart([close], Number.NaN, 2)).toBe(2)
    expect(holdingStart([close, close], -0.5, 1)).toBe(1)
  })
})
