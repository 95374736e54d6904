import { applyStep } from './apply-step.ts'
import { checkSteps } from './check-steps.ts'
import { columnMap, rangeOf, type FeatureColumns, type RowRange } from './feature-columns.ts'
import { fittedPipeline, type FittedPipeline } from './fitted-pipeline.ts'
import { learn } from './learned.ts'
import { lookbackOf } from './over-time.ts'
import {
  isLearned,
  isOverTime,
  type ColumnMap,
  type FeatureStep,
  type LearnedState,
} from './step.ts'

/** What a pipeline reads and does, plain data. */
export type PipelineSpec<Name extends string> = {
  readonly columns: readonly Name[]
  readonly steps: readonly FeatureStep[]
}

/** Steps from columns to a matrix, before they have learnt anything. */
export type Pipeline<Name extends string> = PipelineSpec<Name> & {
  /** Rows that the first value of the longest chain of steps needs before it. */
  readonly lookback: number
  /**
   * Learns from the training rows alone; rows outside of them are only looked back to.
   *
   * @throws NeuralTraderError `DATA_MISSING_COLUMN`, `DATA_LENGTH_MISMATCH`, `DATA_EMPTY` for a column
   * without values in the training rows, `INVALID_ARGUMENT` for a range that is none.
   */
  readonly fit: (columns: FeatureColumns<Name>, train?: RowRange) => FittedPipeline<Name>
}

/**
 * A pipeline of features for learning: columns in, matrix out. Steps over time look back and add
 * columns, scaling steps learn from the training rows and replace them.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` naming the step that cannot be done.
 */
export function pipeline<const Name extends string>(spec: PipelineSpec<Name>): Pipeline<Name> {
  checkSteps(spec.columns, spec.steps)
  const lookback = spec.steps.filter(isOverTime).reduce((rows, step) => rows + lookbackOf(step), 0)
  return {
    ...spec,
    lookback,
    fit: (columns, train = {}) => {
      const map = columnMap(spec.columns, columns)
      const rows = rangeOf(train, map)
      const learnt: LearnedState[] = []
      let current: ColumnMap = map
      for (const step of spec.steps) {
        const state = isLearned(step) ? learn(step, current, rows) : {}
        current = applyStep(step, state, current)
        learnt.push(state)
      }
      return fittedPipeline(spec, learnt)
    },
  }
}
