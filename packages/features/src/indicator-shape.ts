import { NeuralTraderError } from '@neural-trader/core'

/** What the functions of an indicator need to know of it; the registry of the engine has the rest. */
export type IndicatorShape<In extends string, Out extends string> = {
  /** Its name in the registry. */
  readonly name: string
  readonly inputs: readonly In[]
  readonly outputs: readonly Out[]
  /** The names of the values 0, 1, ... of parameters that are choices. */
  readonly choices?: Readonly<Record<string, readonly string[]>>
}

/** Options of any indicator: numbers, and names where there is a choice. */
export type IndicatorParams = Readonly<Record<string, number | string | undefined>>

/**
 * Parameters as the engine takes them: what is undefined is left out, a choice is its number.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` for a choice that there is not.
 */
export function paramsOf(
  shape: IndicatorShape<string, string>,
  options: IndicatorParams,
): Record<string, number> {
  const params: Record<string, number> = {}
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined) params[name] = numberOf(shape, name, value)
  }
  return params
}

function numberOf(
  { name, choices }: IndicatorShape<string, string>,
  param: string,
  value: number | string,
): number {
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
