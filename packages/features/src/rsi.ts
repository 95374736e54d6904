import { indicator, type Input, type Output } from './indicator.ts'

/**
 * Relative strength index of Wilder, 0 to 100: smoothed gains over smoothed gains and losses
 * (default period 14).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where the period is out of range.
 */
export function rsi<Of extends Input>(
  input: Of,
  options: { readonly period?: number } = {},
): Output<Of> {
  return indicator({ name: 'rsi', params: options }, [input])
}
