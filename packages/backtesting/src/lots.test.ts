import type { Bars, OpenLot, Strategy } from '@neural-trader/core'
import { describe, expect, test } from 'vitest'

import { backtest } from './backtest.ts'
import type { BacktestOptions } from './options.ts'
import type { BacktestResult } from './result.ts'

const closes = [100, 100, 102, 104, 103, 101, 99, 100]

const data: Bars = {
  instrument: 'LOTS.XTST',
  timeframe: '1d',
  time: BigInt64Array.from(closes, (_, day) => BigInt(day) * 86_400_000_000_000n),
  open: Float64Array.from(closes),
  high: Float64Array.from(closes, (close) => close + 1),
  low: Float64Array.from(closes, (close) => close - 1),
  close: Float64Array.from(closes),
  volume: new Float64Array(closes.length),
}

function play(
  script: Readonly<Record<number, Strategy['onBar']>>,
  options: Partial<BacktestOptions> = {},
): Promise<BacktestResult> {
  const strategy: Strategy = {
    name: 'lots',
    params: {},
    indicators: {},
    onBar: (context) => script[context.step]?.(context),
  }
  return backtest({ data, strategy, ...options })
}

const fills = ({ fills: { step, quantity } }: BacktestResult): number[][] =>
  [...step].map((at, row) => [at, quantity[row] ?? Number.NaN])

describe.each(['neural-trader', 'backtesting.py'] as const)('lots under %s', (profile) => {
  const options = { profile, closeAtEnd: false }

  test('a part of the position and of one lot', async () => {
    let second = 0
    let open: readonly OpenLot[] = []
    const result = await play(
      {
        1: ({ orders }) => {
          orders.buy(5)
          second = orders.buy(7)
        },
        2: ({ orders }) => orders.closeLot(second, { portion: 0.5 }),
        3: ({ position }) => (open = position.lots()),
      },
      options,
    )
    expect(fills(result)).toEqual([
      [2, 5],
      [2, 7],
      [3, -4],
    ])
    expect(open).toEqual([
      { order: second - 1, quantity: 5, entryPrice: 102, entryStep: 2 },
      { order: second, quantity: 3, entryPrice: 102, entryStep: 2 },
    ])
  })

  test('one exit moves, the other stays, and null removes', async () => {
    const script: Parameters<typeof play>[0] = {
      1: ({ orders }) => orders.buy(1, { stopLoss: 90, takeProfit: 150 }),
      2: ({ orders, position }) => {
        const [lot] = position.lots()
        if (lot) orders.setExits(lot.order, { stopLoss: 102 })
      },
    }
    const moved = await play(script, options)
    expect([...moved.trades.exitPrice]).toEqual([102])
    expect(moved.refusals).toEqual({ REQUESTED: 1, LOT_CLOSED: 1 })
    const removed = await play(
      {
        ...script,
        3: ({ orders, position }) => {
          const [lot] = position.lots()
          if (lot) orders.setExits(lot.order, { stopLoss: null, takeProfit: null })
        },
      },
      options,
    )
    expect([...removed.trades.open]).toEqual([1])
    expect(removed.orders.status.filter((status) => status === 'working')).toEqual([])
  })
})

test('parts of what closes lot by lot are rounded for each lot', async () => {
  const script: Parameters<typeof play>[0] = {
    1: ({ orders }) => {
      orders.buy(5)
      orders.buy(7)
    },
    2: ({ orders }) => orders.close({ portion: 0.5 }),
  }
  const netted = await play(script)
  expect(fills(netted).slice(2)).toEqual([[3, -6]])
  const queued = await play(script, { profile: 'backtesting.py', closeAtEnd: false })
  expect(fills(queued).slice(2)).toEqual([
    [3, -4],
    [3, -2],
  ])
})

const profiles = ['neural-trader', 'lean', 'backtesting.py'] as const

test.each(profiles)('a hedging account holds both sides: %s', async (profile) => {
  const held: number[][] = []
  const result = await play(
    {
      1: ({ orders }) => orders.buy(5),
      2: ({ orders }) => orders.sell(2),
      4: ({ position }) => void held.push(position.lots().map(({ quantity }) => quantity)),
    },
    { profile, hedging: true, closeAtEnd: false },
  )
  expect(held).toEqual([[5, -2]])
  expect([...result.trades.quantity]).toEqual([5, -2])
  expect(result.assumptions.hedging).toBe(true)
})

test('an exclusive order closes what is open', async () => {
  const result = await play(
    { 1: ({ orders }) => orders.buy(5), 3: ({ orders }) => orders.buy(1) },
    { profile: 'backtesting.py', exclusiveOrders: true, closeAtEnd: false },
  )
  expect(fills(result)).toEqual([
    [2, 5],
    [4, -5],
    [4, 1],
  ])
})

test('exclusiveOrders needs the profile backtesting.py', async () => {
  await expect(play({}, { exclusiveOrders: true })).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: 'exclusiveOrders is true: give the profile backtesting.py with it',
  })
})

test('a portion outside 0 to 1 is refused', async () => {
  await expect(play({ 1: ({ orders }) => orders.close({ portion: 1.5 }) })).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    details: { argument: 'portion', value: '1.5' },
  })
})
