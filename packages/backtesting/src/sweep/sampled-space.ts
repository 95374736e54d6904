import { seededRandom, uniform } from '@neural-trader/core'

import {
  checkNames,
  checkSize,
  checkValues,
  duplicates,
  invalid,
  numbersOf,
  type SweepSpace,
  type SweptValue,
} from './sweep-space.ts'

import { sobolDimensions, sobolPoints } from './sobol-points.ts'

/** Numbers from one to another: whole ones, or evenly spread over the logarithm. */
export type Interval = {
  readonly from: number
  readonly to: number
  readonly whole?: boolean
  readonly logarithmic?: boolean
}

/** What a parameter is drawn from: a list of values, or an interval. */
export type SampledAxis = Interval | readonly SweptValue[]

/** What each parameter is drawn from, by name. */
export type SampledAxes = Readonly<Record<string, SampledAxis>>

type SampledOf<Given extends SampledAxes> = {
  readonly [Name in keyof Given & string]: Given[Name] extends readonly boolean[] ? boolean : number
}

/**
 * So many combinations drawn at random, each parameter by itself. The same seed draws the same ones.
 * A combination drawn again is left out, so there may be fewer.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for an axis without values, an interval that is not one,
 * or a count that is not a whole number from 1 to ten million.
 */
export function random<const Given extends SampledAxes>(
  axes: Given,
  { count, seed = 0 }: { readonly count: number; readonly seed?: number },
): SweepSpace<SampledOf<Given>> {
  if (!Number.isSafeInteger(seed)) {
    throw invalid(`seed is ${seed}: give a whole number`, { seed: String(seed) })
  }
  const bits = seededRandom(seed)
  return sampled('random', axes, count, (dimensions) => {
    const points = Array.from({ length: dimensions }, () => new Float64Array(count))
    for (let row = 0; row < count; row += 1) for (const point of points) point[row] = uniform(bits)
    return points
  })
}

/**
 * So many combinations that fill the space evenly: the first points of a Sobol sequence, without the
 * point at the origin. A combination that comes again, as with few whole numbers, is left out.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` as {@link random}, and for more than 21 parameters.
 */
export function sobol<const Given extends SampledAxes>(
  axes: Given,
  { count }: { readonly count: number },
): SweepSpace<SampledOf<Given>> {
  const dimensions = Object.keys(axes).length
  if (dimensions > sobolDimensions) {
    throw invalid(
      `A Sobol sequence has at most ${sobolDimensions} parameters here, not ${dimensions}: fix some, or use random`,
      { parameters: dimensions },
    )
  }
  return sampled('sobol', axes, count, (wanted) => sobolPoints(wanted, count))
}

function sampled<Given extends SampledAxes>(
  kind: 'random' | 'sobol',
  axes: Given,
  count: number,
  draw: (dimensions: number) => readonly Float64Array[],
): SweepSpace<SampledOf<Given>> {
  const names = checkNames(axes) as (keyof Given & string)[]
  for (const name of names) checkAxis(name, axes[name]!)
  if (!Number.isInteger(count) || count < 1) {
    throw invalid(`count is ${count}: give a whole number from 1`, { count: String(count) })
  }
  checkSize(count)
  const drawn = draw(names.length).map((points, index) => placed(points, axes[names[index]!]!))
  const again = new Set(duplicates(drawn, count))
  const columns = drawn.map((column) => column.filter((_, row) => !again.has(row)))
  const isFlag = (name: string): boolean => typeof (axes[name] as SweptValue[])[0] === 'boolean'
  return {
    kind,
    names,
    size: count - again.size,
    flags: new Set(names.filter(isFlag)),
    columns: () => columns,
  }
}

/** Points of [0, 1) on an axis. */
function placed(points: Float64Array, axis: SampledAxis): Float64Array {
  if (isList(axis)) {
    const values = numbersOf(axis)
    return points.map((point) => values[Math.floor(point * values.length)]!)
  }
  const { from, to, whole = false, logarithmic = false } = axis
  const end = whole ? to + 1 : to
  return points.map((point) => {
    const value = logarithmic ? from * (end / from) ** point : from + point * (end - from)
    return whole ? Math.min(Math.floor(value), to) : Math.min(value, to)
  })
}

function isList(axis: SampledAxis): axis is readonly SweptValue[] {
  return Array.isArray(axis)
}

function checkAxis(name: string, axis: SampledAxis): void {
  if (isList(axis)) {
    checkValues(name, axis)
    return
  }
  const { from, to, whole = false, logarithmic = false } = axis ?? {}
  const isWrong =
    !Number.isFinite(from) ||
    !Number.isFinite(to) ||
    from > to ||
    (whole && !(Number.isInteger(from) && Number.isInteger(to))) ||
    (logarithmic && from <= 0)
  if (!isWrong) return
  throw invalid(
    `Parameter "${name}" is drawn from ${from} to ${to}: give two finite numbers, the lower first; whole ones where whole is set, above 0 where logarithmic is`,
    { parameter: name, from: String(from), to: String(to) },
  )
}
