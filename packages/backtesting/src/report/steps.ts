/** First step whose time is after `moment`, in nanoseconds; the number of steps where none is. */
export function firstStepAfter(time: BigInt64Array, moment: bigint): number {
  let low = 0
  let high = time.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((time[middle] ?? 0n) <= moment) low = middle + 1
    else high = middle
  }
  return low
}

/** Steps before the one at which the measures begin, at `start` in milliseconds: the warm-up. */
export function warmUpSteps(time: BigInt64Array, start: number): number {
  if (!Number.isFinite(start)) return 0
  return firstStepAfter(time, BigInt(start) * 1_000_000n - 1n)
}
