import type { Bars, QuoteBars } from '@neural-trader/core'
import { inspectBars } from '@neural-trader/engine'
import {
  barsBefore,
  barsWithOtherFuture,
  futureKinds,
  type FutureKind,
} from '@neural-trader/features/futures'

/** What becomes of the bars from a step on: they are taken away, or go another way. */
export type Future = {
  readonly kind: FutureKind | 'removed'
  /** The first step whose bars are others or not there. */
  readonly cut: number
  /** Its time: every series changes from its first bar at or after it. */
  readonly time: bigint
  readonly seed: number
}

/** The series as they would be had the future been another; copies throughout. */
export function withFuture(data: readonly Bars[], future: Future, decimals: number): Bars[] {
  return data.map((bars, index) => {
    const row = firstRowAt(bars.time, future.time)
    if (future.kind === 'removed') return barsBefore(bars, row)
    const { kind, seed } = future
    const other = barsWithOtherFuture(bars, row, { kind, seed: seed + index })
    roundPrices(other, row, decimals)
    return other
  })
}

/** One series as it would be had the future been another, on the scale of its own prices. */
export function futureOfBars(bars: Bars, future: Future): Bars {
  const [other] = withFuture([bars], future, inspectBars(bars))
  return other as Bars
}

/** Quotes as far as their bars go; those of another future stay, they are only filled at. */
export function quotesBefore(quotes: readonly QuoteBars[], time: bigint): QuoteBars[] {
  const side = (bars: Bars): Bars => barsBefore(bars, firstRowAt(bars.time, time))
  return quotes.map(({ bid, ask }) => ({ bid: side(bid), ask: side(ask) }))
}

/** The futures tried at a cut: two that tell most, a walk, and one of the others in turn. */
export function futuresAt(
  cut: number,
  time: bigint,
  { turn, seed }: { readonly turn: number; readonly seed: number },
): readonly Future[] {
  const rest = futureKinds.filter((kind) => kind !== 'mirrored' && kind !== 'walk')
  const kinds = ['removed', 'mirrored', 'walk', rest[turn % rest.length] ?? 'scaled'] as const
  return kinds.map((kind) => ({ kind, cut, time, seed: seed + turn * 101 }))
}

/** The first row whose time is not before a given one. */
function firstRowAt(time: BigInt64Array, instant: bigint): number {
  let [low, high] = [0, time.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (time[middle]! < instant) low = middle + 1
    else high = middle
  }
  return low
}

/** Prices on the scale of the run, so that no rounding of its own comes in between. */
function roundPrices({ open, high, low, close }: Bars, from: number, decimals: number): void {
  const scale = 10 ** decimals
  for (const column of [open, high, low, close]) {
    for (let row = from; row < column.length; row++) {
      column[row] = Math.max(1, Math.round(column[row]! * scale)) / scale
    }
  }
}
