import { invalid, type Combination, type SweepSpace, type SweptValue } from './sweep-space.ts'

/** The combinations of a sweep, a column a parameter; yes is 1, no is 0. */
export type Combinations = {
  readonly names: readonly string[]
  readonly columns: readonly Float64Array[]
  readonly flags: ReadonlySet<string>
  readonly rows: number
}

/**
 * The combinations of a space that satisfy a constraint.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where none does.
 */
export function combinationsOf(
  space: SweepSpace,
  where: ((params: Combination) => boolean) | undefined,
): Combinations {
  const all = { names: space.names, columns: space.columns(), flags: space.flags, rows: space.size }
  const kept = where === undefined ? all : constrained(all, where)
  if (kept.rows > 0) return kept
  throw invalid(
    `None of the ${space.size} combinations satisfies the constraint: loosen where, or widen the space`,
    { combinations: space.size },
  )
}

/** The values of one combination, by name. */
export function combination({ names, columns, flags }: Combinations, row: number): Combination {
  const values: Record<string, SweptValue> = {}
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index]!
    const value = columns[index]![row]!
    values[name] = flags.has(name) ? value === 1 : value
  }
  return values
}

function constrained(all: Combinations, where: (params: Combination) => boolean): Combinations {
  const kept: number[] = []
  for (let row = 0; row < all.rows; row += 1) if (where(combination(all, row))) kept.push(row)
  const rows = Uint32Array.from(kept)
  const columns = all.columns.map((column) => Float64Array.from(rows, (row) => column[row]!))
  return { ...all, columns, rows: rows.length }
}
