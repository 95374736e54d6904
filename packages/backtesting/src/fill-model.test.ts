import type {
  Bars,
  FillableOrder,
  FillBar,
  FillModel,
  ModelFill,
  StrategyContext,
} from '@neural-trader/core'
import { syntheticBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'
import { describe, expect, test } from 'vitest'

import { backtest } from './backtest.ts'
import type { BacktestOptions } from './options.ts'
import type { BacktestResult } from './result.ts'

const day = 86_400_000_000_000n

/** Open, high, low, close and volume of every day. */
function bars(rows: readonly (readonly number[])[], instrument = 'ONE.T'): Bars {
  const column = (of: number): Float64Array => Float64Array.from(rows, (row) => row[of] as number)
  return {
    instrument,
    timeframe: '1d',
    time: BigInt64Array.from(rows, (_, at) => BigInt(at) * day),
    open: column(0),
    high: column(1),
    low: column(2),
    close: column(3),
    volume: column(4),
  }
}

const data = bars([
  [100, 101, 99, 100, 50],
  [102, 106, 98, 104, 50],
  [105, 109, 101, 103, 50],
  [103, 104, 95, 96, 50],
  [97, 99, 96, 98, 50],
])

type Script = Readonly<Record<number, (context: StrategyContext) => void>>

function play(
  script: Script,
  fill: FillModel['fill'],
  options: Partial<BacktestOptions> = {},
): Promise<BacktestResult> {
  const strategy = {
    name: 'script',
    params: {},
    indicators: {},
    onBar: (context: StrategyContext) => script[context.step]?.(context),
  }
  return backtest({ data, strategy, fillModel: { name: 'test', fill }, ...options })
}

/** Step, signed quantity and price of every fill. */
const fills = ({ fills: { step, quantity, price } }: BacktestResult): number[][] =>
  [...step].map((at, row) => [at, quantity[row] ?? Number.NaN, price[row] ?? Number.NaN])

const builtIn = ({ price }: FillableOrder): ModelFill => ({ price })

/** Fills at most this share of a bar's volume at its typical price. */
const participation =
  (share: number): FillModel['fill'] =>
  ({ quantity }, { high, low, close, volume }) => ({
    price: (high + low + close) / 3,
    quantity: Math.min(quantity, volume * share),
  })

describe('a model that gives what the built-in rules give', () => {
  const long = syntheticBars({ seed: 3, bars: 5_000, timeframe: '1h' })
  const costs = { feeRate: 0.001, slippage: 0.0005, cash: 1e5 } as const
  const crossing = {
    name: 'crossing',
    params: {},
    indicators: {},
    onBar: ({ close, position, orders }: StrategyContext) => {
      const rises = close.value > close.at(20)
      if (rises && !position.isLong) orders.targetPercent(0.9)
      if (!rises && !position.isShort) orders.targetPercent(-0.9)
    },
  }

  test('makes the same event log of market orders at the next open, byte for byte', async () => {
    const open = { name: 'open', fill: (_: FillableOrder, { open: price }: FillBar) => ({ price }) }
    const given = await backtest({ data: long, strategy: crossing, ...costs, fillModel: open })
    const plain = await backtest({ data: long, strategy: crossing, ...costs })
    expect(plain.fills.step.length).toBeGreaterThan(300)
    expect(given.log.hash).toBe(plain.log.hash)
    expect(given.equity).toEqual(plain.equity)
    expect(given.assumptions.fillModel).toBe('open')
  })

  test('and of rebalances over several series', async () => {
    const series = [1, 2, 3].map((seed) =>
      syntheticBars({ seed, bars: 400, timeframe: '1d', instrument: `S${seed}.T` }),
    )
    const rotation = {
      ...crossing,
      onBar: ({ step, instruments, rebalance }: StrategyContext) => {
        const turn = Math.floor(step / 5) % 3
        if (step % 5 === 0) rebalance({ [(instruments[turn] as StrategyContext).id]: 1 })
      },
    }
    const model = { name: 'same', fill: builtIn }
    const given = await backtest({ data: series, strategy: rotation, ...costs, fillModel: model })
    const plain = await backtest({ data: series, strategy: rotation, ...costs })
    expect(plain.fills.step.length).toBeGreaterThan(100)
    expect(given.log.hash).toBe(plain.log.hash)
  })

  test('and of stops, whose triggers stay the engine’s', async () => {
    const stops = {
      ...crossing,
      onBar: ({ position, orders, close, high }: StrategyContext) => {
        orders.cancelAll()
        if (position.isFlat) orders.buy(10, { stop: high.value })
        else orders.sell(position.quantity, { stop: close.value * 0.995 })
      },
    }
    const model = { name: 'same', fill: builtIn }
    const given = await backtest({ data: long, strategy: stops, ...costs, fillModel: model })
    const plain = await backtest({ data: long, strategy: stops, ...costs })
    expect(plain.fills.step.length).toBeGreaterThan(90)
    expect(given.log.hash).toBe(plain.log.hash)
  })
})

test('a worse price is what the model says', async () => {
  const worst: FillModel['fill'] = ({ side }, { high, low }) => ({
    price: side === 'buy' ? high : low,
  })
  const result = await play(
    { 0: ({ orders }) => orders.buy(10), 2: ({ orders }) => orders.close() },
    worst,
  )
  expect(fills(result)).toEqual([
    [1, 10, 106],
    [3, -10, 95],
  ])
})

test('a share of the volume fills over several bars, to the nearest tick', async () => {
  const result = await play({ 0: ({ orders }) => orders.buy(12) }, participation(0.1))
  expect(fills(result)).toEqual([
    [1, 5, 103],
    [2, 5, 104],
    [3, 2, 98],
  ])
  expect([...result.orders.status]).toEqual(['filled'])
})

test('what it is asked', async () => {
  const asked: unknown[] = []
  const model: FillModel['fill'] = (order, bar) => void asked.push([{ ...order }, { ...bar }])
  await play(
    {
      0: ({ orders }) => {
        orders.buy(10, { limit: 101 })
        orders.sell(5, { stop: 97 })
      },
      1: ({ orders }) => orders.cancel(1),
    },
    model,
    { data: bars([...rowsOf(data)].slice(0, 4)) },
  )
  const order = { instrument: 'ONE.T', limit: Number.NaN, stop: Number.NaN, atOpen: false }
  const first = { time: 86_400_000, open: 102, high: 106, low: 98, close: 104, volume: 50 }
  const third = { time: 259_200_000, open: 103, high: 104, low: 95, close: 96, volume: 50 }
  expect(asked).toEqual([
    [
      { ...order, number: 1, side: 'buy', quantity: 10, kind: 'limit', limit: 101, price: 101 },
      { ...first, lastClose: 100 },
    ],
    [
      { ...order, number: 2, side: 'sell', quantity: 5, kind: 'stop', stop: 97, price: 97 },
      { ...third, lastClose: 103 },
    ],
  ])
})

function* rowsOf({ open, high, low, close, volume }: Bars): Generator<number[]> {
  for (const row of open.keys()) {
    yield [open, high, low, close, volume].map((column) => column[row] as number)
  }
}

test('a touched limit may fill, and a stop that was touched is asked about as a market order', async () => {
  const touched = await play({ 0: ({ orders }) => orders.buy(1, { limit: 98 }) }, builtIn)
  expect(fills(touched)).toEqual([[1, 1, 98]])
  let count = 0
  const later: FillModel['fill'] = (order) => (count++ === 0 ? undefined : builtIn(order))
  const stopped = await play({ 0: ({ orders }) => orders.buy(1, { stop: 105 }) }, later)
  expect(fills(stopped)).toEqual([[2, 1, 105]])
})

test('time in force, groups and exits stay the engine’s', async () => {
  const nothing = (): undefined => undefined
  const given = await play(
    {
      0: ({ orders }) => {
        orders.buy(1, { timeInForce: 'IOC' })
        orders.buy(2, { timeInForce: 'FOK' })
        orders.buy(3, { timeInForce: 'DAY' })
      },
    },
    nothing,
  )
  expect(given.refusals).toEqual({ IMMEDIATE_OR_CANCEL: 1, FILL_OR_KILL: 1, END_OF_DAY: 1 })
  const parts = await play(
    {
      0: ({ orders }) => {
        orders.buy(8, { timeInForce: 'FOK' })
        orders.buy(8, { timeInForce: 'IOC' })
      },
    },
    participation(0.1),
  )
  expect(fills(parts)).toEqual([[1, 5, 103]])
  expect(parts.refusals).toEqual({ FILL_OR_KILL: 1, IMMEDIATE_OR_CANCEL: 1 })
  const group = await play(
    {
      0: ({ orders }) => {
        orders.buy(1, { limit: 99, oco: 1 })
        orders.buy(1, { stop: 105, oco: 1 })
      },
    },
    builtIn,
  )
  expect(fills(group)).toEqual([[1, 1, 105]])
  const exits = await play(
    { 0: ({ orders }) => orders.buy(5, { takeProfit: 108, stopLoss: 90 }) },
    builtIn,
  )
  expect(fills(exits)).toEqual([
    [1, 5, 102],
    [2, -5, 108],
  ])
})

test('the account pays no more than it has, whatever the model says', async () => {
  const result = await play(
    { 0: ({ orders }) => orders.targetPercent(1) },
    () => ({ price: 106 }),
    {
      cash: 1_000,
    },
  )
  expect(fills(result)).toEqual([[1, 9, 106]])
  const beyond = await play({ 0: ({ orders }) => orders.buy(10) }, () => ({ price: 106 }), {
    cash: 1_000,
  })
  expect(fills(beyond)).toEqual([])
  expect(beyond.refusals).toEqual({ INSUFFICIENT_BUYING_POWER: 1 })
})

describe('a model that is wrong is told so', () => {
  const buys: Script = { 0: ({ orders }) => orders.buy(10, { limit: 103 }) }

  test.each<[string, ModelFill, string]>([
    ['no number', { price: Number.NaN }, 'a price of NaN'],
    ['negative', { price: -1 }, 'a price of -1'],
    ['outside the bar', { price: 97 }, 'a price of 97 on a bar from 98 to 106'],
    ['beyond the limit', { price: 104 }, 'beyond the limit of 103'],
    ['no quantity', { price: 102, quantity: Number.NaN }, 'a quantity of NaN'],
    ['nothing', { price: 102, quantity: 0 }, 'a quantity of 0'],
    ['more than ordered', { price: 102, quantity: 11 }, 'a quantity of 11 where 10 are left'],
  ])('%s', async (_, fill, message) => {
    const failed = await play(buys, () => fill).catch((error: unknown) => error)
    expect(failed).toMatchObject({
      code: 'INVALID_FILL',
      message: expect.stringContaining(message) as string,
      details: { model: 'test', order: 1, instrument: 'ONE.T', step: 1 },
    })
  })

  test('a price outside the bar is taken where the model says that it may be', async () => {
    const outside = { name: 'outside', outsideBar: true, fill: () => ({ price: 97 }) }
    const result = await play(buys, builtIn, { fillModel: outside })
    expect(fills(result)).toEqual([[1, 10, 97]])
  })

  test('an error at step 500 carries the step and the cause', async () => {
    const long = syntheticBars({ seed: 1, bars: 600, timeframe: '1m' })
    const cause = new RangeError('no such regime')
    const strategy = {
      name: 'each-bar',
      params: {},
      indicators: {},
      onBar: ({ orders }: StrategyContext) => orders.buy(1),
    }
    let asked = 0
    const fillModel: FillModel = {
      name: 'breaks',
      fill: (order) => {
        asked += 1
        if (asked === 500) throw cause
        return builtIn(order)
      },
    }
    const failed = backtest({ data: long, strategy, cash: 1e6, fillModel })
    await expect(failed).rejects.toMatchObject({
      code: 'FILL_MODEL_FAILED',
      message: expect.stringContaining('no such regime') as string,
      details: { model: 'breaks', step: 500, order: 500 },
      cause,
    })
  })

  test.each<[string, Partial<BacktestOptions>]>([
    ['profile backtesting.py', { profile: 'backtesting.py' }],
    ["fillPolicy 'this-close'", { fillPolicy: 'this-close' }],
    ['rules', { strategy: smaCross() }],
    ['a function fill', { fillModel: { name: 'none' } as FillModel }],
  ])('it does not go with %s', async (what, options) => {
    await expect(play(buys, builtIn, options)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining(what) as string,
    })
  })
})
