import { indicator, type Input, type Output } from './indicator.ts'

/**
 * Simple moving average: the mean of the last `period` values (default 30, as in TA-Lib).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where the period is out of range.
 */
export function sma<Of extends Input>(
  input: Of,
  options: { readonly period?: number } = {},
): Output<Of> {
  return indicator({ name: 'sma', params: options }, [input])
}
