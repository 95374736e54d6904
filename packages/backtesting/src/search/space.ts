import { NeuralTraderError } from '@neural-trader/core'

/** A value that a search tries. */
export type SearchValue = number | string | boolean

/** One parameter of a search. */
export type Dimension<Value extends SearchValue = SearchValue> =
  | { readonly kind: 'integer'; readonly low: number; readonly high: number; readonly log: boolean }
  | { readonly kind: 'real'; readonly low: number; readonly high: number; readonly log: boolean }
  | { readonly kind: 'choice'; readonly values: readonly Value[] }

/** The parameters of a search, by name. */
export type Space = Readonly<Record<string, Dimension>>

/** A combination: values by name. */
export type Combination = Readonly<Record<string, SearchValue>>

/** A combination of a space. */
export type SearchParams<Of extends Space> = {
  readonly [Name in keyof Of]: Of[Name] extends { readonly kind: 'choice' }
    ? Of[Name]['values'][number]
    : number
}

type Range = { readonly kind: 'integer' | 'real'; readonly low: number; readonly high: number }

/** Whole numbers from `low` to `high`, both of them tried; `log` tries as many below as above their geometric mean. */
export function integer(
  low: number,
  high: number,
  { log = false }: { readonly log?: boolean } = {},
): Range & { readonly kind: 'integer'; readonly log: boolean } {
  return { kind: 'integer', low, high, log }
}

/** Numbers from `low` to `high`; `log` as for {@link integer}. */
export function real(
  low: number,
  high: number,
  { log = false }: { readonly log?: boolean } = {},
): Range & { readonly kind: 'real'; readonly log: boolean } {
  return { kind: 'real', low, high, log }
}

/** One of some values, which have no order. */
export function choice<const Value extends SearchValue>(
  values: readonly Value[],
): { readonly kind: 'choice'; readonly values: readonly Value[] } {
  return { kind: 'choice', values }
}

/**
 * Checks the ranges.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` naming the parameter.
 */
export function checkSpace(space: Space): void {
  const entries = Object.entries(space)
  if (entries.length === 0) throw refusal('', 'The space has no parameters: give at least one')
  for (const [name, dimension] of entries) {
    const fault = faultOf(dimension)
    if (fault !== undefined) throw refusal(name, `Parameter ${name} of the space ${fault}`)
  }
}

function faultOf(dimension: Dimension): string | undefined {
  if (dimension.kind === 'choice') {
    return dimension.values.length === 0 ? 'has no values: give at least one' : undefined
  }
  const { kind, low, high, log } = dimension
  const given = `goes from ${low} to ${high}`
  if (!Number.isFinite(low) || !Number.isFinite(high)) return `${given}: give two finite numbers`
  if (low > high) return `${given}: give the lower end first`
  if (kind === 'integer' && !(Number.isSafeInteger(low) && Number.isSafeInteger(high))) {
    return `${given}: give two whole numbers`
  }
  return log && low <= 0 ? `${given} by logarithms: begin above 0` : undefined
}

function refusal(parameter: string, message: string): NeuralTraderError {
  return new NeuralTraderError('INVALID_ARGUMENT', message, { details: { parameter } })
}

/** Values for a point of the unit cube, a coordinate a dimension. */
export function decode(space: Space, point: Float64Array): Combination {
  const names = Object.keys(space)
  return Object.fromEntries(
    names.map((name, at) => [name, valueAt(space[name] as Dimension, point[at] ?? 0)]),
  )
}

function valueAt(dimension: Dimension, place: number): SearchValue {
  if (dimension.kind === 'choice') {
    const { values } = dimension
    return values[stepOf(place, values.length)] as SearchValue
  }
  const { kind, low, high, log } = dimension
  const end = kind === 'integer' ? high + 1 : high
  const value = log ? low * (end / low) ** place : low + (end - low) * place
  return Math.min(high, kind === 'integer' ? Math.floor(value) : value)
}

/** Which of so many equal steps of the unit interval a place is in. */
export function stepOf(place: number, steps: number): number {
  return Math.min(steps - 1, Math.floor(place * steps))
}

/** How many values a dimension has, infinite for real ones. */
export function sizeOf(dimension: Dimension): number {
  if (dimension.kind === 'choice') return dimension.values.length
  if (dimension.low === dimension.high) return 1
  return dimension.kind === 'real' ? Infinity : dimension.high - dimension.low + 1
}
