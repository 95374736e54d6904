import type { Bars } from '@neural-trader/core'
import { syntheticBars } from '@neural-trader/market-data'

const made = new Map<number, Bars>()

/** A seeded random walk of so many one-minute bars on a grid of cents, made once. */
export function feed(bars: number): Bars {
  const known = made.get(bars)
  if (known !== undefined) return known
  const fresh = syntheticBars({
    seed: 7,
    bars,
    timeframe: '1m',
    price: 100,
    volatility: 0.3,
    tick: 0.01,
  })
  made.set(bars, fresh)
  return fresh
}
