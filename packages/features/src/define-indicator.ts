import { computeIndicator, fillIndicator } from '@neural-trader/engine'

import { combinations, type Grid } from './grid.ts'
import { isColumn, numbers, type Input, type Output } from './indicator.ts'
import {
  paramsOf,
  type IndicatorParams,
  type IndicatorShape,
  type ShapeData,
} from './indicator-shape.ts'

/** One input as it is, several as an object of columns. */
export type Inputs<In extends string, Of> = [In] extends ['value']
  ? Of
  : { readonly [Name in In]: Of }

/** One output as it is, several as an object of columns. */
export type Outputs<Out extends string, Of> = [Out] extends ['value']
  ? Of
  : { readonly [Name in Out]: Of }

/** Columns to write results to, so that nothing is allocated. */
export type OutOption<Out extends string> = {
  /** As long as the inputs, and apart from them in memory. Only over numbers. */
  readonly out?: Outputs<Out, Float64Array>
}

/** One combination of a sweep. */
export type Swept<Options, Out extends string> = {
  readonly options: Options
  readonly output: Outputs<Out, Float64Array>
}

/** The function of an indicator: over numbers it computes, over declared columns it declares. */
export interface IndicatorFunction<In extends string, Options, Out extends string> {
  <Of extends Input>(
    input: Inputs<In, Of>,
    options?: Options & OutOption<Out>,
  ): Outputs<Out, Output<Of>>
  /** The indicator with every combination of the options, the last option varying fastest. */
  readonly many: (
    input: Inputs<In, Float64Array | readonly number[]>,
    grid: Grid<Options>,
  ) => readonly Swept<Options, Out>[]
}

/** The function of an indicator from its shape. */
export function defineIndicator<In extends string, Options, Out extends string>(
  shape: IndicatorShape<In, Out>,
): IndicatorFunction<In, Options, Out> {
  const call = (input: unknown, options: IndicatorParams & { readonly out?: unknown } = {}) => {
    const { out, ...given } = options
    const inputs = inputsOf(shape, input)
    const params = paramsOf(shape, given)
    const result = inputs.every(isColumn)
      ? declared(shape, inputs, params)
      : computed(shape, inputs.map(numbers), params, out)
    return shaped(shape, result)
  }
  const many = (input: unknown, grid: Grid<Options>) => {
    const columns = inputsOf(shape, input).map(numbers)
    return combinations(grid).map((options) => {
      const params = paramsOf(shape, options as IndicatorParams)
      return { options, output: shaped(shape, computed(shape, columns, params, undefined)) }
    })
  }
  return Object.assign(call, { many }) as unknown as IndicatorFunction<In, Options, Out>
}

/** The inputs in order. */
function inputsOf(shape: ShapeData, input: unknown): Input[] {
  if (shape.inputs.length === 1) return [input as Input]
  const named = (input ?? {}) as Readonly<Record<string, Input>>
  return shape.inputs.map((name) => named[name] as Input)
}

function declared(
  { name, outputs }: ShapeData,
  inputs: readonly Input[],
  params: Record<string, number>,
): unknown[] {
  return outputs.map((output) => ({ indicator: name, inputs, params, output }))
}

function computed(
  { name, outputs }: ShapeData,
  inputs: readonly Float64Array[],
  params: Record<string, number>,
  out: unknown,
): unknown[] {
  const [only] = outputs
  if (only !== undefined && outputs.length === 1 && out === undefined) {
    return [computeIndicator({ name, params, output: only }, inputs)]
  }
  const length = inputs[0]?.length ?? 0
  const given =
    outputs.length === 1 ? { [only ?? '']: out } : ((out ?? {}) as Record<string, unknown>)
  const columns = outputs.map(
    (output) => (given[output] ?? new Float64Array(length)) as Float64Array,
  )
  fillIndicator({ name, params }, inputs, columns)
  return columns
}

/** One output as it is, several by name. */
function shaped({ outputs }: ShapeData, columns: readonly unknown[]): unknown {
  if (outputs.length === 1) return columns[0]
  return Object.fromEntries(outputs.map((name, index) => [name, columns[index]]))
}
