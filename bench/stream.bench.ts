import type { Bench } from './bench.ts'
import { streamOf } from './stream-memory.ts'

const limit = 512

/** The most megabytes that a process holds while ten times the limit of 512 streams through it. */
async function peak(): Promise<number> {
  const took = await streamOf(10 * limit * 2 ** 20)
  if (took.gigabytes < 5 || took.trades < 500 || took.peak > limit) {
    throw new Error(`the stream took ${JSON.stringify(took)}`)
  }
  return took.peak
}

/** What a stream longer than memory takes of it. */
export const benches: readonly Bench[] = [
  { name: 'kernel.stream_peak_mb', unit: 'MB', higherIsBetter: false, runs: 1, run: peak },
]
