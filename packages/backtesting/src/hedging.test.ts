import type { Bars, CorporateAction, Quotes, Strategy } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { backtest } from './backtest.ts'
import type { BacktestOptions } from './options.ts'
import { renderReport } from './report/render-report.ts'

const day = 86_400_000_000_000n

function barsOf(prices: readonly number[]): Bars {
  const column = Float64Array.from(prices)
  return {
    instrument: 'X.XTST',
    timeframe: '1d',
    time: BigInt64Array.from(prices, (_, at) => BigInt(at) * day),
    open: column,
    high: column,
    low: column,
    close: column,
    volume: new Float64Array(prices.length),
  }
}

/** Long 10 and short 4 from the second bar on. */
const both: Strategy['onBar'] = ({ step, orders }) => {
  if (step !== 0) return
  orders.buy(10)
  orders.sell(4)
}

function run(
  prices: readonly number[],
  onBar: NonNullable<Strategy['onBar']>,
  options: Partial<BacktestOptions> = {},
) {
  const strategy: Strategy = { name: 'both', params: {}, indicators: {}, onBar }
  return backtest({ data: barsOf(prices), strategy, hedging: true, ...options })
}

test('what companies do, they do to each side', async () => {
  const corporateActions: CorporateAction[] = [
    { type: 'split', time: 2n * day, newShares: 3, oldShares: 2 },
    { type: 'cash-dividend', time: 3n * day, amount: 0.5 },
    { type: 'delisting', time: 4n * day, payment: 70 },
  ]
  const result = await run([90, 90, 60, 60, 60], both, { corporateActions })
  expect([...result.actions.quantity]).toEqual([6, 9, 9])
  expect([...result.actions.cash]).toEqual([0, 4.5, 630])
  expect([...result.trades.quantity]).toEqual([15, -6])
  expect([...result.trades.exitPrice]).toEqual([70, 70])
  expect(result.equity.at(-1)).toBe(10_000 + 4.5 + 9 * 10)
})

test('a contract that expires closes both sides', async () => {
  const terms = { kind: 'future', marginRate: 0.1, expiry: 3n * day } as const
  const result = await run([100, 100, 110, 130, 130], both, { instruments: { 'X.XTST': terms } })
  expect([...result.trades.quantity]).toEqual([10, -4])
  expect([...result.trades.exitPrice]).toEqual([130, 130])
  expect(result.equity.at(-1)).toBe(10_000 + 6 * 30)
})

test('funding is of both sides', async () => {
  const funding = { time: BigInt64Array.of(2n * day), rate: Float64Array.of(0.01) }
  const instruments = { 'X.XTST': { kind: 'perpetual', marginRate: 0.1, funding } } as const
  const result = await run([100, 100, 100, 100], both, { instruments })
  expect(result.equity.at(-1)).toBe(10_000 - 6)
})

test('the exits of one side leave the other', async () => {
  const result = await run([100, 100, 109, 111, 120, 120], ({ step, orders }) => {
    if (step !== 0) return
    orders.buy(10, { takeProfit: 110 })
    orders.sell(4, { stopLoss: 115 })
  })
  expect([...result.trades.quantity]).toEqual([10, -4])
  expect([...result.trades.exitPrice]).toEqual([111, 120])
})

test('exposure counts both sides', async () => {
  const { measures } = await run([100, 100, 100, 100], both)
  expect(measures.maxGrossExposure).toBeCloseTo(0.14, 12)
})

test('a position with both sides has a sum and no average price', async () => {
  const seen: number[] = []
  await run([100, 100, 100], ({ step, position, orders }) => {
    both({ step, orders } as Parameters<typeof both>[0])
    if (step === 1) seen.push(position.quantity, position.averagePrice)
  })
  expect(seen).toEqual([6, Number.NaN])
})

test('the target of nothing closes every lot, and no other target is taken', async () => {
  const result = await run([100, 100, 100, 100, 100], (context) => {
    both(context)
    if (context.step === 1) context.orders.targetPercent(0.5)
    if (context.step === 2) context.orders.targetQuantity(0)
  })
  expect(result.refusals).toEqual({ NEEDS_NETTING: 1 })
  expect([...result.fills.quantity]).toEqual([10, -4, -10, 4])
  expect(result.trades.quantity).toHaveLength(2)
})

test('the report says that both sides can be open', async () => {
  const result = await run([100, 100, 100], both)
  expect(await renderReport(result)).toContain('each side binds its margin')
})

const quotes: Quotes = {
  instrument: 'X.XTST',
  time: BigInt64Array.of(day, 2n * day),
  bid: Float64Array.of(9, 9),
  ask: Float64Array.of(10, 10),
  bidSize: Float64Array.of(1, 1),
  askSize: Float64Array.of(1, 1),
}

test.each<[string, Partial<BacktestOptions>, RegExp]>([
  ['a cash account', { account: 'cash' }, /hedges nothing: give a margin account/],
  [
    'a rebalance',
    {
      strategy: {
        name: 'whole',
        params: {},
        indicators: {},
        onBar: ({ rebalance }) => rebalance({ 'X.XTST': 1 }),
      },
    },
    /rebalance does not go with the option hedging/,
  ],
  [
    'quotes',
    { data: quotes, strategy: { name: 'q', params: {}, indicators: {}, onQuote: () => {} } },
    /hedging goes with bars/,
  ],
])('%s does not go with hedging', async (_, options, message) => {
  const refused = run([100, 100], () => {}, options)
  await expect(refused).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
  await expect(refused).rejects.toThrow(message)
})
