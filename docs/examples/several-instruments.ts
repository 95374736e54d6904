// Rotation: of two instruments, hold the one that gained more over the last 20 days.
import assert from 'node:assert/strict'

import { backtest } from '@neural-trader/backtesting'
import { syntheticBars } from '@neural-trader/market-data'
import { defineStrategy } from '@neural-trader/strategies'

const made = { bars: 500, timeframe: '1d' } as const
const data = [
  syntheticBars({ ...made, seed: 1, instrument: 'ONE.TEST', drift: 0.1 }),
  syntheticBars({ ...made, seed: 2, instrument: 'TWO.TEST', drift: 0.1 }),
]

const rotation = defineStrategy({
  name: 'rotation',
  onBar(context) {
    if (context.step < 20 || context.step % 20 !== 0) return
    const one = context.instrument('ONE.TEST')
    const two = context.instrument('TWO.TEST')
    const oneGained = one.close.value / one.close.at(20)
    const twoGained = two.close.value / two.close.at(20)
    const [winner, loser] = oneGained >= twoGained ? [one, two] : [two, one]
    // Orders of one instrument fill on its own bar. Selling everything and buying with half leaves
    // room for a gap between the two.
    loser.orders.targetPercent(0)
    if (winner.position.isFlat) winner.orders.targetPercent(0.5)
  },
})

const result = await backtest({ data, strategy: rotation(), cash: 100_000 })
const { fills, trades, equity } = result
console.log(`${trades.pnl.length} trades, final equity ${equity.at(-1)?.toFixed(2)}`)

// Both were held at some time, and never both at once after a day's fills.
assert.deepEqual([...new Set(fills.instrument)].toSorted(), [0, 1])
const held = [0, 0]
fills.step.forEach((step, row) => {
  held[fills.instrument[row] ?? 0]! += fills.quantity[row] ?? 0
  if (fills.step[row + 1] !== step) assert.ok(held.filter((units) => units !== 0).length <= 1)
})

// The account is one: the trades of both instruments explain its equity.
const profit = trades.pnl.reduce((sum, pnl) => sum + pnl, 0)
assert.ok(Math.abs(100_000 + profit - (equity.at(-1) ?? 0)) < 1e-6)
