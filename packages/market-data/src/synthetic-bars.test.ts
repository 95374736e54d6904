import { createHash } from 'node:crypto'
import { nearNormal, seededRandom, type Bars } from '@neural-trader/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatInstant } from './instant.ts'
import { syntheticBars } from './synthetic-bars.ts'
import { findFaults } from './validate/find-faults.ts'

function digest({ time, open, high, low, close, volume }: Bars): string {
  const hash = createHash('sha256')
  for (const { buffer } of [time, open, high, low, close, volume])
    hash.update(new Uint8Array(buffer))
  return hash.digest('hex')
}

test('a seed gives the same bytes, on every platform', () => {
  expect(digest(syntheticBars({ seed: 42, bars: 10_000 }))).toBe(
    'b5c98014abcb44d5d4af741afaea79697c9e65d4c5a694517d0726519c1a02b0',
  )
})

test('another seed gives other bars', () => {
  const seeds = [0, 1, -1, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER]
  expect(new Set(seeds.map((seed) => digest(syntheticBars({ seed, bars: 10 })))).size).toBe(
    seeds.length,
  )
})

test('bars are sound whatever is asked', () => {
  const options = fc.record({
    seed: fc.maxSafeInteger(),
    bars: fc.integer({ min: 0, max: 500 }),
    timeframe: fc.constantFrom('1s', '1m', '1h', '1d', '1w', '1M'),
    price: fc.double({ min: 1, max: 1e6, noNaN: true }),
    drift: fc.double({ min: -3, max: 3, noNaN: true }),
    volatility: fc.double({ min: 0, max: 5, noNaN: true }),
    tick: fc.constantFrom(0.01, 0.25, 1, 0.0001, 0.05),
  })
  fc.assert(
    fc.property(options, (asked) => {
      const bars = syntheticBars(asked)
      expect(findFaults(bars)).toEqual([])
      expect(bars.open.every((open, i) => i === 0 || open === bars.close[i - 1])).toBe(true)
    }),
  )
})

test('prices are whole ticks with the digits of the tick', () => {
  const { close } = syntheticBars({ seed: 3, bars: 2000, tick: 0.01 })
  expect(close.every((price) => Number(price.toFixed(2)) === price)).toBe(true)
})

test('drift and volatility are those of a year', () => {
  const { close } = syntheticBars({
    seed: 7,
    bars: 200_000,
    timeframe: '1h',
    tick: 1e-6,
    volatility: 0.2,
    drift: 0.05,
  })
  const returns = close.slice(1).map((price, i) => price / close[i]! - 1)
  const mean = returns.reduce((sum, value) => sum + value, 0) / returns.length
  const variance = returns.reduce((sum, value) => sum + (value - mean) ** 2, 0) / returns.length
  const year = 365.25 * 24
  expect(Math.sqrt(variance * year)).toBeCloseTo(0.2, 2)
  expect(Math.abs(mean * year - 0.05)).toBeLessThan((4 * 0.2) / Math.sqrt(returns.length / year))
})

test('the first bar closes one timeframe after the start; days are stamped with their date', () => {
  const first = (timeframe: '1m' | '1d' | '1M'): string =>
    formatInstant(syntheticBars({ seed: 1, bars: 2, timeframe, start: '2020-02-01' }).time[0]!)
  expect([first('1m'), first('1d'), first('1M')]).toEqual([
    '2020-02-01T00:01:00Z',
    '2020-02-01T23:59:59.999Z',
    '2020-02-29T23:59:59.999Z',
  ])
})

test('a million bars take less than a second or so', () => {
  const start = performance.now()
  expect(syntheticBars({ seed: 1, bars: 1_000_000 }).close).toHaveLength(1_000_000)
  expect(performance.now() - start).toBeLessThan(3000)
})

test.each([
  [{ seed: 0.5 }, /seed is 0.5/],
  [{ bars: -1 }, /bars is -1/],
  [{ price: 0 }, /price is 0/],
  [{ tick: 200 }, /tick is 200/],
  [{ volatility: -1 }, /volatility is -1/],
  [{ drift: NaN }, /drift is NaN/],
])('%j is refused', (option, says) => {
  expect(() => syntheticBars({ seed: 1, bars: 1, ...option })).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringMatching(says) }),
  )
})

test('draws are uniform, standardised draws have mean 0 and variance 1', () => {
  const random = seededRandom(11)
  const bins = new Float64Array(16)
  for (let i = 0; i < 160_000; i++) bins[random() >>> 28]! += 1
  const chiSquare = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
  expect(chiSquare).toBeLessThan(37.7)
  const draws = Float64Array.from({ length: 100_000 }, () => nearNormal(random))
  expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0, 1)
  expect(draws.reduce((sum, draw) => sum + draw * draw, 0) / draws.length).toBeCloseTo(1, 1)
})
