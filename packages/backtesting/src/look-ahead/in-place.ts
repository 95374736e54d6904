import type { Bars } from '@neural-trader/core'
import { barColumns } from '@neural-trader/core'

/**
 * Runs work while the caller's own bars hold another future, for a strategy that reads them past its
 * context; what was taken away is NaN. They are put back when the work ends, however it ends.
 */
export async function withInPlace<Result>(
  data: readonly Bars[],
  other: readonly Bars[],
  work: () => Promise<Result>,
): Promise<Result> {
  const kept = data.map((bars) => barColumns.map((column) => bars[column].slice()))
  try {
    for (const [index, bars] of data.entries()) {
      for (const column of barColumns) {
        const given = other[index]?.[column] ?? new Float64Array()
        bars[column].set(given)
        bars[column].fill(Number.NaN, given.length)
      }
    }
    return await work()
  } finally {
    for (const [index, bars] of data.entries()) {
      for (const [place, column] of barColumns.entries()) bars[column].set(kept[index]![place]!)
    }
  }
}

let last: Promise<unknown> = Promise.resolve()

/** One check at a time: two over the same bars would see each other's futures. */
export async function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = last
  const mine = before.then(work, work)
  last = mine.catch(() => undefined)
  return await mine
}
