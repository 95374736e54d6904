import { indicator, type Input, type Output } from './indicator.ts'

/** Periods of the fast, the slow and the signal average; defaults 12, 26, 9. */
export type MacdOptions = {
  readonly fastPeriod?: number
  readonly slowPeriod?: number
  readonly signalPeriod?: number
}

/** The three columns of {@link macd}. */
export type MacdColumns<Of extends Input> = {
  readonly macd: Output<Of>
  readonly signal: Output<Of>
  readonly histogram: Output<Of>
}

/**
 * Moving average convergence divergence: the fast minus the slow exponential average, its own
 * average (the signal), and the difference of both (the histogram).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where a period is out of range.
 */
export function macd<Of extends Input>(input: Of, options: MacdOptions = {}): MacdColumns<Of> {
  const column = (output: string): Output<Of> =>
    indicator({ name: 'macd', params: options, output }, [input])
  return { macd: column('macd'), signal: column('signal'), histogram: column('histogram') }
}
