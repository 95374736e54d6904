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

/**
 * The step at which the measures of a run begin to hold its benchmark. A result says what holding
 * returned but not from when, which differs by profile: it is the first step from `earliest` on whose
 * close gives that return, and `earliest` where none does or there are several instruments.
 */
export function holdingStart(
  closes: readonly Float64Array[],
  buyAndHoldReturn: number,
  earliest: number,
): number {
  const [close, another] = closes
  if (close === undefined || another !== undefined) return earliest
  const last = close.at(-1) ?? Number.NaN
  const found = close.findIndex(
    (value, step) => step >= earliest && Math.abs(last / value - 1 - buyAndHoldReturn) <= 1e-12,
  )
  return found === -1 ? earliest : found
}
