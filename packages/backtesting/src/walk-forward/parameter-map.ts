import { NeuralTraderError, type ParamValue } from '@neural-trader/core'

import type { Params } from './param-space.ts'
import { wrong } from './windows.ts'

/** Which two parameters span the map, and how far a neighbourhood reaches. */
export type ParameterMapOptions = {
  readonly x: string
  readonly y: string
  /** Places to each side that count as near; default 1. */
  readonly radius?: number
}

/** A place on a map of two parameters. */
export type MapPlace = {
  readonly x: ParamValue
  readonly y: ParamValue
  readonly value: number
  /** Mean of the values of its neighbourhood, itself included. */
  readonly average: number
}

/** A measure over two parameters, row by row of `y`; NaN where a pair was not tried. */
export type ParameterMap = {
  readonly x: { readonly name: string; readonly values: readonly ParamValue[] }
  readonly y: { readonly name: string; readonly values: readonly ParamValue[] }
  readonly values: Float64Array
  readonly averages: Float64Array
  /** Where the value is greatest, and where the average is: a peak alone on a plain is luck. */
  readonly peak: MapPlace | null
  readonly robust: MapPlace | null
}

/**
 * Lays a measure of combinations out over two of their parameters. Pairs that were tried several times,
 * with other values of a third parameter or in several windows, show their mean.
 *
 * @param values a value for each combination, or for each in each of several windows.
 * @throws NeuralTraderError `INVALID_ARGUMENT` for a parameter that a combination lacks,
 * `DATA_LENGTH_MISMATCH` where values are not as many as combinations or a multiple.
 */
export function parameterMap(
  combinations: readonly Params[],
  values: ArrayLike<number>,
  { x, y, radius = 1 }: ParameterMapOptions,
): ParameterMap {
  checkMap(combinations, values, { x, y, radius })
  const [columns, rows] = [valuesOf(combinations, x), valuesOf(combinations, y)]
  const width = columns.length
  const means = new Means(width * rows.length)
  for (let index = 0; index < values.length; index++) {
    const params = combinations[index % combinations.length] as Params
    means.add(rows.indexOf(params[y]!) * width + columns.indexOf(params[x]!), values[index]!)
  }
  const grid = means.values()
  const averages = grid.map((value, at) =>
    Number.isNaN(value) ? value : neighbourhood(grid, at, { width, radius }),
  )
  const place = (at: number): MapPlace | null =>
    at < 0
      ? null
      : {
          x: columns[at % width]!,
          y: rows[Math.floor(at / width)]!,
          value: grid[at]!,
          average: averages[at]!,
        }
  return {
    x: { name: x, values: columns },
    y: { name: y, values: rows },
    values: grid,
    averages,
    peak: place(greatest(grid)),
    robust: place(greatest(averages)),
  }
}

/** Means of what was tried at each place; what is not a number does not count. */
class Means {
  readonly #sums: Float64Array
  readonly #counts: Float64Array

  constructor(places: number) {
    this.#sums = new Float64Array(places)
    this.#counts = new Float64Array(places)
  }

  add(place: number, value: number): void {
    if (Number.isNaN(value)) return
    this.#sums[place]! += value
    this.#counts[place]! += 1
  }

  values(): Float64Array {
    return this.#sums.map((sum, place) => sum / this.#counts[place]!)
  }
}

function neighbourhood(
  grid: Float64Array,
  at: number,
  { width, radius }: { readonly width: number; readonly radius: number },
): number {
  const [column, row] = [at % width, Math.floor(at / width)]
  let [sum, count] = [0, 0]
  for (let down = row - radius; down <= row + radius; down++) {
    for (let across = column - radius; across <= column + radius; across++) {
      if (across < 0 || across >= width || down < 0) continue
      const value = grid[down * width + across] ?? Number.NaN
      if (Number.isNaN(value)) continue
      sum += value
      count += 1
    }
  }
  return sum / count
}

function greatest(values: Float64Array): number {
  return values.reduce(
    (best, value, at) => (!Number.isNaN(value) && (best < 0 || value > values[best]!) ? at : best),
    -1,
  )
}

/** The values of a parameter, numbers in order of size, others as they come. */
function valuesOf(combinations: readonly Params[], name: string): readonly ParamValue[] {
  const values = [...new Set(combinations.map((params) => params[name] as ParamValue))]
  const numbers = values.filter((value) => typeof value === 'number')
  return numbers.length === values.length ? numbers.toSorted((one, other) => one - other) : values
}

function checkMap(
  combinations: readonly Params[],
  values: ArrayLike<number>,
  { x, y, radius }: Required<ParameterMapOptions>,
): void {
  if (x === y) throw wrong('y', y, `another parameter than x, which is ${x} too`)
  for (const name of [x, y]) {
    if (combinations.length > 0 && combinations.every((params) => name in params)) continue
    const known = Object.keys(combinations[0] ?? {}).join(', ')
    throw wrong(name === x ? 'x' : 'y', name, `a parameter of every combination: ${known}`)
  }
  if (!(Number.isInteger(radius) && radius >= 0)) {
    throw wrong('radius', radius, 'a whole number from 0')
  }
  if (values.length > 0 && values.length % combinations.length === 0) return
  throw new NeuralTraderError(
    'DATA_LENGTH_MISMATCH',
    `There are ${values.length} values for ${combinations.length} combinations: give one for each, or for each in several windows`,
  )
}
