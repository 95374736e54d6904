import { indicator, type Input, type Output } from './indicator.ts'

/**
 * Exponential moving average, alpha 2 / (period + 1), begun with the simple average of the first
 * `period` values (default 30, as in TA-Lib).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where the period is out of range.
 */
export function ema<Of extends Input>(
  input: Of,
  options: { readonly period?: number } = {},
): Output<Of> {
  return indicator({ name: 'ema', params: options }, [input])
}
