// A future is rolled by two orders: the old contract is sold and the new one bought, a week before
// the old one expires. What is not rolled is settled in cash.
import assert from 'node:assert/strict'

import { backtest } from '@neural-trader/backtesting'
import { syntheticBars } from '@neural-trader/market-data'
import { defineStrategy } from '@neural-trader/strategies'

const made = { bars: 250, timeframe: '1d', price: 4_000, tick: 0.25, seed: 7 } as const
const march = syntheticBars({ ...made, instrument: 'ESH0.XCME' })
// The later contract trades 20 points above the earlier one.
const above = (column: Float64Array): Float64Array => column.map((price) => price + 20)
const june = {
  ...march,
  instrument: 'ESM0.XCME',
  open: above(march.open),
  high: above(march.high),
  low: above(march.low),
  close: above(march.close),
}
const future = { kind: 'future', multiplier: 50, tickSize: 0.25, marginRate: 0.06 } as const

const roll = defineStrategy({
  name: 'roll',
  onBar(context) {
    const near = context.instrument('ESH0.XCME')
    const far = context.instrument('ESM0.XCME')
    if (context.step === 0) near.orders.buy(2)
    // 2020-03-13, a Friday.
    if (context.time.milliseconds === Date.parse('2020-03-13T23:59:59.999Z')) {
      near.orders.close()
      far.orders.buy(near.position.quantity)
    }
  },
})

const result = await backtest({
  data: [march, june],
  strategy: roll(),
  cash: 100_000,
  instruments: {
    'ESH0.XCME': { ...future, expiry: '2020-03-20' },
    'ESM0.XCME': { ...future, expiry: '2020-06-19' },
  },
})
const { trades, equity } = result
console.log(`${trades.pnl.length} trades, final equity ${equity.at(-1)?.toFixed(2)}`)

// Two trades: the first ended by the order that rolled it, the second by its expiry.
assert.deepEqual([...trades.quantity], [2, 2])
assert.deepEqual([...trades.open], [0, 0])
const ended = result.time[trades.exitStep[1] ?? 0] ?? 0n
assert.equal(new Date(Number(ended / 1_000_000n)).toISOString().slice(0, 10), '2020-06-19')

// A point is worth 50 a contract, and nothing but the points moved the account.
trades.pnl.forEach((pnl, row) => {
  const points = (trades.exitPrice[row] ?? 0) - (trades.entryPrice[row] ?? 0)
  assert.equal(pnl, points * 50 * 2)
})
const profit = trades.pnl.reduce((sum, pnl) => sum + pnl, 0)
assert.ok(Math.abs(100_000 + profit - (equity.at(-1) ?? 0)) < 1e-6)
