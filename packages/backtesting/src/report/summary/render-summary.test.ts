import { stripVTControlCharacters } from 'node:util'

import { describe, expect, test } from 'vitest'

import { syntheticResult } from '../synthetic-result.ts'
import { renderSummary } from './render-summary.ts'

const runs = {
  trades: syntheticResult({ bars: 2148, trades: 66 }),
  'no trade': syntheticResult({ bars: 300, trades: 0 }),
  'one bar': syntheticResult({ bars: 1, trades: 0 }),
  'several instruments': syntheticResult({ bars: 300, trades: 5, instruments: 5 }),
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
  const text = renderSummary(runs.trades, { width: 100, color: false })
  expect(text).toContain('sma-cross  fast=10 slow=30')
  expect(text).toMatch(/Trades +66$/m)
  expect(text).toContain('3 × insufficient margin')
  expect(text).toContain(runs.trades.log.hash)
})
