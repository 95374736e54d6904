import type { Bench } from './bench.ts'

/** The measured figure of one benchmark, as `results.json` carries it. */
export type Result = {
  readonly name: string
  readonly unit: string
  /** Median of `runs`. */
  readonly value: number
  /** Every measured figure, in the order of measuring. */
  readonly runs: readonly number[]
  readonly peer?: { readonly name: string; readonly version: string; readonly value: number }
  /** Ours over the peer's, turned so that more than 1 means we are better. */
  readonly ratio?: number
  /** The file that measures it. */
  readonly script: string
}

/** Measures a benchmark and its peer in turn, after one discarded run of each. */
export async function measure(bench: Bench, script: string): Promise<Result> {
  await bench.run()
  await bench.peer?.run()
  const ours: number[] = []
  const theirs: number[] = []
  for (let run = 0; run < (bench.runs ?? 9); run++) {
    ours.push(await clean(bench.run))
    if (bench.peer !== undefined) theirs.push(await clean(bench.peer.run))
  }
  return { ...figure(bench, ours), ...comparison(bench, median(ours), theirs), script }
}

/** Measures with what earlier runs left behind collected, so that nobody pays for another's garbage. */
function clean(run: () => Promise<number>): Promise<number> {
  globalThis.gc?.()
  return run()
}

/** The middle of the sorted values, or the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length % 2 === 1) return sorted[middle]!
  return (sorted[middle - 1]! + sorted[middle]!) / 2
}

function figure({ name, unit }: Bench, runs: readonly number[]): Omit<Result, 'script'> {
  return { name, unit, value: median(runs), runs }
}

function comparison(
  { peer, higherIsBetter }: Bench,
  ours: number,
  runs: readonly number[],
): Pick<Result, 'peer' | 'ratio'> {
  if (peer === undefined) return {}
  const value = median(runs)
  const ratio = higherIsBetter ? ours / value : value / ours
  return { peer: { name: peer.name, version: peer.version, value }, ratio }
}
