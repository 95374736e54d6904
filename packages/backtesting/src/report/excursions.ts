import type { BacktestResult } from '../result.ts'
import { rowsAtSteps } from './closes-at-steps.ts'

/** How far trades went against and for their holder, as fractions of the entry price. */
export type Excursions = {
  /** Maximum adverse excursion, 0 or negative. */
  readonly adverse: Float64Array
  /** Maximum favourable excursion, 0 or positive. */
  readonly favourable: Float64Array
}

/**
 * By the highs and lows of the bars after the entry up to the exit, and the prices of both: what the bar
 * of the entry did is left out, for its high or low may have come before. NaN where an instrument's
 * bars are not at hand.
 *
 * Source: Sweeney, Maximum Adverse Excursion (1997).
 */
export function excursionsOf({ trades, bars, time }: BacktestResult): Excursions {
  const rows = bars.map((series) => rowsAtSteps(series, time))
  const adverse = new Float64Array(trades.pnl.length).fill(Number.NaN)
  const favourable = adverse.slice()
  for (const [trade, instrument] of trades.instrument.entries()) {
    const series = bars[instrument]
    const entry = trades.entryPrice[trade] ?? Number.NaN
    if (series === undefined) continue
    const exit = trades.exitPrice[trade] ?? entry
    let [low, high] = [Math.min(entry, exit), Math.max(entry, exit)]
    for (let step = trades.entryStep[trade]! + 1; step < trades.exitStep[trade]!; step += 1) {
      const row = rows[instrument]?.[step] ?? -1
      if (row < 0) continue
      low = Math.min(low, series.low[row] ?? low)
      high = Math.max(high, series.high[row] ?? high)
    }
    const isLong = (trades.quantity[trade] ?? 0) > 0
    adverse[trade] = isLong ? low / entry - 1 : 1 - high / entry
    favourable[trade] = isLong ? high / entry - 1 : 1 - low / entry
  }
  return { adverse, favourable }
}
