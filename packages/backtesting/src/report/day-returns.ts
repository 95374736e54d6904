import { firstStepAfter } from './steps.ts'

/** Returns day by day, and the time of the last step of each day. */
export type DayReturns = { readonly time: BigInt64Array; readonly returns: Float64Array }

const day = 86_400_000_000_000n

/**
 * Returns from the last step of a day of UTC to that of the next, the first over `startEquity`; a step
 * at midnight closes the day before it. They end where equity is not positive.
 */
export function dayReturns(
  time: BigInt64Array,
  equity: Float64Array,
  startEquity: number,
): DayReturns {
  const times: bigint[] = []
  const returns: number[] = []
  let before = startEquity
  for (let step = 0; step < time.length && before > 0;) {
    const next = firstStepAfter(time, (((time[step] ?? 0n) - 1n) / day + 1n) * day)
    const after = equity[next - 1] ?? Number.NaN
    times.push(time[next - 1] ?? 0n)
    returns.push(after / before - 1)
    before = after
    step = next
  }
  return { time: BigInt64Array.from(times), returns: Float64Array.from(returns) }
}
