import { NeuralTraderError } from '@neural-trader/core'

import type {
  FallRow,
  MonteCarloSpec,
  ReturnMeasures,
  SharpeGate,
  StatisticsFound,
  StatisticsWatch,
} from '../native/binding.js'
import { binding } from './binding.ts'
import { fromPayload, native } from './native-error.ts'
import type { RunControl } from './pause.ts'

export type { FallRow, MonteCarloSpec, ReturnMeasures, SharpeGate } from '../native/binding.js'

/** How statistics that take long are followed, stopped and spread; 0 threads are all there are. */
export type StatisticsControl = RunControl & { readonly threads: number }

/** Returns of periods, with what is known beside them; empty columns are not known. */
export type ReturnColumns = {
  readonly returns: Float64Array
  readonly time: BigInt64Array
  readonly benchmark: Float64Array
  readonly periodsPerYear: number | undefined
  readonly riskFreeRate: number
}

/** Rows of returns, one after another, and how many rows. */
export type TrialRows = { readonly values: Float64Array; readonly trials: number }

type Found<Name extends keyof StatisticsFound> = NonNullable<StatisticsFound[Name]>

/** Milliseconds between two looks at how far it is. */
const look = 20

/** The gate of the deflated Sharpe ratio. Throws `DATA_EMPTY` or `DATA_NOT_FINITE`. */
export function sharpeGate(
  returns: Float64Array,
  of: {
    readonly sharpes: Float64Array
    readonly trials: number | undefined
    readonly benchmark: number
    readonly confidence: number
  },
): SharpeGate {
  return native(() =>
    binding.sharpeGate(returns, of.sharpes, of.trials, of.benchmark, of.confidence),
  )
}

/** The probabilistic Sharpe ratio. Throws `DATA_EMPTY` or `DATA_NOT_FINITE`. */
export function sharpeConfidence(returns: Float64Array, benchmark: number): number {
  return native(() => binding.probabilisticSharpe(returns, benchmark))
}

/** The minimum track record. Throws `DATA_EMPTY` or `DATA_NOT_FINITE`. */
export function trackRecord(returns: Float64Array, benchmark: number, confidence: number): number {
  return native(() => binding.minimumTrackRecord(returns, benchmark, confidence))
}

/** How many independent trials there are. Throws a `DATA_...` code. */
export function independentTrials({ values, trials }: TrialRows): number {
  return native(() => binding.effectiveTrials(values, trials))
}

/** All measures of returns. Throws `INVALID_ARGUMENT` or a `DATA_...` code. */
export function measureReturns(columns: ReturnColumns): ReturnMeasures {
  return native(() => binding.returnMeasures(spec(columns)))
}

/** A measure of each window. Throws `INVALID_ARGUMENT` or a `DATA_...` code. */
export function rollReturns(columns: ReturnColumns, name: string, window: number): Float64Array {
  return native(() => binding.rollingMeasure(spec(columns), name, window))
}

/** The deepest falls. Throws `DATA_EMPTY` or `DATA_NOT_FINITE`. */
export function fallsOf(returns: Float64Array, most: number): readonly FallRow[] {
  return native(() => binding.drawdownTable(returns, most))
}

/** Probability of backtest overfitting. Rejects with `INVALID_ARGUMENT`, `DATA_...`, `CANCELLED`. */
export async function runOverfitting(
  { values, trials }: TrialRows,
  splits: number,
  control: StatisticsControl,
): Promise<Found<'overfitting'>> {
  const start: Start = (watch) => binding.backtestOverfitting(values, trials, splits, watch)
  return only(await followed(start, control), 'overfitting')
}

/** Reality check. Rejects with `INVALID_ARGUMENT`, `DATA_...`, `CANCELLED`. */
export async function runRealityCheck(
  { values, trials }: TrialRows,
  of: {
    readonly benchmark: Float64Array
    readonly seed: number
    readonly resamples: number
    readonly blockLength: number | undefined
  },
  control: StatisticsControl,
): Promise<Found<'realityCheck'>> {
  const { benchmark, seed, resamples, blockLength } = of
  const start: Start = (watch) =>
    binding.realityCheck(values, trials, benchmark, seed, resamples, blockLength, watch)
  return only(await followed(start, control), 'realityCheck')
}

/** Confidence intervals. Rejects with `INVALID_ARGUMENT`, `DATA_...`, `CANCELLED`. */
export async function runIntervals(
  columns: ReturnColumns,
  of: {
    readonly seed: number
    readonly resamples: number
    readonly confidence: number
    readonly blockLength: number | undefined
  },
  control: StatisticsControl,
): Promise<Found<'intervals'>> {
  const { seed, resamples, confidence, blockLength } = of
  const start: Start = (watch) =>
    binding.confidenceIntervals(spec(columns), seed, resamples, confidence, blockLength, watch)
  return only(await followed(start, control), 'intervals')
}

/** Monte Carlo on trades. Rejects with `INVALID_ARGUMENT`, `DATA_NOT_FINITE`, `CANCELLED`. */
export async function runMonteCarlo(
  results: Float64Array,
  of: MonteCarloSpec,
  control: StatisticsControl,
): Promise<Found<'monteCarlo'>> {
  const start: Start = (watch) => binding.monteCarloTrades(results, of, watch)
  return only(await followed(start, control), 'monteCarlo')
}

type Start = (watch: StatisticsWatch) => Promise<StatisticsFound>

async function followed(start: Start, control: StatisticsControl): Promise<StatisticsFound> {
  const { signal, onProgress, threads } = control
  const watch = native(() => new binding.StatisticsWatch(threads))
  const cancel = (): void => watch.cancel()
  if (signal?.aborted === true) cancel()
  signal?.addEventListener('abort', cancel, { once: true })
  const tell = (): void => onProgress?.(watch.progress())
  const timer = onProgress === undefined ? undefined : setInterval(tell, look)
  try {
    const found = await native(() => start(watch))
    if (typeof found.code === 'string') {
      throw fromPayload(found.code, found.message ?? '', signal?.reason)
    }
    return found
  } finally {
    clearInterval(timer)
    signal?.removeEventListener('abort', cancel)
  }
}

function only<Name extends keyof StatisticsFound>(found: StatisticsFound, name: Name): Found<Name> {
  const one = found[name]
  if (one !== undefined && one !== null) return one
  throw new NeuralTraderError('INTERNAL', `The engine gave no ${name}`)
}

function spec({ periodsPerYear, ...columns }: ReturnColumns): {
  returns: Float64Array
  time: BigInt64Array
  benchmark: Float64Array
  riskFreeRate: number
  periodsPerYear?: number
} {
  return periodsPerYear === undefined ? columns : { ...columns, periodsPerYear }
}
