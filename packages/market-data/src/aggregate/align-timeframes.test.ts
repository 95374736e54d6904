import { type Bars, sliceBars, type Timeframe } from '@neural-trader/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { resample } from '../resample.ts'
import { syntheticBars } from '../synthetic-bars.ts'
import { alignTimeframes } from './align-timeframes.ts'

const minutes = fc
  .record({
    seed: fc.nat(),
    bars: fc.integer({ min: 1, max: 600 }),
    keep: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ seed, bars, keep }): Bars => {
    const all = syntheticBars({ seed, bars, start: '2020-01-01T09:57' })
    const isKept = (_: unknown, i: number): boolean => i === 0 || (i * 7919 + seed) % 10 < keep
    return {
      instrument: all.instrument,
      timeframe: all.timeframe,
      time: all.time.filter(isKept),
      open: all.open.filter(isKept),
      high: all.high.filter(isKept),
      low: all.low.filter(isKept),
      close: all.close.filter(isKept),
      volume: all.volume.filter(isKept),
    }
  })

const coarser = fc.constantFrom<Timeframe>('5m', '15m', '1h', '1d')

test('cutting the future off changes nothing: neither the index nor the bars it names', () => {
  fc.assert(
    fc.property(minutes, coarser, fc.nat({ max: 600 }), (bars, timeframe, cut) => {
      const end = Math.min(cut, bars.time.length)
      const known = sliceBars(bars, 0, end)
      const coarse = resample(bars, timeframe)
      const coarseKnown = resample(known, timeframe)
      const index = alignTimeframes(known, coarseKnown)
      expect(index).toEqual(alignTimeframes(bars, coarse).slice(0, end))
      const last = index.at(-1) ?? -1
      expect(sliceBars(coarseKnown, 0, last + 1)).toEqual(sliceBars(coarse, 0, last + 1))
    }),
  )
})

test('the index names the last coarse bar that had closed', () => {
  fc.assert(
    fc.property(minutes, coarser, (bars, timeframe) => {
      const coarse = resample(bars, timeframe)
      const expected = Array.from(bars.time, (time) =>
        coarse.time.findLastIndex((close) => close <= time),
      )
      expect([...alignTimeframes(bars, coarse)]).toEqual(expected)
    }),
  )
})

const series = (...time: bigint[]): { instrument: string; time: BigInt64Array } => ({
  instrument: 'ABC',
  time: BigInt64Array.from(time),
})

test('before the first, at the same time, between, after the last', () => {
  expect([...alignTimeframes(series(1n, 5n, 7n, 10n, 20n), series(5n, 10n))]).toEqual([
    -1, 0, 0, 1, 1,
  ])
  expect([...alignTimeframes(series(1n), series())]).toEqual([-1])
})

test.each([
  ['DATA_UNSORTED', series(2n, 1n), series(1n)],
  ['DATA_DUPLICATE_TIME', series(1n), series(1n, 3n, 3n)],
] as const)('%s', (code, fine, coarse) => {
  expect(() => alignTimeframes(fine, coarse)).toThrow(expect.objectContaining({ code }))
})
