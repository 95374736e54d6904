import { columnMap, rangeOf, type FeatureColumns, type RowRange } from './feature-columns.ts'
import type { Rows } from './learned.ts'
import type { FeatureMatrix } from './matrix.ts'
import type { ColumnMap } from './step.ts'

/** Anything that learns from training rows: a {@link Pipeline}, or one of your own. */
export interface FeatureLearner<Name extends string> {
  readonly columns: readonly Name[]
  /** Rows that a value may look back. */
  readonly lookback: number
  fit(
    columns: FeatureColumns<Name>,
    train: RowRange,
  ): {
    transform(columns: FeatureColumns<Name>, rows: RowRange): FeatureMatrix
    toJSON(): unknown
  }
}

/** A way in which rows outside of training reached it. */
export type Leak = {
  /** `state`: what was learnt changed. `rows`: features of the training rows changed. */
  readonly what: 'state' | 'rows'
  readonly message: string
}

/**
 * Whether rows outside of training reach it: fits again with the rows after training changed, and
 * again with those before it that it may not look back to. What was learnt must stay the same, and so
 * must the features of the training rows. The future has to leave every bit as it is; the past may
 * move the last digits, because a rolling sum goes on from what was before.
 *
 * @returns The leaks; none where it is tight.
 * @throws NeuralTraderError as `fit` and `transform`.
 */
export function checkLeaks<Name extends string>(
  learner: FeatureLearner<Name>,
  columns: FeatureColumns<Name>,
  train: RowRange,
): readonly Leak[] {
  const map = columnMap(learner.columns, columns)
  const { from, to } = rangeOf(train, map)
  const withoutFuture = disturbed<Name>(map, { from: 0, to })
  const withoutPast = disturbed<Name>(map, { from: from - learner.lookback, to: Infinity })
  const fitted = learner.fit(columns, train)
  const state = (data: FeatureColumns<Name>): unknown => plain(learner.fit(data, train))
  const before = plain(fitted)
  const leaks: Leak[] = []
  const reached = same(before, state(withoutFuture), 0)
    ? same(before, state(withoutPast), roundingOfThePast)
      ? undefined
      : 'before'
    : 'after'
  if (reached !== undefined) {
    leaks.push({ what: 'state', message: `What was learnt depends on rows ${reached} training` })
  }
  const row = firstDifference(
    fitted.transform(columns, { from, to }),
    fitted.transform(withoutFuture, { from, to }),
  )
  if (row !== undefined) {
    leaks.push({
      what: 'rows',
      message: `The features of row ${row} depend on rows after training`,
    })
  }
  return leaks
}

/** Relative; what is changed changes by far more. */
const roundingOfThePast = 1e-6

/** Other values outside of the rows; whole numbers stay whole, so that choices stay choices. */
function disturbed<Name extends string>(map: ColumnMap, { from, to }: Rows): FeatureColumns<Name> {
  const entries = [...map].map(([name, column]) => {
    const whole = column.every((value) => !Number.isFinite(value) || Number.isInteger(value))
    const changed = column.map((value, row) => {
      if (row >= from && row < to) return value
      return whole ? value + 1 + (row % 3) : value * 1.7 + 3 + (row % 7)
    })
    return [name, changed]
  })
  return Object.fromEntries(entries) as FeatureColumns<Name>
}

function plain(fitted: { toJSON(): unknown }): unknown {
  return JSON.parse(JSON.stringify(fitted.toJSON()))
}

/** Whether two plain values are the same but for a relative difference of numbers. */
function same(a: unknown, b: unknown, tolerance: number): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a))
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const left = Object.entries(a)
  const right = b as Readonly<Record<string, unknown>>
  return (
    left.length === Object.keys(right).length &&
    left.every(([key, value]) => same(value, right[key], tolerance))
  )
}

function firstDifference(a: FeatureMatrix, b: FeatureMatrix): number | undefined {
  const width = a.names.length
  const count = Math.max(a.rows.length, b.rows.length)
  const at = Array.from({ length: count }, (_, row) => row).find(
    (row) => a.rows[row] !== b.rows[row] || !sameRow(a, b, row * width),
  )
  return at === undefined ? undefined : (a.rows[at] ?? b.rows[at])
}

function sameRow(a: FeatureMatrix, b: FeatureMatrix, start: number): boolean {
  return a.names.every((_, column) => Object.is(a.values[start + column], b.values[start + column]))
}
