// A fill model of one's own: an order fills at the typical price of each bar, with a tenth of its volume.
import assert from 'node:assert/strict'

import { backtest } from '@neural-trader/backtesting'
import type { FillModel } from '@neural-trader/core'
import { syntheticBars } from '@neural-trader/market-data'
import { defineStrategy } from '@neural-trader/strategies'

const typicalPrice: FillModel = {
  name: 'typical price, a tenth of the volume',
  fill: ({ quantity }, { high, low, close, volume }) => ({
    price: (high + low + close) / 3,
    quantity: Math.min(quantity, volume / 10),
  }),
}

const data = syntheticBars({ seed: 5, bars: 250, timeframe: '1d' })
const mean = data.volume.reduce((sum, volume) => sum + volume, 0) / data.volume.length

// Every twenty days into the market with three tenths of a day's volume, and out again ten days later.
const large = defineStrategy({
  name: 'large-orders',
  onBar({ step, position, orders }) {
    if (step % 20 === 0) orders.buy(Math.floor(mean * 0.3))
    if (step % 20 === 10 && position.isLong) orders.close()
  },
})

const options = { data, strategy: large(), cash: 1e8 }
const own = await backtest({ ...options, fillModel: typicalPrice })
const plain = await backtest(options)
console.log(`${own.fills.step.length} fills, ${plain.fills.step.length} with the built-in rules`)

// What fills at once by the built-in rules takes several bars, each within its bounds.
assert.ok(own.fills.step.length > 2 * plain.fills.step.length)
own.fills.step.forEach((step, row) => {
  const price = own.fills.price[row] ?? Number.NaN
  const typical = ((data.high[step] ?? 0) + (data.low[step] ?? 0) + (data.close[step] ?? 0)) / 3
  assert.ok(Math.abs(price - typical) <= 0.005 + 1e-9)
  assert.ok(Math.abs(own.fills.quantity[row] ?? 0) <= (data.volume[step] ?? 0) / 10)
})

// The model is part of what the run took for granted.
assert.equal(own.assumptions.fillModel, 'typical price, a tenth of the volume')
