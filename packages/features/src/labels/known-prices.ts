import { NeuralTraderError } from '@neural-trader/core'

import { isColumn, numbers, type Input } from '../indicator.ts'

/**
 * Prices as a typed array.
 *
 * @throws NeuralTraderError `LOOK_AHEAD` for a declared column: a strategy may not read a label.
 */
export function knownPrices(label: string, input: Input): Float64Array {
  if (!isColumn(input)) return numbers(input)
  const message = `${label} looks ahead and cannot be a column of a strategy: compute it over numbers, to train a model or to judge one`
  throw new NeuralTraderError('LOOK_AHEAD', message, { details: { label } })
}
