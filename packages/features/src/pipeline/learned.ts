import { NeuralTraderError } from '@neural-trader/core'

import { quantile, spreadOf } from './quantile.ts'
import { columnsOf, type ColumnMap, type LearnedState, type LearnedStep } from './step.ts'

/** Training rows, from and to (excluded). */
export type Rows = { readonly from: number; readonly to: number }

/**
 * What a step learns from the training rows; values that are not finite are left out.
 *
 * @throws NeuralTraderError `DATA_EMPTY` for a column without a finite value in them;
 * `INVALID_ARGUMENT` for a choice that is no whole number, or of more than a thousand numbers.
 */
export function learn(step: LearnedStep, columns: ColumnMap, { from, to }: Rows): LearnedState {
  const entries = columnsOf(step, columns.keys()).map((name) => {
    const column = columns.get(name) ?? new Float64Array()
    const values = column.subarray(from, to).filter(Number.isFinite)
    if (values.length === 0) throw empty(name)
    return [name, learnColumn(step, name, values)] as const
  })
  return Object.fromEntries(entries)
}

/** The columns with those replaced that a step has learnt to. */
export function applyLearned(
  { step }: LearnedStep,
  state: LearnedState,
  columns: ColumnMap,
): ColumnMap {
  const entries = [...columns].flatMap(([name, column]): (readonly [string, Float64Array])[] => {
    const learnt = state[name]
    if (learnt === undefined) return [[name, column]]
    if (step === 'one-hot') return learnt.map((choice) => oneHot(name, column, choice))
    const [first = 0, second = 1] = learnt
    if (step !== 'winsorise') return [[name, column.map((value) => (value - first) / second)]]
    return [[name, column.map((value) => Math.min(Math.max(value, first), second))]]
  })
  return new Map(entries)
}

/** The name of the column of one number of a choice. */
function oneHot(name: string, column: Float64Array, choice: number): [string, Float64Array] {
  const chosen = column.map((value) => (Number.isNaN(value) ? value : Number(value === choice)))
  return [`${name}_${choice}`, chosen]
}

function learnColumn(step: LearnedStep, name: string, values: Float64Array): readonly number[] {
  if (step.step === 'one-hot') return choicesOf(name, values)
  if (step.step === 'standardise') return centreAndScale(...meanAndDeviation(values))
  const sorted = values.toSorted()
  const at = (share: number): number => quantile(sorted, share)
  if (step.step === 'winsorise') return [at(step.lower ?? 0.01), at(step.upper ?? 0.99)]
  if (step.step === 'robust-scale') return centreAndScale(at(0.5), at(0.75) - at(0.25))
  return centreAndScale(at(0), spreadOf(sorted))
}

/** Without spread every training value lies on the centre, and becomes 0 by any scale. */
function centreAndScale(centre: number, scale: number): readonly number[] {
  return [centre, scale > 0 ? scale : 1]
}

function meanAndDeviation(values: Float64Array): [number, number] {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0)
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return [mean, Math.sqrt(squares / values.length)]
}

const mostChoices = 1000

function choicesOf(name: string, values: Float64Array): readonly number[] {
  const choices = [...new Set(values)].toSorted((a, b) => a - b)
  const broken = choices.find((value) => !Number.isInteger(value))
  if (broken === undefined && choices.length <= mostChoices) return choices
  const fault = broken === undefined ? `${choices.length} different numbers` : `${broken}`
  const message = `Column ${name} of one-hot has ${fault}: give whole numbers, at most ${mostChoices} different ones`
  throw new NeuralTraderError('INVALID_ARGUMENT', message, { details: { column: name } })
}

function empty(name: string): NeuralTraderError {
  const message = `Column ${name} has no finite value in the training rows: give more rows, or drop it`
  return new NeuralTraderError('DATA_EMPTY', message, { details: { column: name } })
}
