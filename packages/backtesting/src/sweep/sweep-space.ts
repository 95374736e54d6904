import { NeuralTraderError } from '@neural-trader/core'

/** A value of a parameter in a sweep. */
export type SweptValue = number | boolean

/** Values of the parameters of one combination, by name. */
export type Combination = Readonly<Record<string, SweptValue>>

/** Combinations of parameters to try, in a fixed order. */
export type SweepSpace<Values extends Combination = Combination> = {
  readonly kind: 'grid' | 'zip' | 'random' | 'sobol'
  readonly names: readonly string[]
  /** How many combinations there are, before any constraint. */
  readonly size: number
  /** Names of the parameters that are yes or no. */
  readonly flags: ReadonlySet<string>
  /** The values of each parameter, one column a name; yes is 1, no is 0. */
  readonly columns: () => readonly Float64Array[]
  /** Never there: the type of a combination, for what takes a space. */
  readonly combination?: Values
}

/** The values each parameter takes, by name. */
export type Axes = Readonly<Record<string, readonly SweptValue[]>>

/** The combinations that axes have. */
export type CombinationOf<Given extends Axes> = {
  readonly [Name in keyof Given & string]: Given[Name][number] extends boolean ? boolean : number
}

/** The most combinations of a space: beyond, a search looks at fewer of them. */
const mostCombinations = 10_000_000

/**
 * Every combination of the values of each parameter, the last parameter varying fastest.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for a parameter without values, with one twice or with
 * one that is not a finite number or a boolean, or for more than ten million combinations.
 */
export function grid<const Given extends Axes>(axes: Given): SweepSpace<CombinationOf<Given>> {
  const names = checkAxes(axes)
  const values = names.map((name) => numbersOf(axes[name]!))
  names.forEach((name, index) => checkDistinct(name, values[index]!))
  const size = values.reduce((product, column) => product * column.length, 1)
  checkSize(size)
  const columns = (): Float64Array[] => {
    let stretch = size
    return values.map((axis) => {
      stretch /= axis.length
      const column = new Float64Array(size)
      for (let from = 0, index = 0; from < size; from += stretch, index += 1) {
        column.fill(axis[index % axis.length]!, from, from + stretch)
      }
      return column
    })
  }
  return { kind: 'grid', names, size, flags: flagsOf(axes), columns }
}

/**
 * Combinations row by row: the first values of all parameters, then the second, and so on.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` as {@link grid}, and for lists of different lengths or a
 * combination given twice.
 */
export function zip<const Given extends Axes>(axes: Given): SweepSpace<CombinationOf<Given>> {
  const names = checkAxes(axes)
  const values = names.map((name) => numbersOf(axes[name]!))
  const size = values[0]!.length
  const odd = values.findIndex((column) => column.length !== size)
  if (odd >= 0) {
    throw invalid(
      `Parameter "${names[odd]}" has ${values[odd]!.length} values and "${names[0]}" ${size}: give as many of each`,
      { parameter: names[odd]! },
    )
  }
  checkSize(size)
  const twice = duplicates(values, size)[0]
  if (twice !== undefined) {
    const row = values.map((column, index) => `${names[index]} ${column[twice]}`).join(', ')
    throw invalid(`The combination ${row} is given twice: leave one out`, { row: twice })
  }
  return { kind: 'zip', names, size, flags: flagsOf(axes), columns: () => values }
}

/** Rows whose combination stands in an earlier row too. */
export function duplicates(columns: readonly Float64Array[], size: number): number[] {
  const seen = new Set<string>()
  const found: number[] = []
  for (let row = 0; row < size; row += 1) {
    const key = columns.map((column) => column[row]).join(' ')
    if (seen.has(key)) found.push(row)
    seen.add(key)
  }
  return found
}

/** Checks that a space has parameters, and gives their names. */
export function checkNames<Name extends string>(axes: Readonly<Record<Name, unknown>>): Name[] {
  const names = Object.keys(axes) as Name[]
  if (names.length === 0) throw invalid('The space has no parameter: name at least one', {})
  return names
}

/** Refuses a space that is empty or too large. */
export function checkSize(size: number): void {
  if (size <= mostCombinations) return
  throw invalid(
    `The space has ${size} combinations: a sweep tries at most ${mostCombinations}; take coarser steps, or random or sobol with a count`,
    { combinations: size },
  )
}

export function invalid(
  message: string,
  details: Readonly<Record<string, string | number>>,
): NeuralTraderError {
  return new NeuralTraderError('INVALID_ARGUMENT', message, { details })
}

function checkAxes<Given extends Axes>(axes: Given): (keyof Given & string)[] {
  const names = checkNames(axes) as (keyof Given & string)[]
  for (const name of names) checkValues(name, axes[name]!)
  return names
}

/** Refuses a list of values that is empty or has something else in it. */
export function checkValues(name: string, values: readonly SweptValue[]): void {
  if (!Array.isArray(values) || values.length === 0) {
    throw invalid(`Parameter "${name}" has no values: give a list with at least one`, {
      parameter: name,
    })
  }
  const wrong = values.find((value) => typeof value !== 'boolean' && !Number.isFinite(value))
  if (wrong === undefined) return
  throw invalid(
    `Parameter "${name}" has the value ${String(wrong)}: give finite numbers, or true and false`,
    { parameter: name, value: String(wrong) },
  )
}

function checkDistinct(name: string, values: Float64Array): void {
  const twice = values.find((value, index) => values.indexOf(value) !== index)
  if (twice === undefined) return
  throw invalid(`Parameter "${name}" has the value ${twice} twice: give each value once`, {
    parameter: name,
    value: twice,
  })
}

export function numbersOf(values: readonly SweptValue[]): Float64Array {
  return Float64Array.from(values, Number)
}

function flagsOf(axes: Axes): ReadonlySet<string> {
  return new Set(Object.keys(axes).filter((name) => typeof axes[name]![0] === 'boolean'))
}
