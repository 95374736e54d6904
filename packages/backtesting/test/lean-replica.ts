import type { Bars, QuoteBars } from '@neural-trader/core'

/** What a run of targets comes to under the rules of LEAN, in doubles. */
export type ReplicaRun = {
  /** Step, signed quantity and price of each fill. */
  readonly fills: readonly (readonly [number, number, number])[]
  readonly fees: number
  readonly equity: number
}

/**
 * Plays targets, one for each bar that has one, by the rules as they are told: a second telling, in a
 * few lines, of what the engine does for the profile `lean`. Each bar has a quote, or none has.
 */
export function leanReplica(
  { open, close, timeframe }: Bars,
  targets: ReadonlyMap<number, number>,
  quotes?: QuoteBars,
): ReplicaRun {
  const waits = timeframe.endsWith('d')
  const fills: [number, number, number][] = []
  let [cash, held, fees, pending] = [100_000, 0, 0, 0]
  const fill = (step: number, quantity: number, price: number): void => {
    const fee = feeOf(quantity, price)
    fees += fee
    cash -= quantity * price + fee
    held += quantity
    fills.push([step, quantity, price])
  }
  for (let step = 0; step < close.length; step += 1) {
    if (pending !== 0) fill(step, pending, open[step] ?? 0)
    pending = 0
    const target = targets.get(step)
    if (target === undefined) continue
    const price = close[step] ?? 0
    const quantity = quantityFor(target, { price, held, equity: cash + held * price })
    const quote = quantity > 0 ? quotes?.ask : quotes?.bid
    if (quantity !== 0 && !waits) fill(step, quantity, quote?.close[step] ?? price)
    if (waits) pending = quantity
  }
  return { fills, fees, equity: cash + held * (close.at(-1) ?? 0) }
}

/** Half a cent a share, at most half a percent of the value, but at least one dollar. */
function feeOf(quantity: number, price: number): number {
  const shares = Math.abs(quantity)
  return Math.max(1, Math.min(0.005 * shares, 0.005 * shares * price))
}

function quantityFor(
  target: number,
  { price, held, equity }: { price: number; held: number; equity: number },
): number {
  if (target === 0) return -held
  const usable = equity * (1 - 0.0025)
  if (Math.abs(target * usable - held * price) / 2 < 0.001 * equity) return 0
  const side = Math.sign(target)
  let shares = Math.floor((Math.abs(target) * usable) / price)
  const fits = (): boolean =>
    shares * price <= Math.abs(target) * (usable - feeOf(side * shares - held, price))
  while (shares > 0 && !fits()) shares -= 1
  return side * shares - held
}
