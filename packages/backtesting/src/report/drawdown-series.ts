/**
 * Drawdown at each step: equity over its highest value so far, less 1. A negative fraction, 0 at a
 * peak; NaN while the highest equity is not positive.
 */
export function drawdownSeries(equity: Float64Array): Float64Array {
  const drawdown = new Float64Array(equity.length)
  let peak = -Infinity
  for (let step = 0; step < equity.length; step += 1) {
    const value = equity[step] ?? Number.NaN
    if (value > peak) peak = value
    drawdown[step] = peak > 0 ? value / peak - 1 : Number.NaN
  }
  return drawdown
}
