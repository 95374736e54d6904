import { indicator, type Input, type Output } from './indicator.ts'

/**
 * The highest of the last `period` values, the one in hand included (default 30).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where the period is out of range.
 */
export function highest<Of extends Input>(
  input: Of,
  options: { readonly period?: number } = {},
): Output<Of> {
  return indicator({ name: 'highest', params: options }, [input])
}

/**
 * The lowest of the last `period` values, the one in hand included (default 30).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where the period is out of range.
 */
export function lowest<Of extends Input>(
  input: Of,
  options: { readonly period?: number } = {},
): Output<Of> {
  return indicator({ name: 'lowest', params: options }, [input])
}
