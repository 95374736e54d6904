import { NeuralTraderError } from '@neural-trader/core'

import type { BacktestResult } from '../result.ts'

/** Runs side by side. */
export type Comparison = {
  readonly names: readonly string[]
  readonly runs: readonly BacktestResult[]
  /** Every time at which one of the runs has a step, nanoseconds since the epoch, UTC. */
  readonly time: BigInt64Array
  /** What one unit of money became in each run by each time; NaN before the run begins. */
  readonly growth: readonly Float64Array[]
  /**
   * Correlation of the returns from one time to the next, over the times at which both runs had
   * begun; NaN where one of them did not vary.
   */
  readonly correlation: readonly Float64Array[]
}

/** Runs to compare, and what they are called. */
export type CompareOptions = {
  /** Default: the strategy, with its parameters where two would be called the same. */
  readonly names?: readonly string[]
}

/**
 * Puts runs side by side: their growth over one axis of time, and how their returns go together.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` without runs, or with another number of names.
 */
export function compareRuns(
  runs: readonly BacktestResult[],
  { names = namesOf(runs) }: CompareOptions = {},
): Comparison {
  if (runs.length === 0 || names.length !== runs.length) {
    const message = `There are ${runs.length} runs and ${names.length} names: give at least one run, and a name each`
    throw new NeuralTraderError('INVALID_ARGUMENT', message)
  }
  const time = unionOf(runs.map((run) => run.time))
  const growth = runs.map((run) => growthAt(run, time))
  const returns = growth.map(returnsOf)
  const correlation = returns.map((a) => Float64Array.from(returns, (b) => correlationOf(a, b)))
  return { names, runs, time, growth, correlation }
}

function namesOf(runs: readonly BacktestResult[]): readonly string[] {
  const plain = runs.map(({ strategy }) => strategy.name)
  const detailed = runs.map(({ strategy: { name, params } }) =>
    [name, ...Object.entries(params).map(([key, value]) => `${key}=${value}`)].join(' '),
  )
  const clear = plain.map((name, at) =>
    plain.filter((each) => each === name).length > 1 ? (detailed[at] ?? name) : name,
  )
  return clear.map((name, at) => {
    const earlier = clear.slice(0, at).filter((each) => each === name).length
    return earlier === 0 ? name : `${name} (${earlier + 1})`
  })
}

function unionOf(columns: readonly BigInt64Array[]): BigInt64Array {
  const [first] = columns
  const alike = (column: BigInt64Array) =>
    column.length === first?.length && column.every((at, row) => at === first[row])
  if (first !== undefined && columns.every(alike)) return first
  const all = new Set(columns.flatMap((column) => [...column]))
  return BigInt64Array.from(all).toSorted()
}

/** The last equity known at each time, over the equity at the start. */
function growthAt({ time, equity, measures }: BacktestResult, at: BigInt64Array): Float64Array {
  let step = -1
  return Float64Array.from(at, (moment) => {
    while (step + 1 < time.length && (time[step + 1] ?? 0n) <= moment) step++
    return step < 0 ? Number.NaN : (equity[step] ?? 0) / measures.startEquity
  })
}

/** NaN on nothing. */
function returnsOf(growth: Float64Array): Float64Array {
  return growth.map((value, at) => {
    const before = growth[at - 1] ?? Number.NaN
    return before > 0 ? value / before - 1 : Number.NaN
  })
}

function correlationOf(a: Float64Array, b: Float64Array): number {
  const both = [...a.keys()].filter((at) => Number.isFinite(a[at]) && Number.isFinite(b[at]))
  const mean = (column: Float64Array) =>
    both.reduce((sum, at) => sum + (column[at] ?? 0), 0) / both.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [together, varianceA, varianceB] = [0, 0, 0]
  for (const at of both) {
    const [awayA, awayB] = [(a[at] ?? 0) - meanA, (b[at] ?? 0) - meanB]
    together += awayA * awayB
    varianceA += awayA * awayA
    varianceB += awayB * awayB
  }
  return a === b && varianceA > 0 ? 1 : together / Math.sqrt(varianceA * varianceB)
}
