import { buyAndHold, smaCross } from '@neural-trader/strategies'
import { sampleBars } from '@neural-trader/market-data'
import { sliceBars } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { backtest } from '../backtest.ts'
import { bestOf } from './best-of.ts'
import { compareRuns } from './compare-runs.ts'
import { comparisonRows } from './comparison-rows.ts'
import { renderComparison } from './render-comparison.ts'

const data = await sampleBars('aapl')
const cross = await backtest({ data, strategy: smaCross() })
const slow = await backtest({ data, strategy: smaCross({ fast: 20, slow: 60 }) })
const late = await backtest({ data: sliceBars(data, 300), strategy: buyAndHold() })

test('runs meet on one axis of time, each growing from 1', () => {
  const { names, time, growth } = compareRuns([cross, slow, late])
  expect(names).toEqual(['sma-cross fast=10 slow=30', 'sma-cross fast=20 slow=60', 'buy-and-hold'])
  expect(time).toEqual(data.time)
  const { equity, measures } = late
  expect(growth[2]?.slice(0, 300).every(Number.isNaN)).toBe(true)
  expect(growth[2]?.slice(300)).toEqual(equity.map((value) => value / measures.startEquity))
  expect(growth[0]?.at(-1)).toBe(cross.measures.finalEquity / cross.measures.startEquity)
})

test('returns go with themselves, and both ways alike', () => {
  const { correlation } = compareRuns([cross, slow, cross])
  expect(correlation.map((row, at) => row[at])).toEqual([1, 1, 1])
  expect(correlation[0]?.[2]).toBeCloseTo(1, 12)
  expect(correlation[0]?.[1]).toBe(correlation[1]?.[0])
  const still = unmoved(cross)
  expect(compareRuns([cross, still]).correlation[0]?.[1]).toBeNaN()
})

/** The same run without a move. */
function unmoved(run: typeof cross): typeof cross {
  return { ...pick(run), equity: run.equity.map(() => run.measures.startEquity) }
}

function pick(run: typeof cross): typeof cross {
  const { strategy, time, measures, conventions } = run
  return { strategy, time, measures, conventions } as typeof cross
}

test('the best of a row, where one is better', () => {
  expect([...bestOf('sharpeRatio', [0.5, NaN, 0.7, 0.7])]).toEqual([2, 3])
  expect([...bestOf('annualVolatility', [0.2, 0.1])]).toEqual([1])
  expect([...bestOf('maxDrawdown', [-0.2, -0.1])]).toEqual([1])
  expect([...bestOf('trades', [1, 2])]).toEqual([])
  expect([...bestOf('totalReturn', [1, 1])]).toEqual([])
})

test('the page has every run and loads nothing', async () => {
  const page = await renderComparison(compareRuns([cross, late], { names: ['a & b', 'c'] }))
  expect(page).toContain('<b>a &amp; b</b>')
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/)
  expect(page).toContain('default-src &#39;none&#39;')
  expect(comparisonRows(compareRuns([cross])).map(([label]) => label)).toContain('Sharpe ratio')
})

test('nothing to compare, or names that do not fit, are refused', () => {
  expect(() => compareRuns([])).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }))
  expect(() => compareRuns([cross], { names: ['a', 'b'] })).toThrow(
    expect.objectContaining({
      message: 'There are 1 runs and 2 names: give at least one run, and a name each',
    }),
  )
})
