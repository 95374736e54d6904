import { NeuralTraderError, type Column, type IndicatorColumn } from '@neural-trader/core'
import { computeIndicator } from '@neural-trader/engine'

import type { Inputs } from '../define-indicator.ts'
import { isColumn, numbers, type Input } from '../indicator.ts'
import type { IndicatorParams } from '../indicator-shape.ts'
import type { ProfileFunction, ProfileOutput, ProfileParam } from './profile-function.ts'

/** The results of a function by name, `value` where there is one, and the kind of their numbers. */
type Kinds = Readonly<Record<string, 'real' | 'integer'>>

/** A column of one kind for what is read: numbers, or a declared column. */
type ColumnOf<Kind, Of> = Of extends Column
  ? IndicatorColumn
  : Kind extends 'integer'
    ? Int32Array
    : Float64Array

type Results<Out extends Kinds, Of> = keyof Out extends 'value'
  ? ColumnOf<Out['value'], Of>
  : { readonly [Name in keyof Out]: ColumnOf<Out[Name], Of> }

/** A function of another library: over numbers it computes, over declared columns it declares. */
export interface ProfileCall<In extends string, Options, Out extends Kinds> {
  <Of extends Input>(
    input: Inputs<In, Of>,
    ...options: Partial<Options> extends Options ? [Options?] : [Options]
  ): Results<Out, Of>
}

/** What is to be computed for one result. */
export type Resolved = {
  readonly indicator: string
  readonly output: string
  readonly params: Readonly<Record<string, number>>
  readonly reads: readonly string[]
}

/**
 * The function that a description stands for, which is asked for at every call. Its type, a
 * {@link ProfileCall}, follows from the description and is for the caller to state.
 */
export function profileCall(describe: () => ProfileFunction): unknown {
  return (input: unknown, options: IndicatorParams = {}) => {
    const fn = describe()
    const series = seriesOf(fn, input)
    const results = fn.outputs.map((output) => result(resolve(fn, output, options), output, series))
    if (fn.outputs.length === 1) return results[0]
    return Object.fromEntries(fn.outputs.map(({ name }, index) => [name, results[index]]))
  }
}

/**
 * The indicator behind one result, with its parameters.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` for one that is unknown, missing, or no choice.
 */
export function resolve(
  fn: ProfileFunction,
  { indicator, output, params, reads }: ProfileOutput,
  options: IndicatorParams,
): Resolved {
  const values = valuesOf(fn, options)
  const entries = Object.entries(params).flatMap(([ours, source]) => {
    const value = typeof source === 'number' ? source : values[source]
    return value === undefined ? [] : [[ours, value] as const]
  })
  return { indicator, output, params: Object.fromEntries(entries), reads }
}

function valuesOf(fn: ProfileFunction, options: IndicatorParams): Record<string, number> {
  const known = fn.params.map(({ name }) => name)
  const unknown = Object.keys(options).find((name) => !known.includes(name))
  if (unknown !== undefined) {
    const takes = known.length === 0 ? 'it takes none' : `it takes ${known.join(', ')}`
    throw refused(fn, unknown, options[unknown], `is no parameter of it: ${takes}`)
  }
  const entries = fn.params.flatMap((param) => {
    const value = options[param.name] ?? param.default
    if (value !== undefined) return [[param.name, numberOf(fn, param, value)] as const]
    if (param.optional) return []
    throw refused(fn, param.name, value, 'has no default: give a number')
  })
  return Object.fromEntries(entries)
}

function numberOf(fn: ProfileFunction, param: ProfileParam, value: number | string): number {
  if (typeof value === 'number') return value
  const index = param.choices.indexOf(value)
  if (index >= 0) return index
  const allowed = param.choices.length > 0 ? `one of ${param.choices.join(', ')}` : 'a number'
  throw refused(fn, param.name, value, `is ${JSON.stringify(value)}: give ${allowed}`)
}

function refused(
  { profile, name }: ProfileFunction,
  parameter: string,
  value: number | string | undefined,
  what: string,
): NeuralTraderError {
  return new NeuralTraderError('INVALID_PARAMETER', `${parameter} of ${name} ${what}`, {
    details: { profile, function: name, parameter, ...(value === undefined ? {} : { value }) },
  })
}

type Series = Readonly<Record<string, Input>>

function seriesOf({ inputs }: ProfileFunction, input: unknown): Series {
  if (inputs.length === 1) return { [inputs[0] as string]: input as Input }
  return (input ?? {}) as Series
}

function result(
  { indicator, output, params, reads }: Resolved,
  { whole }: ProfileOutput,
  series: Series,
): unknown {
  const inputs = reads.map((name) => series[name] as Input)
  if (inputs.every(isColumn)) return { indicator, inputs, params, output }
  const column = computeIndicator({ name: indicator, params, output }, inputs.map(numbers))
  // A NaN becomes 0 in an array of integers.
  return whole ? Int32Array.from(column) : column
}
