import { NeuralTraderError, type Bars } from '@neural-trader/core'
import { pause, type RunControl } from '@neural-trader/engine'

import { featureValues, type Feature, type NamedValues } from './feature-values.ts'
import { barsBefore, barsWithOtherFuture } from './other-futures.ts'

/** A value that depends on what came after its bar. */
export type CausalFault = {
  /** Name of the column; `value` where the feature gives one. */
  readonly column: string
  /** The first bar at fault, from 0. */
  readonly bar: number
  /** Its value with every bar known. */
  readonly value: number
  /** Its value when the bars from `cut` on are others or not there. */
  readonly otherwise: number
  /** Whether the bars from `cut` on were taken away or changed. */
  readonly future: 'removed' | 'changed'
  readonly cut: number
}

/** What a check of a feature found. */
export type CausalReport = {
  readonly bars: number
  readonly columns: readonly string[]
  /** Bars at which the future was taken away and changed. */
  readonly cuts: number
  /** Cuts before which the feature threw, because the bars were too few, say. */
  readonly refused: number
  /** The first fault of each column that has one. */
  readonly faults: readonly CausalFault[]
}

/** How thoroughly a feature is checked. */
export type CheckCausalOptions = RunControl & {
  /** Cuts spread over the bars, besides those at the first 32; default 64. */
  readonly cuts?: number
  /** Relative difference of two values that still counts as equal; default 0, bit for bit. */
  readonly tolerance?: number
}

/**
 * Whether a feature is causal: its value at a bar must be the same whatever comes after the bar. The
 * future is taken away and changed at many bars, and where a fault shows, the bars before it are gone
 * through one by one.
 *
 * @throws NeuralTraderError `DATA_EMPTY` without at least two bars; `STRATEGY_FAILED` where the
 * feature throws on all of the bars; `DATA_LENGTH_MISMATCH` and `INVALID_ARGUMENT` for what it
 * returns, and for options out of range; `CANCELLED`.
 */
export async function checkCausal(
  feature: Feature,
  bars: Bars,
  options: CheckCausalOptions = {},
): Promise<CausalReport> {
  checkOptions(options, bars)
  const whole = featureValues(feature, barsBefore(bars, bars.time.length))
  const search: Search = { feature, bars, whole, tolerance: options.tolerance ?? 0 }
  const cuts = spreadCuts(bars.time.length, options.cuts ?? 64)
  const faults = new Map<string, CausalFault>()
  let refused = 0
  for (const [index, cut] of cuts.entries()) {
    await pause(options, index / cuts.length)
    const found = faultsAt(search, cut)
    if (found === undefined) refused += 1
    keepEarliest(faults, found ?? [])
  }
  for (const { bar } of faults.values()) {
    const clean = cuts.findLast((cut) => cut <= bar) ?? 0
    await goThrough(
      search,
      { from: clean + 1, to: Math.min(bar, clean + 512) },
      { faults, options },
    )
  }
  const length = bars.time.length
  return {
    bars: length,
    columns: [...whole.keys()],
    cuts: cuts.length,
    refused,
    faults: [...faults.values()],
  }
}

type Search = {
  readonly feature: Feature
  readonly bars: Bars
  readonly whole: NamedValues
  readonly tolerance: number
}

/** Every cut from one to another, until one shows an earlier fault. */
async function goThrough(
  search: Search,
  { from, to }: { readonly from: number; readonly to: number },
  { faults, options }: { readonly faults: Map<string, CausalFault>; readonly options: RunControl },
): Promise<void> {
  for (let cut = from; cut <= to; cut++) {
    await pause(options, 1)
    if (keepEarliest(faults, faultsAt(search, cut) ?? [])) return
  }
}

/** Whether one of them was earlier than what there was. */
function keepEarliest(faults: Map<string, CausalFault>, found: readonly CausalFault[]): boolean {
  const earlier = found.filter(({ column, bar }) => bar < (faults.get(column)?.bar ?? Infinity))
  for (const fault of earlier) faults.set(fault.column, fault)
  return earlier.length > 0
}

/** The first fault of each column at a cut; undefined where the feature refuses the bars before it. */
function faultsAt(search: Search, cut: number): readonly CausalFault[] | undefined {
  const { feature, bars } = search
  const changed = featureValues(feature, barsWithOtherFuture(bars, cut))
  const after = differences(search, changed, { future: 'changed', cut })
  const before = attempt(() => featureValues(feature, barsBefore(bars, cut)))
  if (before === undefined) return after.length > 0 ? after : undefined
  return [...differences(search, before, { future: 'removed', cut }), ...after]
}

function differences(
  { whole, tolerance }: Search,
  other: NamedValues,
  how: Pick<CausalFault, 'future' | 'cut'>,
): readonly CausalFault[] {
  return [...whole].flatMap(([column, values]) => {
    const others = other.get(column) ?? []
    for (let bar = 0; bar < how.cut; bar++) {
      const value = values[bar] ?? Number.NaN
      const otherwise = others[bar] ?? Number.NaN
      if (!equal(value, otherwise, tolerance)) return [{ column, bar, value, otherwise, ...how }]
    }
    return []
  })
}

function equal(a: number, b: number, tolerance: number): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b))
}

/** The first 32 bars, the last one, and as many as asked spread between them. */
function spreadCuts(length: number, count: number): readonly number[] {
  const first = Array.from({ length: Math.min(32, length - 1) }, (_, index) => index + 1)
  const spread = Array.from({ length: count }, (_, index) =>
    Math.max(1, Math.round(((index + 1) * (length - 1)) / count)),
  )
  return [...new Set([...first, ...spread])].toSorted((a, b) => a - b)
}

/** A feature may need more bars than there are before an early cut. */
function attempt(compute: () => NamedValues): NamedValues | undefined {
  try {
    return compute()
  } catch (error) {
    if (error instanceof NeuralTraderError && error.code === 'STRATEGY_FAILED') return undefined
    throw error
  }
}

function checkOptions({ cuts = 64, tolerance = 0 }: CheckCausalOptions, bars: Bars): void {
  const length = bars.time.length
  if (length < 2) {
    throw new NeuralTraderError('DATA_EMPTY', `A check needs two bars, and there are ${length}`)
  }
  if (!Number.isInteger(cuts) || cuts < 1 || cuts > 100_000) {
    const message = `cuts is ${cuts}: give a whole number from 1 to 100000`
    throw new NeuralTraderError('INVALID_ARGUMENT', message, { details: { cuts } })
  }
  if (!(tolerance >= 0 && tolerance < 1)) {
    const message = `tolerance is ${tolerance}: give a number from 0, below 1`
    throw new NeuralTraderError('INVALID_ARGUMENT', message, { details: { tolerance } })
  }
}
