import type { Bars, Timeframe } from '@neural-trader/core'

/** The rows that make up one coarser bar, and the time it closes. */
export type Period = {
  readonly start: number
  /** The row after its last. */
  readonly end: number
  readonly time: bigint
}

/** One bar for each period: first open, highest high, lowest low, last close, sum of volumes. */
export function aggregatePeriods(
  bars: Bars,
  timeframe: Timeframe,
  periods: readonly Period[],
): Bars {
  const count = periods.length
  const result: Bars = {
    instrument: bars.instrument,
    timeframe,
    time: BigInt64Array.from(periods, ({ time }) => time),
    open: new Float64Array(count),
    high: new Float64Array(count),
    low: new Float64Array(count),
    close: new Float64Array(count),
    volume: new Float64Array(count),
  }
  for (const [at, { start, end }] of periods.entries()) {
    result.open[at] = bars.open[start]!
    result.high[at] = highest(bars.high, start, end)
    result.low[at] = lowest(bars.low, start, end)
    result.close[at] = bars.close[end - 1]!
    result.volume[at] = sum(bars.volume, start, end)
  }
  return result
}

function highest(values: Float64Array, start: number, end: number): number {
  let best = values[start]!
  for (let i = start + 1; i < end; i++) if (values[i]! > best) best = values[i]!
  return best
}

function lowest(values: Float64Array, start: number, end: number): number {
  let best = values[start]!
  for (let i = start + 1; i < end; i++) if (values[i]! < best) best = values[i]!
  return best
}

function sum(values: Float64Array, start: number, end: number): number {
  let total = 0
  for (let i = start; i < end; i++) total += values[i]!
  return total
}
