// A ready-made strategy on the bundled S&P 500 bars, and what its result holds.
import assert from 'node:assert/strict'

import { backtest } from '@neural-trader/backtesting'
import { sampleBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'

const data = await sampleBars('sp500')
const result = await backtest({ data, strategy: smaCross({ fast: 10, slow: 30 }), cash: 10_000 })

const { measures, assumptions, trades } = result
console.log(`Return ${(measures.totalReturn * 100).toFixed(2)} % over ${measures.trades} trades`)
console.log(`Orders decided at a close fill at the ${assumptions.fillPolicy}`)

// One equity value a bar, each known at the close of that bar.
assert.equal(result.equity.length, data.close.length)
assert.equal(assumptions.fillPolicy, 'next-open')

// Nothing is lost between the account and the trades: cash and the profit of every trade, the open
// one included, make up the final equity.
const profit = trades.pnl.reduce((sum, pnl) => sum + pnl, 0)
assert.ok(Math.abs(10_000 + profit - measures.finalEquity) < 1e-6)

// The first trade fills at the open of the bar after the decision.
const [entry] = trades.entryStep
assert.ok(entry !== undefined)
assert.equal(trades.entryPrice[0], data.open[entry])
assert.equal(result.orders.step[0], entry - 1)
