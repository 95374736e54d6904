import type { Bars } from '@neural-trader/core'

/** What the prices and the volume of each bar are multiplied by. */
export type Factors = { readonly price: Float64Array; readonly volume: Float64Array }

/** The same bars at other scales. */
export function scaleBars(bars: Bars, { price, volume }: Factors): Bars {
  return {
    instrument: bars.instrument,
    timeframe: bars.timeframe,
    time: bars.time,
    open: multiply(bars.open, price),
    high: multiply(bars.high, price),
    low: multiply(bars.low, price),
    close: multiply(bars.close, price),
    volume: multiply(bars.volume, volume),
  }
}

function multiply(values: Float64Array, factors: Float64Array): Float64Array {
  return values.map((value, row) => value * factors[row]!)
}
