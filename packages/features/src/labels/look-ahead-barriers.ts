import { tripleBarrier, type BarrierLabels } from '@neural-trader/engine'

import { knownPrices } from './known-prices.ts'

type Prices = Float64Array | readonly number[]

/** Options of {@link lookAheadBarriers}. */
export type LookAheadBarriersOptions = {
  /** Widths above the close at which it is a gain, above 0; infinity for none. Default 1. */
  readonly profit?: number
  /** Widths below the close at which it is a loss, above 0; infinity for none. Default 1. */
  readonly loss?: number
  /** Bars after which it ends anyway, whole, from 1. Default 10. */
  readonly bars?: number
  /** A width as a share of the close: for all bars, or of each, for example its volatility. */
  readonly width: number | Prices
}

/**
 * A label to learn: which of three barriers prices meet first after each close. It looks ahead.
 *
 * `label` is 1 for the gain, -1 for the loss (also where one bar reaches both) and 0 where time ran
 * out; `result` is the return to the barrier or to the close of the last bar, `bars` what it took.
 * All are NaN where the end is not known, or a value on the way is not finite.
 *
 * Source: Lopez de Prado, Advances in Financial Machine Learning (2018), chapter 3.
 *
 * @throws NeuralTraderError `LOOK_AHEAD` for a declared column, `INVALID_PARAMETER`,
 * `DATA_LENGTH_MISMATCH`.
 */
export function lookAheadBarriers(
  prices: Readonly<Record<'high' | 'low' | 'close', Prices>>,
  options: LookAheadBarriersOptions,
): BarrierLabels {
  const { profit = 1, loss = 1, bars = 10, width } = options
  const known = (input: Prices): Float64Array => knownPrices('lookAheadBarriers', input)
  const close = known(prices.close)
  const widths =
    typeof width === 'number' ? new Float64Array(close.length).fill(width) : known(width)
  const columns = { high: known(prices.high), low: known(prices.low), close, width: widths }
  return tripleBarrier(columns, { profit, loss, bars })
}
