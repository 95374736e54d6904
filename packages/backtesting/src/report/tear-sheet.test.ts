import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { dayReturns } from './day-returns.ts'
import { excursionsOf } from './excursions.ts'
import { worstDrawdowns } from './worst-drawdowns.ts'
import type { BacktestResult } from '../result.ts'

const hour = 3_600_000_000_000n
const hours = (...at: number[]): BigInt64Array =>
  BigInt64Array.from(at, (each) => BigInt(each) * hour)

test('days end with their last step, midnight closes the day before, and ruin ends them', () => {
  const time = hours(1, 23, 24, 25, 47, 49, 73)
  const equity = Float64Array.of(100, 105, 110, 99, 121, 0, 0)
  const { time: ends, returns } = dayReturns(time, equity, 100)
  expect(ends).toEqual(hours(24, 47, 49))
  expect(returns).toEqual(Float64Array.of(110 / 100 - 1, 121 / 110 - 1, -1))
})

test('falls from a peak, the deepest first; one on the first step falls from the start', () => {
  const equity = Float64Array.of(90, 100, 120, 60, 90, 120, 130, 117)
  expect(worstDrawdowns(equity, 100, 10)).toEqual([
    { peak: 2, trough: 3, recovery: 5, depth: -0.5 },
    { peak: -1, trough: 0, recovery: 1, depth: 90 / 100 - 1 },
    { peak: 6, trough: 7, recovery: null, depth: 117 / 130 - 1 },
  ])
  expect(worstDrawdowns(Float64Array.of(1, 2, 3), 1, 10)).toEqual([])
})

test('the deepest of all falls is the maximum drawdown', () => {
  const value = fc.double({ min: 1, max: 100, noNaN: true })
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), value, (values, start) => {
      const equity = Float64Array.from(values)
      let [peak, deepest] = [start, 0]
      for (const each of equity) {
        peak = Math.max(peak, each)
        deepest = Math.min(deepest, each / peak - 1)
      }
      expect(worstDrawdowns(equity, start, 1)[0]?.depth ?? 0).toBe(deepest)
    }),
  )
})

test('excursions look at the bars between entry and exit', () => {
  const column = (...values: number[]) => Float64Array.from(values)
  const time = hours(1, 2, 3, 4, 5)
  const bars = {
    time,
    low: column(1, 1, 8, 9, 1),
    high: column(99, 99, 12, 11, 99),
  }
  const trades = {
    instrument: Int32Array.of(0, 0, 1),
    quantity: column(1, -1, 1),
    entryStep: Int32Array.of(1, 1, 0),
    exitStep: Int32Array.of(4, 4, 1),
    entryPrice: column(10, 10, 10),
    exitPrice: column(11, 13, 10),
    pnl: column(1, -3, 0),
  }
  const { adverse, favourable } = excursionsOf({
    trades,
    bars: [bars],
    time,
  } as unknown as BacktestResult)
  expect(adverse).toEqual(column(8 / 10 - 1, 1 - 13 / 10, NaN))
  expect(favourable).toEqual(column(12 / 10 - 1, 1 - 8 / 10, NaN))
})
