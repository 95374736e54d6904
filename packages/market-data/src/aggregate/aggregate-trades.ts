import { type Bars, NeuralTraderError, type Trades } from '@neural-trader/core'
import { createBarBuilder } from './bar-builder.ts'
import type { AggregateOptions } from './options.ts'

/**
 * Puts trades together into bars, without look-ahead: a bar holds only trades up to the time it
 * carries, and an unfinished last bar is withheld unless `keepPartial`.
 *
 * - `time`: a bar holds the trades from the start of its period up to, not including, its end, and
 *   carries the end; also where that is midnight. Periods are those of `resample`; without trades
 *   they give no bar. The last period counts as finished when there is a trade at or after its end.
 * - `ticks`, `volume`, `dollar`: a bar closes with the trade that fills it and carries its time.
 *   Excess stays in that bar. Trades of one time stay together in one bar, since closing times have
 *   to ascend.
 * - `renko`: bricks on levels that are `brick` apart; a reversal takes two. Brick prices are
 *   levels, which a jump passes without a trade: made for signals, not to fill orders at.
 *
 * Bars that are not made by time have no length; their `timeframe` is `1s`, the finest there is, so
 * that they can still be resampled by time.
 *
 * @throws NeuralTraderError `DATA_LENGTH_MISMATCH`, `DATA_NOT_FINITE`, `DATA_NOT_POSITIVE` or
 * `DATA_UNSORTED` with the row (from 1) and the column; `INVALID_ARGUMENT` for a rule that can
 * close no bar.
 */
export function aggregateTrades(trades: Trades, options: AggregateOptions): Bars {
  refuseUnequal(trades)
  const { instrument, time, price, size } = trades
  const builder = createBarBuilder(instrument, options)
  for (let row = 0; row < time.length; row++) builder.push(time[row]!, price[row]!, size[row]!)
  return builder.finish()
}

function refuseUnequal({ instrument, time, price, size }: Trades): void {
  for (const [column, values] of Object.entries({ price, size })) {
    if (values.length === time.length) continue
    throw new NeuralTraderError(
      'DATA_LENGTH_MISMATCH',
      `${instrument}: column '${column}' has ${values.length} values, time has ${time.length}: give columns of equal length`,
      { details: { source: instrument, column, value: values.length, expected: time.length } },
    )
  }
}
