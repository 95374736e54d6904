// Raw prices over a split and a dividend: what is held, what came in, and what a strategy sees.
import assert from 'node:assert/strict'

import { backtest } from '@neural-trader/backtesting'
import type { Bars, CorporateAction } from '@neural-trader/core'
import { defineStrategy } from '@neural-trader/strategies'

const day = 86_400_000_000_000n
const prices = Float64Array.of(640, 644, 92, 93, 94)
const data: Bars = {
  instrument: 'ACME.TEST',
  timeframe: '1d',
  time: BigInt64Array.from(prices, (_, row) => BigInt(row + 1) * day),
  open: prices,
  high: prices,
  low: prices,
  close: prices,
  volume: new Float64Array(prices.length),
}

// Before the third bar seven shares for one, before the fifth 0.47 a share.
const corporateActions: CorporateAction[] = [
  { type: 'split', time: 2n * day, newShares: 7, oldShares: 1 },
  { type: 'cash-dividend', time: 4n * day, amount: 0.47 },
]

const seen: number[] = []
const buyTen = defineStrategy({
  name: 'buy-ten',
  onBar({ step, orders, close }) {
    if (step === 0) orders.buy(10)
    seen.push(close.at(1))
  },
})

const result = await backtest({ data, strategy: buyTen(), corporateActions })
const { actions, trades, equity } = result
console.log(`${trades.quantity[0]} shares, ${actions.cash[1]} in dividends`)

// Ten shares bought at 644 became seventy; each got its dividend.
assert.deepEqual([...actions.type], ['split', 'cash-dividend'])
assert.deepEqual([...actions.quantity], [10, 70])
assert.equal(trades.quantity[0], 70)
assert.ok(Math.abs(actions.cash[1]! - 32.9) < 1e-9)

// Equity has the profit of the position and the dividend; the split changed nothing.
assert.ok(Math.abs(equity.at(-1)! - (10_000 - 6440 + 70 * 94 + 32.9)) < 1e-9)

// On the day of the split the close before is told in new shares.
assert.deepEqual(seen.slice(1), [640, 92, 92, 93])
