/**
 * Drawdown at each step: equity over its highest value so far, less 1. The cash at the start is the
 * first peak. A negative fraction, 0 at a peak; NaN while the highest equity is not positive.
 */
export function drawdownSeries(equity: Float64Array, startEquity: number): Float64Array {
  let peak = startEquity
  return equity.map((value) => {
    peak = Math.max(peak, value)
    return peak > 0 ? value / peak - 1 : Number.NaN
  })
}
