import { bestOf, type Evaluation } from './evaluation.ts'
import { growthMeasures, stitched, type GrowthMeasures } from './growth-measures.ts'
import type { Params } from './param-space.ts'
import { anchoredSplits, rollingSplits, type ForwardOptions, type Split } from './rolling-splits.ts'
import { openTrials, type TrialOptions, type TrialRunner } from './trial-runner.ts'
import { wrong } from './windows.ts'

/** What is tried, on which windows. */
export type WalkForwardOptions<Of extends Params = Params> = TrialOptions<Of> &
  Omit<ForwardOptions, 'purge'> & {
    /** Whether training windows keep their length, the default, or all begin at the first step. */
    readonly mode?: 'rolling' | 'anchored'
  }

/** One window: what was chosen by its training, and what came of it in the test. */
export type WalkForwardWindow = Split & {
  /** The chosen combination by its number; -1 where no score of the training was a number. */
  readonly combination: number
  readonly params: Params | null
  /** The objective in training and in the test. */
  readonly inSampleScore: number
  readonly outOfSampleScore: number
  readonly inSample: Readonly<Record<string, number>>
  readonly outOfSample: Readonly<Record<string, number>>
}

/** What a walk forward came to. */
export type WalkForwardResult = {
  readonly windows: readonly WalkForwardWindow[]
  readonly combinations: readonly Params[]
  /** The objective of every combination in every training window, window by window. */
  readonly scores: Float64Array
  /** Combinations among which each window chose: what any "best" has to be seen against. */
  readonly trials: number
  /** Evaluations in all, those of the tests included. */
  readonly evaluations: number
  /** Times of the tested steps, nanoseconds since the epoch. */
  readonly time: BigInt64Array
  /**
   * Equity over the starting capital at each tested step: windows follow each other with the capital
   * that the last one left, and no position goes from one to the next. Empty where an evaluator gives
   * no growth.
   */
  readonly growth: Float64Array
  /** Of the tested steps as one run. */
  readonly measures: GrowthMeasures
  /**
   * Mean annual return of the tests over that of the trainings: what is left of what was chosen for.
   * NaN where the trainings did not gain, or evaluators give no `annualReturn`.
   *
   * Source: Pardo, The Evaluation and Optimization of Trading Strategies (2008), chapter 11.
   */
  readonly efficiency: number
}

/**
 * Chooses parameters by each training window and tries the choice on the unseen window after it.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for an option or windows that do not fit, `DATA_EMPTY`,
 * `CANCELLED`, and what the evaluator throws.
 */
export async function walkForward<Of extends Params>(
  given: WalkForwardOptions<Of>,
): Promise<WalkForwardResult> {
  const options = given as unknown as WalkForwardOptions
  const { mode = 'rolling' } = options
  if (mode !== 'rolling' && mode !== 'anchored') throw wrong('mode', mode, 'rolling or anchored')
  const runner = openTrials(trialOptions(options))
  const forward = { ...forwardOptions(options), purge: await runner.purge() }
  const split = mode === 'rolling' ? rollingSplits : anchoredSplits
  const splits = split(runner.steps, forward)
  const { combinations, steps } = runner
  runner.expect(runner.evaluations() + splits.length * (combinations.length + 1))
  const scores = new Float64Array(splits.length * combinations.length)
  const windows: WalkForwardWindow[] = []
  const growths: Float64Array[] = []
  for (const [index, each] of splits.entries()) {
    const place = index * combinations.length
    const row = scores.subarray(place, place + combinations.length)
    const { window, growth } = await walk(runner, each, row)
    windows.push(window)
    growths.push(growth)
  }
  options.onProgress?.(1)
  const time = BigInt64Array.from(
    windows.flatMap(({ test }) => [...steps.subarray(test.from, test.to)]),
  )
  const growth = stitched(growths)
  const isWhole = growth.length === time.length
  return {
    windows,
    combinations,
    scores,
    trials: combinations.length,
    evaluations: runner.evaluations(),
    time,
    growth: isWhole ? growth : new Float64Array(),
    measures: growthMeasures(
      isWhole ? time : new BigInt64Array(),
      isWhole ? growth : new Float64Array(),
    ),
    efficiency: efficiencyOf(windows),
  }
}

/** One window: every combination in training, the best of them in the test. */
async function walk(
  runner: TrialRunner,
  split: Split,
  scores: Float64Array,
): Promise<{ window: WalkForwardWindow; growth: Float64Array }> {
  const trained: Evaluation[] = []
  for (const combination of runner.combinations.keys()) {
    const evaluation = await runner.evaluate(combination, split.train)
    trained.push(evaluation)
    scores[combination] = runner.score(evaluation)
  }
  const best = bestOf(scores)
  const tested = best < 0 ? null : await runner.evaluate(best, split.test)
  const length = split.test.to - split.test.from
  return {
    growth:
      tested === null ? new Float64Array(length).fill(1) : (tested.growth ?? new Float64Array()),
    window: {
      ...split,
      combination: best,
      params: runner.combinations[best] ?? null,
      inSampleScore: scores[best] ?? Number.NaN,
      outOfSampleScore: tested === null ? Number.NaN : runner.score(tested),
      inSample: trained[best]?.measures ?? {},
      outOfSample: tested?.measures ?? {},
    },
  }
}

function efficiencyOf(windows: readonly WalkForwardWindow[]): number {
  const chosen = windows.filter(({ params }) => params !== null)
  const annual = (side: 'inSample' | 'outOfSample'): number =>
    chosen.reduce((sum, window) => sum + (window[side]['annualReturn'] ?? Number.NaN), 0)
  const inSample = annual('inSample')
  return inSample > 0 ? annual('outOfSample') / inSample : Number.NaN
}

/** The options without those of the windows. */
function trialOptions(options: WalkForwardOptions): TrialOptions {
  const {
    train: _train,
    test: _test,
    step: _step,
    embargo: _embargo,
    partial: _partial,
    mode: _mode,
    ...trials
  } = options
  return trials
}

function forwardOptions(options: WalkForwardOptions): Omit<ForwardOptions, 'purge'> {
  const { train, test, step, embargo, partial } = options
  return {
    train,
    test,
    ...(step === undefined ? {} : { step }),
    ...(embargo === undefined ? {} : { embargo }),
    ...(partial === undefined ? {} : { partial }),
  }
}
