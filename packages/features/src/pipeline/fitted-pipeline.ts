import { NeuralTraderError } from '@neural-trader/core'

import { applyStep } from './apply-step.ts'
import { checkSteps } from './check-steps.ts'
import { columnMap, rangeOf, type FeatureColumns, type RowRange } from './feature-columns.ts'
import { toMatrix, type FeatureMatrix } from './matrix.ts'
import type { PipelineSpec } from './pipeline.ts'
import { isLearned, type ColumnMap, type LearnedState } from './step.ts'

/** The version of {@link SavedPipeline}; one that is read differently gets another. */
const version = 1

/** A pipeline that has learnt, as plain data. */
export type SavedPipeline<Name extends string = string> = PipelineSpec<Name> & {
  readonly version: 1
  /** What each step learnt, in their order. */
  readonly learnt: readonly LearnedState[]
}

/** A pipeline that has learnt from its training rows. */
export type FittedPipeline<Name extends string> = {
  /**
   * The matrix of some rows; rows before them are only looked back to.
   *
   * @throws NeuralTraderError `DATA_MISSING_COLUMN`, `DATA_LENGTH_MISMATCH` or `INVALID_ARGUMENT`.
   */
  readonly transform: (columns: FeatureColumns<Name>, rows?: RowRange) => FeatureMatrix
  readonly toJSON: () => SavedPipeline<Name>
}

/** A pipeline with what its steps learnt. */
export function fittedPipeline<Name extends string>(
  { columns: names, steps }: PipelineSpec<Name>,
  learnt: readonly LearnedState[],
): FittedPipeline<Name> {
  return {
    transform: (columns, rows = {}) => {
      const map = columnMap(names, columns)
      const after = steps.reduce<ColumnMap>(
        (current, step, index) => applyStep(step, learnt[index] ?? {}, current),
        map,
      )
      return toMatrix(after, rangeOf(rows, map))
    },
    toJSON: () => ({ version, columns: names, steps, learnt }),
  }
}

/**
 * The fitted pipeline that `toJSON` wrote, with the same bits.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for data that is none, or of another version.
 */
export function restorePipeline<Name extends string>(
  saved: SavedPipeline<Name>,
): FittedPipeline<Name> {
  checkVersion((saved as { readonly version?: unknown } | null)?.version)
  const { columns, steps, learnt } = saved
  if (!Array.isArray(columns) || !Array.isArray(steps) || !isState(learnt, steps.length)) {
    const message = 'The saved pipeline is damaged: give what toJSON of a fitted pipeline returned'
    throw new NeuralTraderError('INVALID_ARGUMENT', message)
  }
  checkSteps(columns, steps)
  for (const [index, step] of steps.entries()) {
    if (isLearned(step) && Object.keys(learnt[index] ?? {}).length === 0) {
      const message = `steps[${index}] of the saved pipeline has learnt nothing: fit it anew`
      throw new NeuralTraderError('INVALID_ARGUMENT', message)
    }
  }
  return fittedPipeline({ columns, steps }, learnt)
}

function checkVersion(found: unknown): void {
  if (found === version) return
  const given = found === undefined ? 'no version' : `version ${JSON.stringify(found)}`
  const message = `The saved pipeline has ${given}, this package reads version ${version}: fit it anew`
  throw new NeuralTraderError('INVALID_ARGUMENT', message)
}

function isState(learnt: unknown, steps: number): boolean {
  if (!Array.isArray(learnt) || learnt.length !== steps) return false
  const states = learnt.flatMap((state: unknown) =>
    typeof state === 'object' && state !== null ? Object.values(state) : [state],
  )
  return states.every(
    (numbers: unknown) => Array.isArray(numbers) && numbers.every((each) => Number.isFinite(each)),
  )
}
