import type { NeuralTraderError } from '@neural-trader/core'
import type { SweepFailure } from '@neural-trader/engine'

import type { Measures } from '../measures.ts'
import type { BacktestResult } from '../result.ts'
import { combination, type Combinations } from './combinations.ts'
import { invalid, type Combination } from './sweep-space.ts'

/** One combination of a sweep with what it came to. */
export type SweepRow<Values extends Combination = Combination> = {
  readonly row: number
  readonly params: Values
  readonly measures: Readonly<Partial<Measures>>
}

/** The best combination by a measure, and how many were tried to find it. */
export type BestRow<Values extends Combination = Combination> = SweepRow<Values> & {
  readonly value: number
  /** The best of many is partly luck: the more were tried, the less it says. */
  readonly trials: number
}

/** What a sweep found: a row a combination, a column a parameter or measure. */
export interface SweepTable<Values extends Combination = Combination> {
  /** How many combinations were tried, failed ones too: to be told beside every best one. */
  readonly trials: number
  /** Number of rows. */
  readonly rows: number
  readonly strategy: { readonly name: string; readonly form: 'declarative' | 'typescript' }
  /** Values of each parameter by row; yes is 1, no is 0. */
  readonly params: { readonly [Name in keyof Values & string]: Float64Array }
  /** Measures by row, as far as they were asked for; NaN where undefined or where the row failed. */
  readonly measures: { readonly [Name in keyof Measures]: Float64Array }
  /** Combinations that did not run, and why. */
  readonly failures: readonly SweepFailure[]
  /** One row. */
  readonly row: (row: number) => SweepRow<Values>
  /**
   * The row where a measure is highest, or lowest where that is asked for. NaN is passed over; of equal
   * rows it is the first. Nothing where no row has the measure.
   */
  readonly best: (
    measure: keyof Measures,
    order?: 'highest' | 'lowest',
  ) => BestRow<Values> | undefined
  /** Runs one combination again, with every record: the identical numbers, bit for bit. */
  readonly detail: (row: number) => Promise<BacktestResult>
}

/** What a table is made of. */
export type TableParts = {
  readonly strategy: SweepTable['strategy']
  readonly combinations: Combinations
  readonly measures: readonly (keyof Measures)[]
  readonly columns: readonly Float64Array[]
  readonly failures: readonly SweepFailure[]
  readonly replay: (params: Combination) => Promise<BacktestResult>
}

/** The table of a finished sweep. */
export function sweepTable(parts: TableParts): SweepTable {
  const { combinations, measures, columns, strategy, failures, replay } = parts
  const { rows, names } = combinations
  const asked = Object.fromEntries(measures.map((name, index) => [name, columns[index]!]))
  const check = (row: number): number => {
    if (Number.isInteger(row) && row >= 0 && row < rows) return row
    throw invalid(`There is no row ${row}: give a whole number from 0 to ${rows - 1}`, {
      row: String(row),
    })
  }
  const rowOf = (row: number): SweepRow => ({
    row: check(row),
    params: combination(combinations, row),
    measures: Object.fromEntries(measures.map((name, index) => [name, columns[index]![row]!])),
  })
  return {
    trials: rows,
    rows,
    strategy,
    params: Object.fromEntries(names.map((name, index) => [name, combinations.columns[index]!])),
    measures: asked as SweepTable['measures'],
    failures,
    row: rowOf,
    best: (measure, order = 'highest') => {
      const column = asked[measure]
      if (column === undefined) throw notMeasured(measure, measures)
      const row = extreme(column, order === 'highest' ? 1 : -1)
      if (row < 0) return undefined
      return { ...rowOf(row), value: column[row]!, trials: rows }
    },
    detail: (row) => replay(combination(combinations, check(row))),
  }
}

/** The first row with the greatest value times the sign; -1 where every value is NaN. */
function extreme(column: Float64Array, sign: 1 | -1): number {
  let best = -1
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row]!
    if (Number.isNaN(value)) continue
    if (best < 0 || value * sign > column[best]! * sign) best = row
  }
  return best
}

function notMeasured(measure: string, measures: readonly string[]): NeuralTraderError {
  return invalid(
    `The sweep did not measure "${measure}": it has ${measures.join(', ')}; name it in measures`,
    { measure },
  )
}
