import type { Bars, Timeframe } from '@neural-trader/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatInstant, parseInstant } from './instant.ts'
import { resample } from './resample.ts'
import { sampleBars } from './samples.ts'
import { syntheticBars } from './synthetic-bars.ts'

const times = (bars: Bars): string[] => [...bars.time].map(formatInstant)
const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

/** Synthetic minutes with holes; volumes are whole numbers, so that sums do not round. */
const minutes = fc
  .record({
    seed: fc.nat(),
    bars: fc.integer({ min: 1, max: 3000 }),
    keep: fc.integer({ min: 1, max: 10 }),
    start: fc.nat({ max: 10_000 }),
  })
  .map(({ seed, bars, keep, start }) => {
    const opens = parseInstant('2019-12-27') + BigInt(start) * 60_000_000_000n
    return withHoles(syntheticBars({ seed, bars, start: opens }), seed, keep)
  })

/** Keeps the first bar and about `keep` in ten of the others. */
function withHoles(bars: Bars, seed: number, keep: number): Bars {
  const isKept = (_: unknown, index: number): boolean =>
    index === 0 || (index * 7919 + seed) % 10 < keep
  return {
    instrument: bars.instrument,
    timeframe: bars.timeframe,
    time: bars.time.filter(isKept),
    open: bars.open.filter(isKept),
    high: bars.high.filter(isKept),
    low: bars.low.filter(isKept),
    close: bars.close.filter(isKept),
    volume: bars.volume.filter(isKept),
  }
}

const coarser = fc.constantFrom<Timeframe>('5m', '1h', '4h', '1d', '1w', '1M')

test('keeps total volume, first open, last close, highest high and lowest low', () => {
  fc.assert(
    fc.property(minutes, coarser, (bars, timeframe) => {
      const result = resample(bars, timeframe)
      expect(total(result.volume)).toBe(total(bars.volume))
      expect([result.open[0], result.close.at(-1)]).toEqual([bars.open[0], bars.close.at(-1)])
      expect(Math.max(...result.high)).toBe(Math.max(...bars.high))
      expect(Math.min(...result.low)).toBe(Math.min(...bars.low))
      expect(result.time.every((time, i) => i === 0 || time > result.time[i - 1]!)).toBe(true)
    }),
  )
})

test('two steps give what one gives', () => {
  const steps = fc.constantFrom<[Timeframe, Timeframe]>(
    ['5m', '1h'],
    ['1h', '1d'],
    ['1d', '1w'],
    ['1d', '1M'],
    ['15m', '1w'],
  )
  fc.assert(
    fc.property(minutes, steps, (bars, [middle, last]) => {
      expect(resample(resample(bars, middle), last)).toEqual(resample(bars, last))
    }),
  )
})

test('no bar holds what closed after it, and none what closed before the bar before', () => {
  fc.assert(
    fc.property(minutes, coarser, (bars, timeframe) => {
      const result = resample(bars, timeframe)
      const known = (time: bigint): number => bars.time.findLastIndex((close) => close <= time)
      result.time.forEach((time, i) => {
        const source = i === result.time.length - 1 ? bars.time.length - 1 : known(time)
        expect(result.close[i]).toBe(bars.close[source])
      })
    }),
  )
})

test('five minutes by hand', () => {
  const bars = {
    ...syntheticBars({ seed: 1, bars: 7, start: '2020-01-01T09:57' }),
    volume: Float64Array.of(1, 2, 4, 8, 16, 32, 64),
  }
  const result = resample(bars, '5m')
  expect(times(result)).toEqual(['2020-01-01T10:00:00Z', '2020-01-01T10:05:00Z'])
  expect(result.volume).toEqual(Float64Array.of(7, 120))
  expect([result.instrument, result.timeframe]).toEqual(['SYNTHETIC', '5m'])
  expect(times(resample(bars, '5m', { dropPartial: true }))).toEqual(['2020-01-01T10:00:00Z'])
})

test('a whole last period is not dropped', () => {
  const bars = syntheticBars({ seed: 1, bars: 120 })
  expect(times(resample(bars, '1h', { dropPartial: true }))).toEqual([
    '2020-01-01T01:00:00Z',
    '2020-01-01T02:00:00Z',
  ])
  const days = syntheticBars({ seed: 1, bars: 31, timeframe: '1d' })
  expect(resample(days, '1M', { dropPartial: true }).time).toHaveLength(1)
})

test('daily bars to weeks and months keep stamps that show their dates', async () => {
  const aapl = await sampleBars('aapl')
  expect(times(resample(aapl, '1w')).slice(0, 2)).toEqual([
    '2013-05-19T23:59:59.999Z',
    '2013-05-26T23:59:59.999Z',
  ])
  expect(times(resample(aapl, '1M')).at(0)).toBe('2013-05-31T23:59:59.999Z')
  expect(resample(aapl, '1d')).toEqual(aapl)
})

test.each<[Timeframe, Timeframe]>([
  ['1h', '5m'],
  ['2m', '5m'],
  ['1d', '1h'],
  ['1w', '1M'],
  ['1M', '1w'],
  ['3d', '1w'],
  ['2M', '3M'],
  ['1w', '14d'],
])('%s to %s is refused', (from, to) => {
  const bars = syntheticBars({ seed: 1, bars: 3, timeframe: from })
  expect(() => resample(bars, to)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }))
})

test('nothing comes of nothing', () => {
  expect(
    resample(syntheticBars({ seed: 1, bars: 0 }), '1h', { dropPartial: true }).time,
  ).toHaveLength(0)
})
