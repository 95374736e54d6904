import {
  nearNormal,
  seededRandom,
  sliceBars,
  type Bars,
  type RandomBits,
} from '@neural-trader/core'

/**
 * How the bars from a cut on go another way: `scaled` lifts them by uneven factors, `mirrored` turns
 * every rise into a fall, `walk` is a random walk of like volatility, `reversed` runs through them
 * from the last to the first, `shuffled-volume` deals their volumes anew and leaves prices alone.
 */
export type FutureKind = 'scaled' | 'mirrored' | 'walk' | 'reversed' | 'shuffled-volume'

/** Every kind of future. */
export const futureKinds: readonly FutureKind[] = [
  'scaled',
  'mirrored',
  'walk',
  'reversed',
  'shuffled-volume',
]

/** A copy of the bars before a cut; a feature that writes to it changes nothing of ours. */
export function barsBefore(bars: Bars, cut: number): Bars {
  const { time, open, high, low, close, volume, ...rest } = sliceBars(bars, 0, cut)
  return {
    ...rest,
    time: time.slice(),
    open: open.slice(),
    high: high.slice(),
    low: low.slice(),
    close: close.slice(),
    volume: volume.slice(),
  }
}

/**
 * A copy of all bars in which those from the cut on go another way; each is a possible bar and keeps
 * its time. The same seed gives the same bars.
 */
export function barsWithOtherFuture(
  bars: Bars,
  cut: number,
  { kind = 'scaled', seed = 1 }: { readonly kind?: FutureKind; readonly seed?: number } = {},
): Bars {
  const other = barsBefore(bars, bars.time.length)
  if (cut < bars.time.length) change[kind](other, { bars, cut, random: seededRandom(seed) })
  return other
}

type Change = (
  other: Bars,
  from: { readonly bars: Bars; readonly cut: number; readonly random: RandomBits },
) => void

const change: Readonly<Record<FutureKind, Change>> = {
  scaled: scale,
  mirrored: mirror,
  walk,
  reversed: reverse,
  'shuffled-volume': shuffleVolume,
}

function scale(other: Bars, { cut }: Parameters<Change>[1]): void {
  for (let bar = cut; bar < other.time.length; bar++) {
    const factor = 1.25 + ((bar * 7) % 11) / 16
    for (const column of [other.open, other.high, other.low, other.close]) {
      column[bar] = (column[bar] ?? 0) * factor
    }
    other.volume[bar] = (other.volume[bar] ?? 0) * 3 + 1 + (bar % 5)
  }
}

/** Prices become the square of the last close before the cut over themselves. */
function mirror(other: Bars, { bars, cut }: Parameters<Change>[1]): void {
  const square = lastPrice(bars, cut) ** 2
  for (let bar = cut; bar < other.time.length; bar++) {
    other.open[bar] = square / bars.open[bar]!
    other.high[bar] = square / bars.low[bar]!
    other.low[bar] = square / bars.high[bar]!
    other.close[bar] = square / bars.close[bar]!
    other.volume[bar] = Math.ceil(bars.volume[bar]! / 2)
  }
}

function walk(other: Bars, { bars, cut, random }: Parameters<Change>[1]): void {
  const step = typicalMove(bars, cut)
  let last = lastPrice(bars, cut)
  for (let bar = cut; bar < other.time.length; bar++) {
    const open = last * (1 + 0.2 * step * nearNormal(random))
    const close = open * (1 + step * nearNormal(random))
    const reach = 1 + 0.5 * step * Math.abs(nearNormal(random))
    other.open[bar] = open
    other.high[bar] = Math.max(open, close) * reach
    other.low[bar] = Math.min(open, close) / reach
    other.close[bar] = close
    other.volume[bar] = Math.ceil((bars.volume[bar]! * (random() % 1000)) / 500)
    last = close
  }
}

/** From the last bar to the first, each from its close to its open, joined to the bar before. */
function reverse(other: Bars, { bars, cut }: Parameters<Change>[1]): void {
  const end = bars.time.length - 1
  const factor = lastPrice(bars, cut) / bars.close[end]!
  for (let bar = cut; bar <= end; bar++) {
    const source = cut + end - bar
    other.open[bar] = bars.close[source]! * factor
    other.high[bar] = bars.high[source]! * factor
    other.low[bar] = bars.low[source]! * factor
    other.close[bar] = bars.open[source]! * factor
    other.volume[bar] = bars.volume[source]!
  }
}

function shuffleVolume({ volume }: Bars, { cut, random }: Parameters<Change>[1]): void {
  for (let bar = volume.length - 1; bar > cut; bar--) {
    const place = cut + (random() % (bar - cut + 1))
    const dealt = volume[place]!
    volume[place] = volume[bar]!
    volume[bar] = dealt
  }
}

/** The price that a future goes on from. */
function lastPrice({ open, close }: Bars, cut: number): number {
  return cut > 0 ? close[cut - 1]! : open[0]!
}

/** Root mean square of relative changes of the close from the cut on, kept from 0.0001 to 0.1. */
function typicalMove({ close }: Bars, cut: number): number {
  let squares = 0
  for (let bar = Math.max(1, cut); bar < close.length; bar++) {
    squares += (close[bar]! / close[bar - 1]! - 1) ** 2
  }
  const mean = squares / Math.max(1, close.length - Math.max(1, cut))
  return Math.min(0.1, Math.max(1e-4, Math.sqrt(mean)))
}
