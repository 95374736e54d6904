import { applyLearned } from './learned.ts'
import { overTime } from './over-time.ts'
import { isLearned, type ColumnMap, type FeatureStep, type LearnedState } from './step.ts'

/** The columns after a step. */
export function applyStep(step: FeatureStep, state: LearnedState, columns: ColumnMap): ColumnMap {
  if (isLearned(step)) return applyLearned(step, state, columns)
  if (step.step !== 'drop') return overTime(step, columns)
  return new Map([...columns].filter(([name]) => !step.of.includes(name)))
}
