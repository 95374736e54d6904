import type { Column, IndicatorColumn } from '@neural-trader/core'
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
  return 'column' in input || 'indicator' in input
}

/** An input as a typed array; copied only where it is not one. */
export function numbers(input: Input): Float64Array {
  return input instanceof Float64Array ? input : Float64Array.from(input as readonly number[])
}

function given(params: Readonly<Record<string, number | undefined>>): Record<string, number> {
  const entries = Object.entries(params).filter(
    (entry): entry is [string, number] => entry[1] !== undefined,
  )
  return Object.fromEntries(entries)
}
