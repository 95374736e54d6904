import { NeuralTraderError } from '@neural-trader/core'

import { bestOf, type Evaluation } from './evaluation.ts'
import { growthMeasures, stitched, type GrowthMeasures } from './growth-measures.ts'
import type { Params } from './param-space.ts'
import { combinatorialSplits, type PurgedSplit, type PurgeOptions } from './purged-splits.ts'
import { openTrials, type TrialOptions, type TrialRunner } from './trial-runner.ts'
import type { StepRange } from './windows.ts'

/** What is tried, and how the data are divided. */
export type CombinatorialOptions<Of extends Params = Params> = TrialOptions<Of> & {
  /** Parts that the data are divided into; default 6. */
  readonly groups?: number
  /** How many of them are tested at a time; default 2. */
  readonly testGroups?: number
  /** Left out after a test besides the purge; default 0. */
  readonly embargo?: PurgeOptions['embargo']
}

/** One choice of groups to test. */
export type CombinatorialSplit = PurgedSplit & {
  /** The combination chosen by the training; -1 where no score was a number. */
  readonly combination: number
  readonly params: Params | null
  /** Its objective in the training: the mean over its stretches, by their steps. */
  readonly inSampleScore: number
  /** Its objective in each tested group, in the order of `groups`. */
  readonly outOfSampleScores: readonly number[]
}

/** One way through all of the data, every step of it out of sample. */
export type CombinatorialPath = {
  /** The split that tests each group. */
  readonly splits: readonly number[]
  /** Equity over the starting capital at each step. */
  readonly growth: Float64Array
  readonly measures: GrowthMeasures
}

/** What combinatorial purged cross-validation came to. */
export type CombinatorialResult = {
  readonly groups: readonly StepRange[]
  readonly splits: readonly CombinatorialSplit[]
  /** As many as n over k, times k / n. */
  readonly paths: readonly CombinatorialPath[]
  readonly combinations: readonly Params[]
  /** Combinations among which each split chose. */
  readonly trials: number
  readonly evaluations: number
  readonly time: BigInt64Array
}

/**
 * Chooses parameters by every way to leave some parts of the data out and tries each choice on what was
 * left out. Where a walk forward gives one past, this gives several, and so a spread.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for an option, or where a purge leaves nothing to train
 * on; `DATA_EMPTY`, `CANCELLED`, and what the evaluator throws.
 */
export async function combinatorialPurged<Of extends Params>(
  given: CombinatorialOptions<Of>,
): Promise<CombinatorialResult> {
  const options = given as unknown as CombinatorialOptions
  const { groups: count = 6, testGroups = 2, embargo = 0, ...trials } = options
  const runner = openTrials(trials)
  const purge = await runner.purge()
  const { groups, splits, paths } = combinatorialSplits(runner.steps, {
    groups: count,
    testGroups,
    purge,
    embargo,
  })
  refuseEmpty(splits, String(purge))
  runner.expect(countEvaluations(splits, runner))
  const tried: CombinatorialSplit[] = []
  for (const split of splits) tried.push(await trySplit(runner, split))
  options.onProgress?.(1)
  return {
    groups,
    splits: tried,
    paths: await Promise.all(
      paths.map(async (path) => await pathOf(runner, path, { groups, tried })),
    ),
    combinations: runner.combinations,
    trials: runner.combinations.length,
    evaluations: runner.evaluations(),
    time: runner.steps,
  }
}

async function trySplit(runner: TrialRunner, split: PurgedSplit): Promise<CombinatorialSplit> {
  const scores = new Float64Array(runner.combinations.length)
  for (const combination of runner.combinations.keys()) {
    scores[combination] = await trainingScore(runner, combination, split.train)
  }
  const best = bestOf(scores)
  const outOfSampleScores = []
  for (const window of best < 0 ? [] : split.test) {
    outOfSampleScores.push(runner.score(await runner.evaluate(best, window)))
  }
  return {
    ...split,
    combination: best,
    params: runner.combinations[best] ?? null,
    inSampleScore: scores[best] ?? Number.NaN,
    outOfSampleScores,
  }
}

/** The mean over stretches by their steps; those whose score is not a number count for nothing. */
async function trainingScore(
  runner: TrialRunner,
  combination: number,
  train: readonly StepRange[],
): Promise<number> {
  let [sum, steps] = [0, 0]
  for (const stretch of train) {
    const score = runner.score(await runner.evaluate(combination, stretch))
    if (Number.isNaN(score)) continue
    const length = stretch.to - stretch.from
    sum += score * length
    steps += length
  }
  return steps === 0 ? Number.NaN : sum / steps
}

type Tried = {
  readonly groups: readonly StepRange[]
  readonly tried: readonly CombinatorialSplit[]
}

/** What was tested is known by now: each group of a path is one of the evaluations. */
async function pathOf(
  runner: TrialRunner,
  splits: readonly number[],
  { groups, tried }: Tried,
): Promise<CombinatorialPath> {
  const stretches: Float64Array[] = []
  for (const [group, window] of groups.entries()) {
    const best = tried[splits[group] ?? -1]?.combination ?? -1
    const tested: Evaluation | null = best < 0 ? null : await runner.evaluate(best, window)
    const flat = new Float64Array(window.to - window.from).fill(1)
    stretches.push(tested === null ? flat : (tested.growth ?? new Float64Array()))
  }
  const growth = stitched(stretches)
  const isWhole = growth.length === runner.steps.length
  const whole = isWhole ? growth : new Float64Array()
  const time = isWhole ? runner.steps : new BigInt64Array()
  return { splits, growth: whole, measures: growthMeasures(time, whole) }
}

function refuseEmpty(splits: readonly PurgedSplit[], purge: string): void {
  if (splits.every(({ train }) => train.length > 0)) return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `A purge of ${purge} leaves nothing to train on: give a shorter one, fewer groups, or more data`,
    { details: { field: 'purge', value: purge } },
  )
}

/** Stretches are shared between splits, and each combination runs on each of them once. */
function countEvaluations(splits: readonly PurgedSplit[], runner: TrialRunner): number {
  const stretches = new Set(
    splits.flatMap(({ train }) => train.map(({ from, to }) => `${from} ${to}`)),
  )
  return runner.evaluations() + stretches.size * runner.combinations.length + splits.length
}
