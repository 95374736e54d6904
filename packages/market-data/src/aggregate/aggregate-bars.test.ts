import type { Bars } from '@neural-trader/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { syntheticBars } from '../synthetic-bars.ts'
import { aggregateBars } from './aggregate-bars.ts'

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

const minutes = fc
  .record({ seed: fc.nat(), bars: fc.integer({ min: 0, max: 300 }) })
  .map((wanted) => syntheticBars(wanted))

test('every bar but the last holds the volume, and ends where a source bar does', () => {
  fc.assert(
    fc.property(minutes, fc.integer({ min: 5_000, max: 200_000 }), (bars, volume) => {
      const result = aggregateBars(bars, { by: 'volume', volume, keepPartial: true })
      expect(total(result.volume)).toBe(total(bars.volume))
      expect(result.volume.slice(0, -1).every((held) => held >= volume)).toBe(true)
      result.time.forEach((time, i) => {
        const row = bars.time.indexOf(time)
        expect(result.close[i]).toBe(bars.close[row])
        const first = i === 0 ? 0 : bars.time.indexOf(result.time[i - 1]!) + 1
        expect(result.open[i]).toBe(bars.open[first])
        expect(result.high[i]).toBe(Math.max(...bars.high.slice(first, row + 1)))
        expect(result.low[i]).toBe(Math.min(...bars.low.slice(first, row + 1)))
      })
      const finished = aggregateBars(bars, { by: 'volume', volume })
      const isWhole = (result.volume.at(-1) ?? volume) >= volume
      expect(finished.time.length).toBe(result.time.length - (isWhole ? 0 : 1))
    }),
  )
})

const byHand: Bars = {
  instrument: 'ABC',
  timeframe: '1m',
  time: BigInt64Array.of(1n, 2n, 3n),
  open: Float64Array.of(10, 10, 10),
  high: Float64Array.of(12, 12, 12),
  low: Float64Array.of(9, 9, 9),
  close: Float64Array.of(12, 12, 12),
  volume: Float64Array.of(10, 10, 10),
}

test('the value of a bar is its volume at the mean of high, low and close', () => {
  const result = aggregateBars(byHand, { by: 'dollar', value: 220 })
  expect([result.time, result.volume]).toEqual([BigInt64Array.of(2n), Float64Array.of(20)])
  expect(aggregateBars(byHand, { by: 'dollar', value: 221 }).time).toEqual(BigInt64Array.of(3n))
})

test.each<[string, Partial<Bars>, number]>([
  ['INVALID_ARGUMENT', {}, 10],
  ['INVALID_ARGUMENT', { volume: Float64Array.of(1, 20, 20) }, 15],
  ['INVALID_ARGUMENT', {}, 0],
  ['INVALID_ARGUMENT', { volume: new Float64Array(3) }, 15],
  ['DATA_NOT_FINITE', { close: Float64Array.of(12, Number.NaN, 12) }, 15],
  ['DATA_NOT_POSITIVE', { low: Float64Array.of(9, -9, 9) }, 15],
  ['DATA_UNSORTED', { time: BigInt64Array.of(3n, 2n, 4n) }, 15],
])('%s', (code, wrong, volume) => {
  expect(() => aggregateBars({ ...byHand, ...wrong }, { by: 'volume', volume })).toThrow(
    expect.objectContaining({ code }),
  )
})
