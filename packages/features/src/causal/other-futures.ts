import { sliceBars, type Bars } from '@neural-trader/core'

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

/** A copy of all bars in which those from the cut on go another way; each is a possible bar. */
export function barsWithOtherFuture(bars: Bars, cut: number): Bars {
  const other = barsBefore(bars, bars.time.length)
  for (let bar = cut; bar < bars.time.length; bar++) {
    const factor = 1.25 + ((bar * 7) % 11) / 16
    for (const column of [other.open, other.high, other.low, other.close]) {
      column[bar] = (column[bar] ?? 0) * factor
    }
    other.volume[bar] = (other.volume[bar] ?? 0) * 3 + 1 + (bar % 5)
  }
  return other
}
