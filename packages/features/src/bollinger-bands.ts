import { indicator, type Input, type Output } from './indicator.ts'

/** Period (default 20) and width in population standard deviations (default 2). */
export type BollingerOptions = { readonly period?: number; readonly deviations?: number }

/** The three columns of {@link bollingerBands}. */
export type BollingerColumns<Of extends Input> = {
  readonly upper: Output<Of>
  readonly middle: Output<Of>
  readonly lower: Output<Of>
}

/**
 * Bollinger bands: the simple moving average, and so many population standard deviations above and
 * below it.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range.
 */
export function bollingerBands<Of extends Input>(
  input: Of,
  options: BollingerOptions = {},
): BollingerColumns<Of> {
  const column = (output: string): Output<Of> =>
    indicator({ name: 'bollinger-bands', params: options, output }, [input])
  return { upper: column('upper'), middle: column('middle'), lower: column('lower') }
}
