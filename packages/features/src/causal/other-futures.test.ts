import type { Bars } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { barsBefore, barsWithOtherFuture, futureKinds } from './other-futures.ts'

const length = 60
const close = Float64Array.from({ length }, (_, bar) => 100 + Math.sin(bar) * 5 + bar / 10)
const open = close.map((price, bar) => (bar % 3 === 0 ? price + 0.5 : price - 0.5))
const bars: Bars = {
  instrument: 'TEST.XNAS',
  timeframe: '1d',
  time: BigInt64Array.from({ length }, (_, bar) => BigInt(bar + 1) * 86_400_000_000_000n),
  open,
  high: close.map((price, bar) => Math.max(price, open[bar]!) + 1),
  low: close.map((price, bar) => Math.min(price, open[bar]!) - 1),
  close,
  volume: close.map((_, bar) => 1000 + bar),
}

test.each(futureKinds)('%s: the past stays, the future is another and possible', (kind) => {
  for (const cut of [0, 1, 30, 59]) {
    const other = barsWithOtherFuture(bars, cut, { kind, seed: cut + 1 })
    expect(barsBefore(other, cut)).toEqual(barsBefore(bars, cut))
    expect(other.time).toEqual(bars.time)
    for (let bar = cut; bar < length; bar++) {
      const [o, h, l, c] = [other.open, other.high, other.low, other.close].map((x) => x[bar]!)
      expect(Math.min(o!, c!)).toBeGreaterThanOrEqual(l!)
      expect(Math.max(o!, c!)).toBeLessThanOrEqual(h!)
      expect(l).toBeGreaterThan(0)
    }
  }
  expect(barsWithOtherFuture(bars, 30, { kind })).not.toEqual(bars)
})

test('the same seed gives the same walk, another seed another', () => {
  const walk = (seed: number): Bars => barsWithOtherFuture(bars, 20, { kind: 'walk', seed })
  expect(walk(3)).toEqual(walk(3))
  expect(walk(3).close).not.toEqual(walk(4).close)
})

test('a mirrored future turns each rise into a fall', () => {
  const { close: mirrored } = barsWithOtherFuture(bars, 20, { kind: 'mirrored' })
  for (let bar = 20; bar < length; bar++) {
    const rose = close[bar]! > close[bar - 1]!
    expect(mirrored[bar]! < mirrored[bar - 1]!).toBe(rose)
  }
})

test('a cut at the end changes nothing', () => {
  expect(barsWithOtherFuture(bars, length, { kind: 'walk' })).toEqual(bars)
})
