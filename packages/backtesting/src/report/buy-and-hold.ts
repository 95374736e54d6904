/** From when buying and holding is drawn, and with what. */
export type HoldingStart = {
  readonly cash: number
  /** The step at whose close it is bought. */
  readonly step: number
}

/**
 * Equity of a holder who divides `cash` equally among the instruments, buys each at its first close
 * from `step` on and never trades again; cash earns nothing. `closes` holds one column an instrument,
 * NaN at a step without a bar, where the last close before it counts.
 */
export function buyAndHoldEquity(
  closes: readonly Float64Array[],
  { cash, step: start }: HoldingStart,
): Float64Array {
  const equity = new Float64Array(closes[0]?.length ?? 0)
  for (const column of closes) {
    let first = Number.NaN
    let last = Number.NaN
    column.forEach((close, step) => {
      if (!Number.isNaN(close)) last = close
      if (Number.isNaN(first) && step >= start) first = last
      equity[step]! += (cash / closes.length) * (Number.isNaN(first) ? 1 : last / first)
    })
  }
  return equity
}
