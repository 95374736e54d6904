import { sliceBars, type Bars, type CorporateAction, type Strategy } from '@neural-trader/core'
import { bars as column, indicator, sma } from '@neural-trader/features'
import { syntheticBars } from '@neural-trader/market-data'
import { defineStrategy, smaCross } from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { backtest } from './backtest.ts'
import type { CorporateActions } from './corporate-actions.ts'
import { renderReport } from './report/render-report.ts'

const day = 86_400_000_000_000n

/** Daily bars that open, trade and close at one price. */
function flat(instrument: string, closes: readonly number[]): Bars {
  const close = Float64Array.from(closes)
  return {
    instrument,
    timeframe: '1d',
    time: BigInt64Array.from(closes, (_, row) => BigInt(row + 1) * day),
    open: close,
    high: close,
    low: close,
    close,
    volume: Float64Array.from(closes, () => 100),
  }
}

/** Takes effect before the bar of a row. */
const at = (row: number): bigint => BigInt(row + 1) * day - 1n
const split = (row: number, newShares: number, oldShares = 1): CorporateAction => ({
  type: 'split',
  time: at(row),
  newShares,
  oldShares,
})

function doing(onBar: NonNullable<Strategy['onBar']>, indicators: Strategy['indicators'] = {}) {
  return { name: 'doing', params: {}, indicators, onBar } satisfies Strategy
}

test('a strategy sees earlier prices, volumes and indicators in terms of the share in hand', async () => {
  const seen: number[][] = []
  const strategy = doing(
    ({ close, volume, indicators }) => {
      const average = indicators['average']!
      seen.push([close.value, close.at(1), volume.at(1), average.value, average.at(1)])
    },
    { average: sma(column.close, { period: 2 }) },
  )
  const data = flat('X', [100, 102, 52, 54, 5.5])
  await backtest({ data, strategy, corporateActions: [split(2, 2), split(4, 10)] })
  expect(seen).toEqual([
    [102, 100, 100, 101, Number.NaN],
    [52, 51, 200, 51.5, 50.5],
    [54, 52, 100, 53, 51.5],
    [5.5, 5.4, 1000, expect.closeTo(5.45, 12), expect.closeTo(5.3, 12)],
  ])
})

test('a split to come changes nothing that was decided, filled or worth before it', async () => {
  const data = syntheticBars({ seed: 5, bars: 300, timeframe: '1d', price: 40 })
  const actions = [60, 140, 230].map((row): CorporateAction => ({
    type: 'split',
    time: data.time[row]! - 1n,
    newShares: 3,
    oldShares: 2,
  }))
  const strategy = smaCross({ fast: 3, slow: 9 })
  const whole = await backtest({ data, strategy, corporateActions: actions })
  for (const cut of [59, 61, 139, 141, 229]) {
    const part = await backtest({
      data: sliceBars(data, 0, cut),
      strategy,
      corporateActions: actions,
    })
    expect(part.equity).toEqual(whole.equity.slice(0, cut))
    const fills = whole.fills.step.filter((step) => step < cut).length
    expect(part.fills.price).toEqual(whole.fills.price.slice(0, fills))
  }
})

/** Bars whose prices are divided from a row on, as a split would. */
function divided(bars: Bars, from: number, by: number): Bars {
  const each = (column: Float64Array): Float64Array =>
    column.map((value, row) => (row < from ? value : value / by))
  const { open, high, low, close } = bars
  return { ...bars, open: each(open), high: each(high), low: each(low), close: each(close) }
}

test('rules and the same decisions in TypeScript give one log', async () => {
  const smooth = syntheticBars({ seed: 9, bars: 400, timeframe: '1d', price: 40 })
  const data = divided(divided(smooth, 51, 0.5), 201, 8)
  const corporateActions: CorporateAction[] = [
    { ...split(0, 1, 2), time: data.time[50]! },
    { type: 'cash-dividend', time: data.time[111]!, amount: 0.5 },
    { ...split(0, 8), time: data.time[200]! },
  ]
  const declared = smaCross({ fast: 4, slow: 10 })
  const written = doing(
    ({ indicators, orders }) => {
      const [fast, slow] = [indicators['fast']!, indicators['slow']!]
      if (fast.at(1) <= slow.at(1) && fast.value > slow.value) orders.targetPercent(1)
      if (fast.at(1) >= slow.at(1) && fast.value < slow.value) orders.targetPercent(-1)
    },
    { fast: sma(column.close, { period: 4 }), slow: sma(column.close, { period: 10 }) },
  )
  const results = await Promise.all(
    [declared, written].map((strategy) => backtest({ data, strategy, corporateActions })),
  )
  expect(results[0]!.fills.step.length).toBeGreaterThan(20)
  expect(results[0]!.actions.quantity).not.toContain(0)
  expect(results[0]!.equity).toEqual(results[1]!.equity)
  expect(results[0]!.log.hash).toBe(results[1]!.log.hash)
})

test('what does not scale with the price is refused across a split, and only there', async () => {
  const strategy = doing(() => {}, {
    mixed: indicator({ name: 'atr', params: { period: 2 } }, [
      column.high,
      column.volume,
      column.close,
    ]),
  })
  const data = syntheticBars({ seed: 1, bars: 30 })
  const time = data.time[14]!
  const run = (action: CorporateAction) => backtest({ data, strategy, corporateActions: [action] })
  await expect(run({ ...split(0, 2), time })).rejects.toMatchObject({
    code: 'INVALID_STRATEGY',
    details: { indicator: 'atr' },
  })
  await expect(run({ type: 'cash-dividend', time, amount: 1 })).resolves.toBeDefined()
})

test('each instrument has its own; a delisting ends one while the other goes on', async () => {
  const strategy = doing(({ step, instruments }) => {
    if (step === 0) for (const { orders } of instruments) orders.buy(10)
    if (step === 3) instruments[0]!.orders.buy(1)
  })
  const corporateActions = {
    A: [{ type: 'delisting', time: at(2), payment: 7 }],
    B: [{ type: 'cash-dividend', time: at(3), amount: 2 }],
  } satisfies CorporateActions
  const data = [flat('A', [10, 10]), flat('B', [20, 20, 20, 20, 20])]
  const result = await backtest({ data, strategy, corporateActions })
  expect(result.actions).toEqual({
    instrument: Int32Array.of(0, 1),
    step: Int32Array.of(2, 3),
    type: ['delisting', 'cash-dividend'],
    quantity: Float64Array.of(10, 10),
    cash: Float64Array.of(70, 20),
  })
  expect([...result.equity]).toEqual([10_000, 10_000, 9970, 9990, 9990])
  expect(result.refusals).toEqual({ INSTRUMENT_DELISTED: 1 })
  expect([...result.trades.pnl]).toEqual([-30, 0])
})

test('a delisting as of the last close pays out there; one after it is not of the run', async () => {
  const strategy = doing(({ step, orders }) => void (step === 0 && orders.buy(10)))
  const data = flat('A', [10, 10, 10])
  const run = (time: bigint) =>
    backtest({ data, strategy, corporateActions: [{ type: 'delisting', time, payment: 4 }] })
  expect((await run(data.time[2]!)).equity.at(-1)).toBe(9940)
  expect((await run(data.time[2]! + 1n)).equity.at(-1)).toBe(10_000)
})

test('a trade across a split is told in new shares; its profit is exact', async () => {
  const strategy = doing(({ step, orders }) => {
    if (step === 0) orders.buy(1)
    if (step === 2) orders.sell(7)
  })
  const data = { ...flat('AAPL', [645.57, 645.57, 93, 94]) }
  const { trades } = await backtest({ data, strategy, corporateActions: [split(2, 7)] })
  expect([trades.quantity[0], trades.entryPrice[0], trades.exitPrice[0]]).toEqual([7, 92.22, 94])
  expect(trades.pnl[0]).toBeCloseTo(7 * 94 - 645.57, 12)
  expect(trades.returns[0]).toBeCloseTo((7 * 94) / 645.57 - 1, 12)
})

test('exposure and orders are told in the shares of the day', async () => {
  const strategy = doing(({ step, orders }) => {
    if (step === 0) orders.buy(100)
    if (step === 1) orders.sell(50, { limit: 15 })
  })
  const data = flat('A', [10, 10, 2, 2])
  const corporateActions = [split(2, 5), { type: 'delisting', time: at(3), payment: null } as const]
  const result = await backtest({ data, strategy, corporateActions })
  expect(result.measures.maxGrossExposure).toBeCloseTo(0.1, 12)
  expect([...result.orders.quantity]).toEqual([100, -250])
  expect(result.orders.reason).toEqual(['', 'INSTRUMENT_DELISTED'])
  expect(result.equity.at(-1)).toBe(10_000)
})

test('the report says what companies did', async () => {
  const strategy = doing(({ step, orders }) => void (step === 0 && orders.buy(10)))
  const data = flat('A', [10, 10, 5, 5])
  const dividend = { type: 'cash-dividend', time: at(3), amount: 1 } as const
  const corporateActions = [split(2, 2), dividend]
  const page = await renderReport(await backtest({ data, strategy, corporateActions }))
  expect(page).toContain('Prices are raw. 1 split; dividends of 20.00 on what was held.')
})

test.each<[string, unknown, string, object]>([
  [
    'a negative dividend',
    [{ type: 'cash-dividend', time: 1n, amount: -1 }],
    'INVALID_ARGUMENT',
    { field: 'corporateActions.A[0].amount', value: '-1' },
  ],
  [
    'a time that is no bigint',
    [{ type: 'delisting', time: 1, payment: null }],
    'INVALID_ARGUMENT',
    { field: 'corporateActions.A[0].time', value: '1' },
  ],
  [
    'an unknown type',
    [{ type: 'merger', time: 1n }],
    'INVALID_ARGUMENT',
    { field: 'corporateActions.A[0].type', value: 'merger' },
  ],
  [
    'a split for nothing',
    [split(1, 1), split(1, 2, 0)],
    'INVALID_ARGUMENT',
    { field: 'corporateActions.A[1].oldShares', value: '0' },
  ],
  ['an endless ratio', [split(1, 1, 1 / 3)], 'INVALID_ARGUMENT', {}],
  [
    'a long symbol',
    [{ type: 'symbol-change', time: 1n, from: 'A', to: 'A'.repeat(25) }],
    'INVALID_ARGUMENT',
    { field: 'corporateActions.A[0].to' },
  ],
  ['another instrument', { B: [], C: [split(1, 2)] }, 'UNKNOWN_INSTRUMENT', { instrument: 'C' }],
])('%s is refused', async (_, given, code, details) => {
  const corporateActions = given as CorporateActions
  const run = backtest({ data: flat('A', [1, 2]), strategy: doing(() => {}), corporateActions })
  await expect(run).rejects.toMatchObject({ code, details })
})

test('a list for several instruments, and the rules of another engine, are refused', async () => {
  const strategy = defineStrategy({ name: 'idle', onBar() {} })({})
  const one = flat('A', [1, 2, 3])
  const corporateActions = [split(1, 2)]
  const several = backtest({ data: [one, flat('B', [1])], strategy, corporateActions })
  await expect(several).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
  const queue = backtest({ data: one, strategy, corporateActions, profile: 'backtesting.py' })
  await expect(queue).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    details: { field: 'corporateActions' },
  })
})
