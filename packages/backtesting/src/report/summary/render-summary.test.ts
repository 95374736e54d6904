import { stripVTControlCharacters } from 'node:util'

import type { Bars } from '@neural-trader/core'
import { sampleBars, syntheticBars } from '@neural-trader/market-data'
import { defineStrategy, smaCross } from '@neural-trader/strategies'
import { describe, expect, test } from 'vitest'

import { backtest } from '../../backtest.ts'
import { renderSummary } from './render-summary.ts'

const idle = defineStrategy({ name: 'idle', rules: () => [] })
const switcher = defineStrategy({
  name: 'switcher',
  onBar: ({ step, instruments }) => {
    for (const { orders } of instruments) orders.targetPercent(step % 40 < 20 ? 0.3 : -0.3)
  },
})
const daily = (seed: number, bars: number, instrument = 'SYNTHETIC'): Bars =>
  syntheticBars({ seed, bars, instrument, timeframe: '1d' })

const runs = {
  trades: await backtest({
    data: await sampleBars('aapl'),
    strategy: smaCross({ fast: 10, slow: 30 }),
  }),
  'no trade': await backtest({ data: daily(1, 300), strategy: idle() }),
  'one bar': await backtest({ data: daily(1, 1), strategy: idle() }),
  'several instruments': await backtest({
    data: [daily(1, 300, 'ONE'), daily(2, 200, 'TWO'), daily(3, 250, 'THREE'), daily(4, 9, 'FOUR')],
    strategy: switcher(),
  }),
}

describe.each(Object.entries(runs))('the summary of a run with %s', (_, result) => {
  test.each([1, 2, 10, 20, 33, 40, 67, 68, 80, 200])('fits a width of %i', (width) => {
    for (const color of [false, true]) {
      for (const line of renderSummary(result, { width, color }).split('\n')) {
        const text = stripVTControlCharacters(line)
        expect(text.length).toBeLessThanOrEqual(width)
        expect(text).toBe(text.trimEnd())
      }
    }
  })

  test('is plain ASCII where that is all there is', () => {
    const text = renderSummary(result, { width: 80, color: false, unicode: false })
    expect(text).toMatch(/^[\x20-\x7E\n]*$/)
    expect(text).not.toMatch(/NaN|undefined|\?/)
  })

  test('colours only what it prints anyway', () => {
    const plain = renderSummary(result, { width: 90, color: false })
    const coloured = renderSummary(result, { width: 90, color: true })
    expect(coloured).not.toBe(plain)
    expect(stripVTControlCharacters(coloured)).toBe(plain)
  })
})

test('shows the headline measures, the refusals and the hash', () => {
  const { measures, log } = runs.trades
  const text = renderSummary(runs.trades, { width: 100, color: false })
  expect(text).toContain('sma-cross  fast=10 slow=30')
  expect(text).toMatch(new RegExp(`Trades +${measures.trades}$`, 'm'))
  expect(text).toContain(log.hash)
  expect(renderSummary(runs['several instruments'], { width: 100, color: false })).toMatch(
    /^Refused {2}\d+ × Quantity zero, or already held$/m,
  )
})
