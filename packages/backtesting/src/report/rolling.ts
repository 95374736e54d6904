/** Mean and standard deviation of windows of returns; NaN before the first full window. */
export type Rolling = { readonly mean: Float64Array; readonly deviation: Float64Array }

/** Over the last `window` returns, with one degree of freedom taken off. */
export function rollingMoments(returns: Float64Array, window: number): Rolling {
  const mean = new Float64Array(returns.length).fill(Number.NaN)
  const deviation = new Float64Array(returns.length).fill(Number.NaN)
  for (let at = window - 1; at < returns.length; at += 1) {
    const values = returns.subarray(at + 1 - window, at + 1)
    const centre = values.reduce((sum, value) => sum + value, 0) / window
    const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0)
    mean[at] = centre
    deviation[at] = Math.sqrt(squares / (window - 1))
  }
  return { mean, deviation }
}
