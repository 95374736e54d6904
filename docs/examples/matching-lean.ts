// LEAN's basic template, SetHoldings once and hold, under the rules of LEAN.
import assert from 'node:assert/strict'

import { backtest } from '@neural-trader/backtesting'
import { sampleBars } from '@neural-trader/market-data'
import { defineStrategy } from '@neural-trader/strategies'

const basicTemplate = defineStrategy({
  name: 'basic-template',
  onBar({ position, orders }) {
    if (position.isFlat) orders.targetPercent(1) // SetHoldings(symbol, 1)
  },
})

const data = await sampleBars('sp500')
const result = await backtest({ data, strategy: basicTemplate(), profile: 'lean' })

const { fills, equity, assumptions } = result
console.log(`${fills.quantity[0]} at ${fills.price[0]} for a fee of ${fills.fee[0]}`)

// Sized on the first close, with 0.25 % of equity and the fee left free.
const [close = 0] = data.close
const fee = (quantity: number): number => Math.max(1, 0.005 * quantity)
const fits = (quantity: number): boolean => quantity * close <= 99_750 - fee(quantity)
const quantity = fills.quantity[0] ?? 0
assert.ok(fits(quantity) && !fits(quantity + 1))

// Daily bars fill at the next open, like LEAN's market-on-open orders.
assert.equal(assumptions.fillPolicy, 'next-open')
assert.deepEqual([fills.step[0], fills.price[0]], [1, data.open[1]])

// Equity marks the position at the last close.
const last = data.close.at(-1) ?? 0
const paid = quantity * (fills.price[0] ?? 0) + fee(quantity)
assert.ok(Math.abs(100_000 - paid + quantity * last - (equity.at(-1) ?? 0)) < 1e-6)
