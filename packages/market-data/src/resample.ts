import { type Bars, NeuralTraderError, type Timeframe } from '@neural-trader/core'
import {
  addTimeframes,
  dateStamp,
  dayLength,
  isDaysOrLonger,
  periodEnd,
  timeframeLength,
  timeframeParts,
} from './timeframe.ts'

/** How bars are put together. */
export type ResampleOptions = {
  /** Leave out the last bar when its period may still get another bar; kept unless asked. */
  readonly dropPartial?: boolean
}

/**
 * Puts bars together into a coarser timeframe: first open, highest high, lowest low, last close, sum
 * of volumes (added in order of time). Periods are aligned to UTC: days start at midnight, weeks on
 * Monday, months follow the calendar; a bar belongs to the period in which it closes, the period's
 * end included. The new bar carries the time at which its period ends, or 23:59:59.999 of its last
 * day where the source is made of such daily bars. Periods without bars give none.
 *
 * A last bar whose period has not ended is kept, unless `dropPartial`. Without a calendar a period
 * counts as unfinished until another source bar would no longer fit in it: a week of daily bars that
 * ends on a Friday is unfinished while no later bar is there.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` when the timeframe is finer than that of the bars, or
 * its periods cannot be put together from whole bars (weeks to months, 2m to 5m).
 */
export function resample(
  bars: Bars,
  timeframe: Timeframe,
  { dropPartial = false }: ResampleOptions = {},
): Bars {
  refuseUnfit(bars.timeframe, timeframe)
  const starts = periodStarts(bars.time, timeframe)
  const drop = dropPartial && starts.length > 0 && lastIsPartial(bars, timeframe)
  return aggregate(bars, timeframe, starts, starts.length - (drop ? 1 : 0))
}

function refuseUnfit(from: Timeframe, to: Timeframe): void {
  if (isWholeMultiple(from, to)) return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Bars of ${from} cannot be put together into ${to}: choose a timeframe that is a whole multiple of ${from}` +
      (from.endsWith('w') && to.endsWith('M')
        ? ', or start from daily bars, since weeks straddle months'
        : ''),
    { details: { from, to } },
  )
}

function isWholeMultiple(from: Timeframe, to: Timeframe): boolean {
  const fine = timeframeLength(from)
  const coarse = timeframeLength(to)
  if (fine === null)
    return coarse === null && timeframeParts(to).count % timeframeParts(from).count === 0
  if (coarse === null) return dayLength % fine === 0n
  if (to.endsWith('w') && !from.endsWith('w')) return dayLength % fine === 0n
  if (from.endsWith('w') && !to.endsWith('w')) return false
  return coarse % fine === 0n
}

/** Index of the first source bar of each period. */
function periodStarts(time: BigInt64Array, timeframe: Timeframe): number[] {
  const starts: number[] = []
  let end: bigint | null = null
  for (let i = 0; i < time.length; i++) {
    if (end !== null && time[i]! <= end) continue
    starts.push(i)
    end = periodEnd(time[i]!, timeframe)
  }
  return starts
}

function lastIsPartial(bars: Bars, timeframe: Timeframe): boolean {
  const last = bars.time.at(-1)!
  const end = periodEnd(last, timeframe)
  const stamp = stampsDates(bars) ? dateStamp(end) : end
  return addTimeframes(last, bars.timeframe, 1) <= stamp
}

/** Whether the bars are days or longer, stamped a millisecond before midnight. */
function stampsDates(bars: Bars): boolean {
  const [first] = bars.time
  return (
    first !== undefined &&
    isDaysOrLonger(bars.timeframe) &&
    first === dateStamp(periodEnd(first, '1d'))
  )
}

function aggregate(
  bars: Bars,
  timeframe: Timeframe,
  starts: readonly number[],
  count: number,
): Bars {
  const result: Bars = {
    instrument: bars.instrument,
    timeframe,
    time: new BigInt64Array(count),
    open: new Float64Array(count),
    high: new Float64Array(count),
    low: new Float64Array(count),
    close: new Float64Array(count),
    volume: new Float64Array(count),
  }
  const dates = stampsDates(bars)
  for (let period = 0; period < count; period++) {
    const start = starts[period]!
    const end = starts[period + 1] ?? bars.time.length
    const periodEnds = periodEnd(bars.time[start]!, timeframe)
    result.time[period] = dates ? dateStamp(periodEnds) : periodEnds
    result.open[period] = bars.open[start]!
    result.high[period] = highest(bars.high, start, end)
    result.low[period] = lowest(bars.low, start, end)
    result.close[period] = bars.close[end - 1]!
    result.volume[period] = sum(bars.volume, start, end)
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
