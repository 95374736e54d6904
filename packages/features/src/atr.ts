import { indicator, type Input, type Output } from './indicator.ts'

/** High, low and close: of bars, or declared. */
export type HighLowClose<Of extends Input> = {
  readonly high: Of
  readonly low: Of
  readonly close: Of
}

/**
 * Average true range of Wilder (default period 14), in units of price.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where the period is out of range,
 * `DATA_LENGTH_MISMATCH` where the columns differ in length.
 */
export function atr<Of extends Input>(
  { high, low, close }: HighLowClose<Of>,
  options: { readonly period?: number } = {},
): Output<Of> {
  return indicator({ name: 'atr', params: options }, [high, low, close])
}

/**
 * True range: the greatest of high - low, |high - previous close| and |low - previous close|, in
 * units of price.
 *
 * @throws NeuralTraderError `DATA_LENGTH_MISMATCH` where the columns differ in length.
 */
export function trueRange<Of extends Input>({ high, low, close }: HighLowClose<Of>): Output<Of> {
  return indicator({ name: 'true-range' }, [high, low, close])
}
