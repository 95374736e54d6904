import {
  checkLength,
  countSteps,
  stepAfter,
  wrong,
  type StepRange,
  type Steps,
  type WindowLength,
} from './windows.ts'

/** Stretches to train on, and stretches to test on, in order. */
export type PurgedSplit = {
  readonly train: readonly StepRange[]
  readonly test: readonly StepRange[]
  /** The numbers of the groups that are tested. */
  readonly groups: readonly number[]
}

/** What is left out of the training around a test. */
export type PurgeOptions = {
  /**
   * Left out on both sides: as far as a trade, or a label, begun before a border reaches over it.
   * Default 0.
   */
  readonly purge?: WindowLength
  /** Left out after a test besides, for what still echoes; default 0. */
  readonly embargo?: WindowLength
}

/** Splits, and the ways through them on which every step is tested once. */
export type CombinatorialSplits = {
  /** The groups that the steps are divided into, in order. */
  readonly groups: readonly StepRange[]
  /** Every choice of groups to test: n over k. */
  readonly splits: readonly PurgedSplit[]
  /** For each path the split that tests each group: k / n of the splits' number. */
  readonly paths: readonly (readonly number[])[]
}

/**
 * Folds of equal length, each tested once on what the others teach, without the steps around it.
 *
 * Source: Lopez de Prado, Advances in Financial Machine Learning (2018), chapter 7.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT`.
 */
export function purgedKFold(
  steps: Steps,
  { folds, ...around }: PurgeOptions & { readonly folds: number },
): readonly PurgedSplit[] {
  checkGroups('folds', steps, folds)
  return combinatorialSplits(steps, { groups: folds, testGroups: 1, ...around }).splits
}

/**
 * Groups of equal length, of which every choice of `testGroups` is tested on what the others teach.
 * Each group is tested in several splits; put together they make several paths through all of the data.
 *
 * Source: Lopez de Prado, Advances in Financial Machine Learning (2018), chapter 12.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT`.
 */
export function combinatorialSplits(
  steps: Steps,
  options: PurgeOptions & { readonly groups: number; readonly testGroups: number },
): CombinatorialSplits {
  checkCombinatorial(steps, options)
  const { groups: count, testGroups } = options
  const length = countSteps(steps)
  const border = (group: number): number => Math.round((group * length) / count)
  const groups = Array.from({ length: count }, (_, group) => ({
    from: border(group),
    to: border(group + 1),
  }))
  const splits = choices(count, testGroups).map((chosen) => {
    const test = chosen.map((group) => groups[group] as StepRange)
    return { groups: chosen, test, train: without(steps, test, options) }
  })
  return { groups, splits, paths: pathsThrough(splits, count) }
}

/** Every way to choose so many of the first numbers, in order. */
function choices(count: number, chosen: number, from = 0): readonly (readonly number[])[] {
  if (chosen === 0) return [[]]
  return Array.from({ length: Math.max(0, count - from) }, (_, offset) => from + offset).flatMap(
    (first) => choices(count, chosen - 1, first + 1).map((rest) => [first].concat(rest)),
  )
}

/** All steps but those of the tests and those around them, as stretches. */
function without(
  steps: Steps,
  test: readonly StepRange[],
  { purge = 0, embargo = 0 }: PurgeOptions,
): readonly StepRange[] {
  const length = countSteps(steps)
  const banned = test.map(({ from, to }) => {
    const end = to < length ? stepAfter(steps, stepAfter(steps, to, purge), embargo) : length
    return { from: stepAfter(steps, from, purge, -1), to: Math.min(end, length) }
  })
  const stretches: StepRange[] = []
  let begin = 0
  for (const { from, to } of [...banned, { from: length, to: length }]) {
    if (from > begin) stretches.push({ from: begin, to: from })
    begin = Math.max(begin, to)
  }
  return stretches
}

/** The first path takes of each group the first split that tests it, the second the second. */
function pathsThrough(
  splits: readonly PurgedSplit[],
  count: number,
): readonly (readonly number[])[] {
  const testing = Array.from({ length: count }, (_, group) =>
    splits.flatMap(({ groups }, split) => (groups.includes(group) ? [split] : [])),
  )
  return (testing[0] ?? []).map((_, path) => testing.map((each) => each[path] as number))
}

function checkCombinatorial(
  steps: Steps,
  { groups, testGroups, purge = 0, embargo = 0 }: Parameters<typeof combinatorialSplits>[1],
): void {
  checkGroups('groups', steps, groups)
  checkLength('purge', purge, 0)
  checkLength('embargo', embargo, 0)
  if (!(Number.isInteger(testGroups) && testGroups >= 1 && testGroups < groups)) {
    throw wrong('testGroups', testGroups, `a whole number from 1, below the ${groups} of groups`)
  }
  const splits = binomial(groups, testGroups)
  if (splits > 10_000) {
    throw wrong('groups', groups, `fewer: ${testGroups} of them can be chosen in ${splits} ways`)
  }
}

function checkGroups(name: string, steps: Steps, groups: number): void {
  const length = countSteps(steps)
  if (Number.isInteger(groups) && groups >= 2 && groups <= length) return
  throw wrong(name, groups, `a whole number from 2 to the ${length} of the steps`)
}

function binomial(count: number, chosen: number): number {
  let ways = 1
  for (let index = 1; index <= chosen; index++) ways = (ways * (count - chosen + index)) / index
  return Math.round(ways)
}
