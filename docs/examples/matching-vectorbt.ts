// Portfolio.from_signals of vectorbt, long only, all in, with fees and slippage.
import assert from 'node:assert/strict'

import { backtest } from '@neural-trader/backtesting'
import { sma } from '@neural-trader/features'
import { sampleBars } from '@neural-trader/market-data'
import { defineStrategy } from '@neural-trader/strategies'

const fromSignals = defineStrategy({
  name: 'from-signals',
  indicators: ({ close }) => ({
    fast: sma(close, { period: 10 }),
    slow: sma(close, { period: 30 }),
  }),
  onBar({ indicators: { fast, slow }, position, orders }) {
    if (position.isFlat && fast.value > slow.value) {
      // All the cash: what it does not pay for would rest as a limit, so it is taken back.
      orders.cancel(orders.buy(1e9, { toLimit: true }))
    }
    if (position.isLong && fast.value < slow.value) orders.close()
  },
})

const data = await sampleBars('aapl')
const result = await backtest({
  data,
  strategy: fromSignals(),
  fillPolicy: 'this-close', // price=np.inf: the close of the bar of the signal
  cash: 100, // init_cash=100
  feeRate: 0.001, // fees=0.001
  slippage: 0.0005, // slippage=0.0005
  priceDecimals: 9,
  quantityDecimals: 9, // sizes are not whole
})

const { fills, trades } = result
console.log(`${trades.pnl.length} trades, ${result.measures.finalEquity.toFixed(2)} at the end`)

// The first entry pays the close of its bar, slippage on top, with all the cash.
const [step = 0] = fills.step
const price = (data.close[step] ?? 0) * 1.0005
assert.ok(Math.abs((fills.price[0] ?? 0) - price) < 1e-8)
assert.ok(Math.abs((fills.quantity[0] ?? 0) - 100 / 1.001 / price) < 1e-8)

// What one trade leaves pays for the next.
let cash = 100
for (const [row, quantity] of fills.quantity.entries()) {
  cash -= quantity * (fills.price[row] ?? 0) + (fills.fee[row] ?? 0)
  if (quantity > 0) assert.ok(Math.abs(cash) < 1e-6)
}
