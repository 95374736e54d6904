import { barColumns, NeuralTraderError, type BarColumn } from '@neural-trader/core'
import type { IndicatorInfo } from '@neural-trader/engine'

/** What inputs without a column of their name read, as TA-Lib does for a series of bars. */
const standIns: Readonly<Record<string, BarColumn>> = {
  value: 'close',
  real: 'close',
  x: 'high',
  y: 'low',
  real0: 'high',
  real1: 'low',
}

/**
 * Which column each input of an indicator reads, in order: the one that is given, else the column of
 * the bars of the same name, the close for a single series, high and low for a pair.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for an input that it has not, or that only the caller
 * can choose.
 */
export function indicatorInputs(
  { name, inputs }: Pick<IndicatorInfo, 'name' | 'inputs'>,
  given: Readonly<Record<string, string>> = {},
): readonly string[] {
  const surplus = Object.keys(given).find((each) => !inputs.includes(each))
  if (surplus !== undefined) {
    throw refusal(`${name} has no input ${surplus}: it reads ${inputs.join(', ')}`, name, surplus)
  }
  return inputs.map((input) => {
    const column = given[input] ?? standIns[input] ?? barColumns.find((each) => each === input)
    if (column !== undefined) return column
    throw refusal(`Input ${input} of ${name} is no column of bars: say what it reads`, name, input)
  })
}

function refusal(message: string, indicator: string, input: string): NeuralTraderError {
  return new NeuralTraderError('INVALID_ARGUMENT', message, { details: { indicator, input } })
}
