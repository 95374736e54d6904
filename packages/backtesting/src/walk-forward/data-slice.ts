import { sliceBars, type Bars } from '@neural-trader/core'

import { firstStepAt, type StepRange } from './windows.ts'

/** Bars to run on, and since when to trade: those before are for indicators to warm up on. */
export type DataSlice = {
  readonly data: readonly Bars[]
  /** Time of the first step of the window, nanoseconds since the epoch. */
  readonly tradeFrom: bigint
  /** The steps of the window in the whole data. */
  readonly window: StepRange
  /** Times of the steps of the window. */
  readonly time: BigInt64Array
}

/** The times at which a bar of any series closed, in order: the steps of a run. */
export function stepTimes(data: readonly Bars[]): BigInt64Array {
  const [only] = data
  if (only !== undefined && data.length === 1) return only.time
  return BigInt64Array.from(new Set(data.flatMap(({ time }) => [...time]))).toSorted()
}

/**
 * A window of the data with the bars before it: all of them, or at most so many of each series. Series
 * without a bar up to the end of the window are left out.
 */
export function sliceOf(
  data: readonly Bars[],
  steps: BigInt64Array,
  { from, to }: StepRange,
  warmUp: number = Infinity,
): DataSlice {
  const tradeFrom = steps[from] ?? 0n
  const last = steps[to - 1] ?? 0n
  const sliced = data.map((bars) => {
    const begin = firstStepAt(bars.time, tradeFrom)
    return sliceBars(bars, Math.max(0, begin - warmUp), firstStepAt(bars.time, last + 1n))
  })
  return {
    data: sliced.filter(({ time }) => time.length > 0),
    tradeFrom,
    window: { from, to },
    time: steps.subarray(from, to),
  }
}
