// Portfolio.from_signals of vectorbt, long only, all in, with fees, slippage and a trailing stop.
import assert from 'node:assert/strict'

import { fromSignals } from '@neural-trader/backtesting'
import { sampleBars } from '@neural-trader/market-data'

const data = await sampleBars('aapl')
const breakouts = (days: number, isNew: (close: number, before: Float64Array) => boolean) =>
  Uint8Array.from(data.close, (close, row) => {
    return Number(row >= days && isNew(close, data.close.subarray(row - days, row)))
  })

const { orders, trades, equity, measures } = await fromSignals({
  data,
  profile: 'vectorbt',
  entries: breakouts(20, (close, before) => close > Math.max(...before)),
  exits: breakouts(20, (close, before) => close < Math.min(...before)),
  fees: 0.001,
  slippage: 0.0005,
  stopLoss: 0.08, // sl_stop=0.08
  trailing: true, // sl_trail=True
})

const total = equity[0]?.at(-1) ?? 0
console.log(`${trades.pnl.length} trades, ${total.toFixed(2)} of 100 at the end`)

// The first entry pays the close of its bar, slippage on top, with all of the 100 there is.
const price = (data.close[orders.step[0] ?? 0] ?? 0) * 1.0005
assert.ok(Math.abs((orders.price[0] ?? 0) - price) < 1e-9)
assert.ok(Math.abs((orders.quantity[0] ?? 0) - 100 / 1.001 / price) < 1e-9)

// Trades explain the equity.
const profit = trades.pnl.reduce((sum, pnl) => sum + pnl, 0)
assert.ok(Math.abs(100 + profit - total) < 1e-9)
assert.ok(Math.abs((measures?.totalReturn[0] ?? 0) - (total / 100 - 1)) < 1e-12)
