import type { Bars, Quotes, Trades } from '@neural-trader/core'

import { middle } from './middle.ts'

/**
 * Ticks as bars of no length, whose four prices are one: the middle of a quote, its only side where
 * nobody is on the other and the middle before where nobody is on either, or the price of a trade.
 */
export function midBars(ticks: Quotes | Trades): Bars {
  const price = 'bid' in ticks ? middles(ticks) : ticks.price
  return {
    instrument: ticks.instrument,
    timeframe: '0s',
    time: ticks.time,
    open: price,
    high: price,
    low: price,
    close: price,
    volume: 'bid' in ticks ? new Float64Array(price.length) : ticks.size,
  }
}

function middles({ bid, ask }: Quotes): Float64Array {
  let last = Number.NaN
  return Float64Array.from(bid, (buys, row) => {
    const known = middle(buys, ask[row] as number)
    last = Number.isNaN(known) ? last : known
    return last
  })
}
