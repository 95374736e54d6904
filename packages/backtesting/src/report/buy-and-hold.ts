/**
 * Equity of a holder who divides `cash` equally among the instruments, buys each at its first close
 * and never trades again; cash earns nothing. `closes` holds one column an instrument, NaN at a step
 * without a bar, where the last close before it counts.
 */
export function buyAndHoldEquity(closes: readonly Float64Array[], cash: number): Float64Array {
  const equity = new Float64Array(closes[0]?.length ?? 0)
  for (const column of closes) {
    let first = Number.NaN
    let last = Number.NaN
    column.forEach((close, step) => {
      if (!Number.isNaN(close)) last = close
      if (Number.isNaN(first)) first = last
      equity[step]! += (cash / closes.length) * (Number.isNaN(first) ? 1 : last / first)
    })
  }
  return equity
}
