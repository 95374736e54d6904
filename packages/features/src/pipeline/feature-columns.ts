import { NeuralTraderError } from '@neural-trader/core'

import type { Rows } from './learned.ts'
import type { ColumnMap } from './step.ts'

/** Columns by name, all of one length; `Bars` will do for prices and volume. */
export type FeatureColumns<Name extends string> = {
  readonly [Column in Name]: Float64Array | readonly number[]
}

/** A range of rows: all unless given. */
export type RowRange = {
  /** First row, from 0. */
  readonly from?: number
  /** Row after the last. */
  readonly to?: number
}

/**
 * The columns in order, as typed arrays.
 *
 * @throws NeuralTraderError `DATA_MISSING_COLUMN` or `DATA_LENGTH_MISMATCH`.
 */
export function columnMap(
  names: readonly string[],
  columns: Readonly<Record<string, Float64Array | readonly number[]>>,
): ColumnMap {
  const entries = names.map((name) => {
    const column = columns[name]
    if (column === undefined) {
      const message = `There is no column ${name}: give ${names.join(', ')}`
      throw new NeuralTraderError('DATA_MISSING_COLUMN', message, { details: { column: name } })
    }
    return [name, column instanceof Float64Array ? column : Float64Array.from(column)] as const
  })
  const map = new Map(entries)
  checkLengths(map)
  return map
}

function checkLengths(map: ColumnMap): void {
  const length = lengthOf(map)
  for (const [name, column] of map) {
    if (column.length !== length) {
      const message = `Column ${name} has ${column.length} rows and the first ${length}: give columns of one length`
      throw new NeuralTraderError('DATA_LENGTH_MISMATCH', message, { details: { column: name } })
    }
  }
}

/**
 * The rows that a range means.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where they are not within the columns.
 */
export function rangeOf(range: RowRange, map: ColumnMap): Rows {
  const length = lengthOf(map)
  const { from = 0, to = length } = range
  const valid = Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to
  if (valid && to <= length) return { from, to }
  const message = `Rows ${from} to ${to} are not within ${length} rows: give 0 <= from <= to <= ${length}`
  throw new NeuralTraderError('INVALID_ARGUMENT', message, { details: { from, to, length } })
}

function lengthOf(map: ColumnMap): number {
  return map.values().next().value?.length ?? 0
}
