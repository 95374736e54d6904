import { NeuralTraderError, type Column, type IndicatorColumn } from '@neural-trader/core'
import { computeIndicator } from '@neural-trader/engine'

/** What an indicator reads: numbers to compute now, or a column to declare. */
export type Input = Float64Array | readonly number[] | Column

/** What it gives for that: a column of numbers, or a declared column. */
export type Output<Of extends Input> = Of extends Column ? IndicatorColumn : Float64Array

/** Which indicator, with which parameters, and which of its outputs. */
export type IndicatorOptions = {
  readonly name: string
  readonly params?: Readonly<Record<string, number | undefined>>
  readonly output?: string
}

/**
 * One definition, two faces: over numbers the engine computes a column of the same length, NaN before
 * the first value; over declared columns the result is a declaration that a strategy hands to the
 * engine.
 */
export function indicator<Of extends Input>(
  options: IndicatorOptions,
  inputs: readonly Of[],
): Output<Of> {
  const params = given(options.params ?? {})
  const output = options.output ?? 'value'
  const result = inputs.every(isColumn)
    ? { indicator: options.name, inputs, params, output }
    : computeIndicator({ name: options.name, params, output }, inputs.map(numbers))
  return result as Output<Of>
}

/** Whether an input is a declared column. */
export function isColumn(input: Input): input is Column {
  if (typeof input !== 'object' || input === null) return false
  return 'column' in input || 'indicator' in input
}

/**
 * An input as a typed array; copied only where it is not one.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for what is no column of numbers.
 */
export function numbers(input: Input): Float64Array {
  if (input instanceof Float64Array) return input
  const given: unknown = input
  if (ArrayBuffer.isView(given) && given.constructor.name in otherNumbers) {
    return Float64Array.from(given as Float32Array)
  }
  if (!Array.isArray(given)) throw noNumbers(`is ${given === null ? 'null' : typeof given}`)
  const wrong = given.findIndex((value) => typeof value !== 'number')
  if (wrong >= 0)
    throw noNumbers(`has ${JSON.stringify(given[wrong]) ?? 'nothing'} at row ${wrong}`)
  return Float64Array.from(given as readonly number[])
}

/** Typed arrays of numbers besides `Float64Array`, by name, so that those of other realms count. */
const otherNumbers: Readonly<Record<string, true>> = {
  Float64Array: true,
  Float32Array: true,
  Int8Array: true,
  Uint8Array: true,
  Uint8ClampedArray: true,
  Int16Array: true,
  Uint16Array: true,
  Int32Array: true,
  Uint32Array: true,
}

function noNumbers(what: string): NeuralTraderError {
  const message = `An input ${what}: give a Float64Array, an array of numbers, or a declared column, all inputs of one kind`
  return new NeuralTraderError('INVALID_ARGUMENT', message)
}

function given(params: Readonly<Record<string, number | undefined>>): Record<string, number> {
  const entries = Object.entries(params).filter(
    (entry): entry is [string, number] => entry[1] !== undefined,
  )
  return Object.fromEntries(entries)
}
