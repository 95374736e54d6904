import type { Bars } from '@neural-trader/core'
import { syntheticBars } from '@neural-trader/market-data'
import { expect, test } from 'vitest'

import { backtest } from './backtest.ts'
import type { BacktestOptions } from './options.ts'
import { renderReport } from './report/render-report.ts'
import { renderSummary } from './report/summary/render-summary.ts'

const minutes = syntheticBars({ seed: 5, bars: 400, timeframe: '1m', price: 100, tick: 0.01 })
const days = syntheticBars({ seed: 5, bars: 400, timeframe: '1d', price: 100, tick: 0.01 })

const invest = {
  name: 'invest',
  params: {},
  indicators: {},
  onBar: ({
    position,
    orders,
  }: Parameters<NonNullable<BacktestOptions['strategy']['onBar']>>[0]) => {
    if (position.isFlat) orders.targetPercent(1)
  },
}

const run = (options: Partial<BacktestOptions> = {}): ReturnType<typeof backtest> =>
  backtest({ data: minutes, strategy: invest, profile: 'lean', ...options })

test('the profile is printed whole', async () => {
  const result = await run()
  expect(result.assumptions).toMatchObject({
    profile: 'lean',
    fillPolicy: 'this-close',
    sizing: 'at-decision',
    cash: 100_000,
    account: 'margin',
    leverage: 2,
    fees: 'lean-interactive-brokers',
    cashReserve: 0.0025,
    minimumOrderMargin: 0.001,
    slippage: 0,
    closeAtEnd: false,
  })
  const report = await renderReport(result)
  expect(report).toContain('Those of LEAN for stocks in the United States')
  expect(report).toContain('Targets leave 0.25 % of equity free.')
  expect(report).toContain('the least where they differ')
  expect(renderSummary(result, { width: 80, color: false })).toContain('fills at the same close')
})

test('short bars fill at their own close, long ones at the next open', async () => {
  const short = await run()
  expect([short.fills.step[0], short.fills.price[0]]).toEqual([0, minutes.close[0]])
  const long = await run({ data: days })
  expect(long.assumptions.fillPolicy).toBe('next-open')
  expect([long.fills.step[0], long.fills.price[0]]).toEqual([1, days.open[1]])
  const { close } = days
  expect(long.fills.quantity[0]).toBe(Math.floor((99_750 - 5) / (close[0] ?? 0)))
})

test('every rule gives way to its option', async () => {
  const { assumptions, fills } = await run({
    cash: 50_000,
    leverage: 1,
    feeRate: 0.001,
    cashReserve: 0,
    minimumOrderMargin: 0,
    fillPolicy: 'next-open',
  })
  expect(assumptions).toMatchObject({ cash: 50_000, leverage: 1, feeRate: 0.001 })
  expect(assumptions).toMatchObject({ fillPolicy: 'next-open' })
  for (const name of ['fees', 'cashReserve', 'minimumOrderMargin']) {
    expect(assumptions).not.toHaveProperty(name)
  }
  expect([fills.step[0], fills.price[0]]).toEqual([1, minutes.open[1]])
  const paid = (fills.quantity[0] ?? 0) * (fills.price[0] ?? 0)
  expect(fills.fee[0]).toBeCloseTo(0.001 * paid, 8)
})

test('a cash account of the profile has no leverage', async () => {
  const { assumptions } = await run({ account: 'cash' })
  expect(assumptions).toMatchObject({ account: 'cash', leverage: 1, cash: 100_000 })
})

test('a fee model of its own takes the place of the profile’s', async () => {
  const { fills } = await run({ fees: { model: 'per-order', amount: 7 } })
  expect([...fills.fee]).toEqual([7])
})

test('a cash reserve goes with any profile but the queue', async () => {
  const { fills } = await run({ profile: 'neural-trader', cashReserve: 0.1 })
  const price = minutes.close[0] ?? 0
  expect(fills.quantity[0]).toBe(Math.floor(9_000 / price))
})

test('a run of the profile repeats to the byte', async () => {
  const hashes = await Promise.all([run(), run()])
  expect(hashes[0]?.log.hash).toBe(hashes[1]?.log.hash)
})

const other: Bars = { ...days, instrument: 'OTHER.XNAS' }

const mistakes: readonly (readonly [string, Partial<BacktestOptions>, RegExp])[] = [
  [
    'bars of both lengths',
    { data: [minutes, other] },
    /OTHER\.XNAS \(1d\).*give series of one length/,
  ],
  ['exclusive orders', { exclusiveOrders: true }, /exclusiveOrders is true/],
  ['an unknown profile', { profile: 'zipline' as 'lean' }, /profile is zipline: give .*lean/],
  ['a reserve of all', { cashReserve: 1 }, /cashReserve is 1: give less than 1/],
  ['a negative least change', { minimumOrderMargin: -0.1 }, /minimumOrderMargin is -0\.1/],
  [
    'a reserve in the queue',
    { profile: 'backtesting.py', cashReserve: 0.1 },
    /cashReserve does not go with the profile backtesting\.py/,
  ],
  [
    'a least change in the queue',
    { profile: 'backtesting.py', minimumOrderMargin: 0.1 },
    /minimumOrderMargin does not go with the profile backtesting\.py/,
  ],
  ['fees twice', { fees: 'alpaca', feeRate: 0.1 }, /fees and feeRate are both given/],
]

test.each(mistakes)('%s: a clear error', async (_, options, message) => {
  await expect(run(options)).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringMatching(message),
  })
})

test('series of both lengths run with a fill policy of their own', async () => {
  const { assumptions } = await run({ data: [minutes, other], fillPolicy: 'next-open' })
  expect(assumptions.fillPolicy).toBe('next-open')
})
