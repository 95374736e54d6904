import { NeuralTraderError } from '@neural-trader/core'

/** What the functions of an indicator need to know of it; the registry of the engine has the rest. */
export type IndicatorShape<In extends string, Out extends string> = {
  /** Its name in the registry. */
  readonly name: string
  readonly inputs: readonly In[]
  readonly outputs: readonly Out[]
  /** The names of the values 0, 1, ... of parameters that are choices. */
  readonly choices?: Readonly<Record<string, readonly string[]>>
  /** Writes the inputs of a bar to the head of a buffer; needed where there are several. */
  readonly write?: (buffer: Float64Array, bar: { readonly [Name in In]: number }) => void
  /** Reads the outputs that follow the inputs in a buffer; needed where there are several. */
  readonly read?: (buffer: Float64Array) => { readonly [Name in Out]: number }
}

/** The part of a shape that is plain data. */
export type ShapeData = Pick<
  IndicatorShape<string, string>,
  'name' | 'inputs' | 'outputs' | 'choices'
>

/** Options of any indicator: numbers, and names where there is a choice. */
export type IndicatorParams = Readonly<Record<string, number | string | undefined>>

/**
 * Parameters as the engine takes them: what is undefined is left out, a choice is its number.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` for a choice that there is not.
 */
export function paramsOf(shape: ShapeData, options: IndicatorParams): Record<string, number> {
  const params: Record<string, number> = {}
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined) params[name] = numberOf(shape, name, value)
  }
  return params
}

function numberOf({ name, choices }: ShapeData, param: string, value: number | string): number {
  if (typeof value === 'number') return value
  const names = choices?.[param] ?? []
  const index = names.indexOf(value)
  if (index >= 0) return index
  const allowed = names.length > 0 ? `one of ${names.join(', ')}` : 'a number'
  const message = `${param} of ${name} is ${JSON.stringify(value)}: give ${allowed}`
  throw new NeuralTraderError('INVALID_PARAMETER', message, {
    details: { indicator: name, parameter: param, value },
  })
}
