import { syntheticBars } from '@neural-trader/market-data'
import { defineStrategy } from '@neural-trader/strategies'
import { describe, expect, test } from 'vitest'

import { backtest } from '../backtest.ts'
import { fromOrders } from './from-orders.ts'
import { fromSignals } from './from-signals.ts'

const data = syntheticBars({
  seed: 5,
  bars: 400,
  timeframe: '1d',
  price: 100,
  volatility: 0.3,
  tick: 0.01,
})
const every = (period: number): Uint8Array =>
  Uint8Array.from(data.close, (_, row) => Number(row % period === 0))

describe('through the event kernel', () => {
  test('a column is the run of a strategy that submits the same orders, byte for byte', async () => {
    const [entries, exits] = [every(11), every(13)]
    const options = { data, feeRate: 0.001, leverage: 2, cash: 50_000 }
    const { runs, measures, equity } = await fromSignals({ ...options, entries, exits, size: 1.5 })
    const strategy = defineStrategy({
      name: 'from-signals',
      onBar({ step, position, orders }) {
        const [enters, leaves] = [step % 11 === 0, step % 13 === 0]
        if (enters && !leaves && !position.isLong) orders.targetPercent(1.5)
        else if (leaves && !enters && position.isLong) orders.close()
      },
    })
    const same = await backtest({ ...options, strategy: strategy() })
    expect(runs[0]?.fills).toEqual(same.fills)
    expect(equity[0]).toEqual(same.equity)
    expect(measures.sharpeRatio[0]).toBe(same.measures.sharpeRatio)
    expect(same.fills.step.length).toBeGreaterThan(20)
  })

  test('signals fill at the open after their bar', async () => {
    const entries = Uint8Array.from(data.close, (_, row) => Number(row === 10))
    const { runs } = await fromSignals({ data, entries })
    expect([runs[0]?.fills.step[0], runs[0]?.fills.price[0]]).toEqual([11, data.open[11]])
  })

  test('limit and stop entries wait for their price, in each column for its own', async () => {
    const entries = every(20)
    const below = data.close.map((close) => Math.round(close * 98) / 100)
    const above = data.close.map((close) => Math.round(close * 102) / 100)
    const none = new Float64Array(data.close.length).fill(Number.NaN)
    const { runs } = await fromSignals({
      data,
      entries,
      exits: every(19),
      size: 0.9,
      limit: [below, none],
      stop: [none, above],
    })
    expect(runs[0]?.orders.type).toContain('limit')
    expect(runs[1]?.orders.type).toContain('stop')
    for (const run of runs) expect(run.fills.step.length).toBeGreaterThan(2)
    const { fills, orders } = runs[0]!
    const beyond = [...fills.quantity.keys()].filter((row) => {
      const signal = orders.step[fills.order[row] ?? 0] ?? 0
      return (fills.quantity[row] ?? 0) > 0 && (fills.price[row] ?? 0) > (below[signal] ?? 0)
    })
    expect(beyond).toEqual([])
  })

  test('a bar may have an order of each layer', async () => {
    const size = new Float64Array(data.close.length)
    size[5] = 3
    const low = (data.low[6] ?? 0) + 0.02
    const { runs } = await fromOrders({ data, orders: [{ size }, { size, limit: low }] })
    expect([...(runs[0]?.fills.step ?? [])]).toEqual([6, 6])
    expect([...(runs[0]?.fills.quantity ?? [])]).toEqual([3, 3])
  })

  test('a stop loss and a take profit go with an entry', async () => {
    const entries = every(20)
    const { runs } = await fromSignals({
      data,
      entries,
      stopLoss: 0.02,
      takeProfit: 0.03,
      size: 0.5,
    })
    const returns = [...(runs[0]?.trades.returns ?? [])]
    expect(returns.length).toBeGreaterThan(10)
    expect(Math.max(...returns)).toBeGreaterThan(0.029)
    expect(returns.filter((each) => each < -0.019).length).toBeGreaterThan(2)
  })
})
