// Exits that go with an order: a stop loss and a take profit, each cancelling the other.
import assert from 'node:assert/strict'

import { backtest } from '@neural-trader/backtesting'
import { crossedAbove, sma } from '@neural-trader/features'
import { sampleBars } from '@neural-trader/market-data'
import { defineStrategy } from '@neural-trader/strategies'

const bracketed = defineStrategy({
  name: 'bracketed',
  indicators: ({ close }) => ({ average: sma(close, { period: 50 }) }),
  onBar({ close, indicators: { average }, position, orders }) {
    if (position.isFlat && crossedAbove(close, average)) {
      orders.targetPercent(1, { stopLossPercent: 0.05, takeProfitPercent: 0.1 })
    }
  },
})

const data = await sampleBars('aapl')
const { trades, orders, fills, refusals } = await backtest({ data, strategy: bracketed() })

const closed = [...trades.returns].filter((_, row) => trades.open[row] === 0)
for (const gain of closed) console.log(`${(gain * 100).toFixed(2)} %`)

// A take profit is a limit order: it gives its price or better. A stop loss gives its price, or the
// open of a bar that opened beyond it. Levels are rounded away from the entry to a whole tick.
const targets = closed.filter((gain) => gain > 0)
const stops = closed.filter((gain) => gain < 0)
assert.ok(targets.length > 0 && targets.every((gain) => gain >= 0.1))
assert.ok(stops.length > 0 && stops.every((gain) => gain <= -0.05))

// Whichever exit filled, the other was taken back: one lot is closed once.
assert.equal(refusals['LOT_CLOSED'], closed.length)
assert.equal(fills.step.length, closed.length * 2 + (trades.open.at(-1) ?? 0))
assert.ok(orders.type.includes('stop') && orders.type.includes('limit'))
