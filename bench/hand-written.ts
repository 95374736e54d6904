import type { Bars } from '@neural-trader/core'

/** What the loop leaves behind. */
export type HandWritten = { readonly equity: Float64Array; readonly fills: number }

/** The account, and how averages are taken. */
export type HandWrittenOptions = {
  readonly cash: number
  readonly feeRate: number
  readonly average?: (values: Float64Array, period: number) => Float64Array
}

/**
 * The loop a user would write by hand: SMA 10/30 cross, reversed at the next open in whole units,
 * fees as a fraction, an equity curve. It is the rival of the engine, and checks its equity: then with
 * the engine's averages, because a running sum drifts by an ulp and decides ties the other way.
 */
export function handWritten(
  { open, close }: Bars,
  { cash, feeRate, average = movingAverage }: HandWrittenOptions,
): HandWritten {
  const bars = close.length
  const fast = average(close, 10)
  const slow = average(close, 30)
  const equity = new Float64Array(bars)
  let units = 0
  let fills = 0
  let side = 0
  for (let bar = 0; bar < bars; bar += 1) {
    if (side !== 0) {
      const price = open[bar]!
      const afterClosing = cash + units * price - Math.abs(units) * price * feeRate
      const target = side * Math.floor(afterClosing / (price * (1 + feeRate)))
      const traded = target - units
      cash -= traded * price + Math.abs(traded) * price * feeRate
      units = target
      if (traded !== 0) fills += 1
      side = 0
    }
    equity[bar] = cash + units * close[bar]!
    if (bar < 30) continue
    if (fast[bar]! > slow[bar]! && fast[bar - 1]! <= slow[bar - 1]!) side = 1
    else if (fast[bar]! < slow[bar]! && fast[bar - 1]! >= slow[bar - 1]!) side = -1
  }
  return { equity, fills }
}

function movingAverage(values: Float64Array, period: number): Float64Array {
  const averages = new Float64Array(values.length).fill(Number.NaN)
  let sum = 0
  for (let bar = 0; bar < values.length; bar += 1) {
    sum += values[bar]!
    if (bar >= period) sum -= values[bar - period]!
    if (bar >= period - 1) averages[bar] = sum / period
  }
  return averages
}
