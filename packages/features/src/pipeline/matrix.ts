import type { Rows } from './learned.ts'
import type { ColumnMap } from './step.ts'

/** Features as a matrix, for any library that learns from numbers. */
export type FeatureMatrix = {
  /** Row after row: row `r`, column `c` is at `r * names.length + c`. Every value is finite. */
  readonly values: Float64Array
  /** What the columns are. */
  readonly names: readonly string[]
  /** Of which row of the input each row of the matrix is; rows with a gap are left out. */
  readonly rows: Uint32Array
}

/** The rows of a range in which every column has a finite value. */
export function toMatrix(columns: ColumnMap, { from, to }: Rows): FeatureMatrix {
  const all = [...columns.values()]
  const range = Uint32Array.from({ length: to - from }, (_, row) => from + row)
  const rows = range.filter((row) => all.every((column) => Number.isFinite(column[row])))
  const values = new Float64Array(rows.length * all.length)
  for (const [at, column] of all.entries()) {
    for (const [index, row] of rows.entries()) {
      values[index * all.length + at] = column[row] ?? Number.NaN
    }
  }
  return { values, names: [...columns.keys()], rows }
}
