import type {
  FillableOrder,
  FillQuote,
  ModelFill,
  QuoteFillModel,
  Quotes,
  Strategy,
  TickContext,
  Trades,
} from '@neural-trader/core'
import { describe, expect, it, test } from 'vitest'

import { backtest, openReplay, type BacktestOptions, type BacktestResult } from '../index.ts'

const second = 1_000_000_000n

function quotes(rows: readonly (readonly number[])[]): Quotes {
  const column = (at: number): Float64Array => Float64Array.from(rows, (row) => row[at] ?? 0)
  return {
    instrument: 'X.XTST',
    time: BigInt64Array.from(rows, (_, row) => BigInt(row + 1) * second),
    bid: column(0),
    ask: column(1),
    bidSize: column(2),
    askSize: column(3),
  }
}

function trades(rows: readonly (readonly [at: number, price: number, size: number])[]): Trades {
  return {
    instrument: 'X.XTST',
    time: BigInt64Array.from(rows, ([at]) => BigInt(at) * second),
    price: Float64Array.from(rows, (row) => row[1]),
    size: Float64Array.from(rows, (row) => row[2]),
  }
}

const path = quotes([
  [98, 102],
  [98, 102, 5, 7],
  [97, 101],
  [96, 100],
])

type Script = Readonly<Record<number, (context: TickContext) => void>>

function strategy(script: Script): Strategy {
  return {
    name: 'script',
    params: {},
    indicators: {},
    onQuote: (context) => script[context.step]?.(context),
  }
}

function play(
  script: Script,
  fillAtQuote: QuoteFillModel['fillAtQuote'],
  options: Partial<BacktestOptions> = {},
): Promise<BacktestResult> {
  const fillModel = { name: 'test', fillAtQuote }
  return backtest({ data: path, strategy: strategy(script), fillModel, ...options })
}

const fills = ({ fills: { step, quantity, price } }: BacktestResult): number[][] =>
  [...step].map((at, row) => [at, quantity[row] ?? Number.NaN, price[row] ?? Number.NaN])

it('a model that gives what the rules give makes the same event log, byte for byte', async () => {
  const rows = Array.from({ length: 4000 }, (_, row) => {
    const mid = 100 + Math.round(Math.sin(row / 9) * 20)
    return [mid - 1 - (row % 2), mid + 1, row % 7, row % 5]
  })
  const trade = ({ step, orders, position }: TickContext): void => {
    if (step % 50 === 10) orders.targetPercent(step % 100 === 10 ? 0.5 : -0.5)
    if (step % 50 === 30) orders.buy(3, { limit: 95, timeInForce: 'DAY' })
    if (step % 50 === 40 && position.isLong) orders.sell(2, { stop: 90 })
  }
  const acts: Strategy = { name: 'acts', params: {}, indicators: {}, onQuote: trade }
  const same: QuoteFillModel = { name: 'same', fillAtQuote: ({ price }) => ({ price }) }
  const options = { data: quotes(rows), strategy: acts, feeRate: 0.001, slippage: 0.0005 }
  const given = await backtest({ ...options, fillModel: same })
  const plain = await backtest(options)
  expect(plain.fills.step.length).toBeGreaterThan(100)
  expect(given.log.hash).toBe(plain.log.hash)
  expect(given.equity).toEqual(plain.equity)
  expect(given.assumptions.fillModel).toBe('same')
})

it('sees the quote and no trade that is still to come', async () => {
  const seen: [FillableOrder, FillQuote][] = []
  const look: QuoteFillModel['fillAtQuote'] = (order, quote) =>
    void seen.push([{ ...order }, { ...quote }])
  const script: Script = {
    0: ({ orders }) => orders.buy(3, { limit: 99 }),
    1: ({ orders }) => orders.sell(2),
  }
  const data = [
    path,
    trades([
      [1, 100, 1],
      [3, 98, 4],
    ]),
  ]
  await play(script, look, { data })
  const order = { instrument: 'X.XTST', stop: Number.NaN, atOpen: true }
  const sale = { ...order, number: 2, side: 'sell', quantity: 2, kind: 'market', limit: Number.NaN }
  const bid = { ...order, number: 1, side: 'buy', quantity: 3, kind: 'limit', limit: 99, price: 99 }
  const third = { time: 3000, bid: 97, ask: 101, bidSize: 0, askSize: 0 }
  const fourth = { time: 4000, bid: 96, ask: 100, bidSize: 0, askSize: 0 }
  expect(seen).toEqual([
    [
      { ...sale, price: 97 },
      { tick: 'quote', ...third, lastPrice: 100, lastSize: 1 },
    ],
    [bid, { tick: 'trade', ...third, lastPrice: 98, lastSize: 4 }],
    [
      { ...sale, price: 96 },
      { tick: 'quote', ...fourth, lastPrice: 98, lastSize: 4 },
    ],
  ])
})

it('fills once on a quote and a trade of one time, each as far as its size goes', async () => {
  const data = [path, trades([[3, 98, 4]])]
  const result = await play(
    { 1: ({ orders }) => orders.buy(20, { limit: 102 }) },
    ({ price, quantity }, { tick }) =>
      tick === 'trade' ? { price, quantity: Math.min(quantity, 9) } : { price, quantity: 1 },
    { data },
  )
  expect(fills(result)).toEqual([
    [2, 1, 101],
    [2, 4, 102],
    [3, 1, 102],
  ])
})

it('is asked about an order for the open on the first quote, and about none for the close', async () => {
  const at = (moment: string): bigint => BigInt(Date.parse(`2024-11-${moment}Z`)) * 1_000_000n
  const data = {
    ...path,
    instrument: 'X.XNYS',
    time: BigInt64Array.of(at('26T20:00'), at('26T20:59'), at('27T13:00'), at('27T14:30')),
  }
  const asked: FillableOrder[] = []
  const result = await play(
    {
      0: ({ orders }) => {
        orders.buy(2, { timeInForce: 'OPEN' })
        orders.buy(1, { timeInForce: 'CLOSE' })
      },
    },
    (order) => {
      asked.push({ ...order })
      return { price: order.price - 1 }
    },
    { data, calendar: 'XNYS' },
  )
  expect(asked.map(({ number, price }) => [number, price])).toEqual([[1, 100]])
  expect(fills(result)).toEqual([
    [1, 1, 102],
    [3, 2, 99],
  ])
})

describe('a model that is wrong is told so', () => {
  const buys: Script = { 0: ({ orders }) => orders.buy(10, { limit: 103 }) }

  test.each<[string, ModelFill, string]>([
    ['no number', { price: Number.NaN }, 'a price of NaN'],
    ['outside the quote', { price: 97 }, 'a price of 97 on a quote from 98 to 102'],
    ['more than ordered', { price: 102, quantity: 11 }, 'a quantity of 11 where 10 are left'],
  ])('%s', async (_, fill, message) => {
    await expect(play(buys, () => fill)).rejects.toMatchObject({
      code: 'INVALID_FILL',
      message: expect.stringContaining(message) as string,
      details: { model: 'test', order: 1, instrument: 'X.XTST', step: 1 },
    })
  })

  test('outside of a trade and the limit that it passed', async () => {
    const data = [path, trades([[3, 99, 4]])]
    const low: Script = { 0: ({ orders }) => orders.buy(1, { limit: 100 }) }
    const run = play(low, (_, { tick }) => (tick === 'trade' ? { price: 98 } : undefined), { data })
    await expect(run).rejects.toThrow('a price of 98 on a trade from 99 to 100')
  })

  test('a price outside of the quote is taken where the model says that it may be', async () => {
    const outside = { name: 'outside', outsideQuote: true, fillAtQuote: () => ({ price: 90 }) }
    const result = await play(buys, outside.fillAtQuote, { fillModel: outside })
    expect(fills(result)).toEqual([
      [1, 7, 90],
      [2, 3, 90],
    ])
  })

  test('an error carries the step and the cause', async () => {
    const cause = new RangeError('no such regime')
    const broken = (): ModelFill => {
      throw cause
    }
    await expect(play(buys, broken)).rejects.toMatchObject({
      code: 'FILL_MODEL_FAILED',
      details: { model: 'test', step: 1, order: 1 },
      cause,
    })
  })

  test.each<[string, Partial<BacktestOptions>]>([
    ["fillPolicy 'this-quote'", { fillPolicy: 'this-quote' }],
    ['a function fillAtQuote', { fillModel: { name: 'of bars', fill: () => undefined } }],
  ])('it does not go with %s', async (what, options) => {
    await expect(play(buys, () => undefined, options)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining(what) as string,
    })
  })

  test('nor with a replay in chunks', () => {
    const fillModel = { name: 'of bars', fill: () => undefined }
    const options = { instruments: ['X.XTST'], priceDecimals: 0, fillModel }
    expect(() => openReplay(options)).toThrow(/Option fillModel needs all of the data/)
  })
})
