import type { InstrumentTerms, Strategy } from '@neural-trader/core'
import { crossedAbove, crossedBelow } from '@neural-trader/features'
import { syntheticBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { backtest } from './backtest.ts'
import type { BacktestOptions } from './options.ts'
import type { BacktestResult } from './result.ts'
import { renderReport } from './report/render-report.ts'

const bars = syntheticBars({ seed: 4, bars: 2_000, timeframe: '1d', price: 4_000, tick: 0.01 })
const id = bars.instrument
const day = 86_400_000_000_000n
const days = (count: number): bigint => bars.time[0]! + BigInt(count) * day

const declared = smaCross({ fast: 3, slow: 8 })
const written: Strategy = {
  name: declared.name,
  params: declared.params,
  indicators: declared.indicators,
  onBar({ indicators: { fast, slow }, orders }) {
    if (crossedAbove(fast!, slow!)) orders.targetPercent(1)
    if (crossedBelow(fast!, slow!)) orders.targetPercent(-1)
  },
}
/** Speaks on every bar, so that no block is longer than one. */
const chatty: Strategy = {
  ...written,
  onBar(context) {
    context.orders.cancelAll()
    written.onBar?.(context)
  },
}

const future = { kind: 'future', multiplier: 5, tickSize: 0.25, marginRate: 0.1 } as const
const everyThirdDay = Array.from({ length: 600 }, (_, index) => days(index * 3 + 1))
const listings: readonly (readonly [string, InstrumentTerms])[] = [
  ['a future that expires on the way', { ...future, expiry: days(1_000) }],
  ['a future that expires between bars', { ...future, expiry: days(1_000) + 5n }],
  [
    'a perpetual with funding at and between closes',
    {
      kind: 'perpetual',
      multiplier: 0.01,
      lotSize: 10,
      minNotional: 500,
      funding: {
        time: BigInt64Array.from(everyThirdDay, (time, index) => time + BigInt(index % 2)),
        rate: Float64Array.from(everyThirdDay, (_, index) => ((index % 7) - 3) / 1_000),
      },
    },
  ],
  ['a coin of eight decimals', { kind: 'crypto', lotSize: 0.00000001, minNotional: 10 }],
]

const seen = (result: BacktestResult): object => ({
  hash: result.log.hash,
  equity: [...result.equity],
  trades: result.trades,
  measures: result.measures,
  funding: result.totalFunding,
})

test.each(listings)('%s runs alike in every form', async (_, terms) => {
  const options = { data: bars, cash: 1_000_000, leverage: 2, instruments: { [id]: terms } }
  const run = (strategy: Strategy) => backtest({ ...options, strategy, feeRate: 0.0001 })
  const [one, other, third] = [await run(declared), await run(written), await run(chatty)]
  expect(one.trades.pnl.length).toBeGreaterThan(50)
  expect(seen(other)).toEqual(seen(one))
  expect(seen(third)).toEqual(seen(one))
})

test.each(listings)('%s: equity is cash, trades and funding to the cent', async (_, terms) => {
  const options = { data: bars, cash: 1_000_000, strategy: declared, instruments: { [id]: terms } }
  const result = await backtest(options)
  const pnl = result.trades.pnl.reduce((sum, value) => sum + value, 0)
  expect(result.equity.at(-1)).toBeCloseTo(1_000_000 + pnl + result.totalFunding, 4)
})

test('a multiplier is as good as so many units', async () => {
  const run = (options: Partial<BacktestOptions>) =>
    backtest({ data: bars, cash: 1_000_000, strategy: declared, ...options })
  const contracts = await run({ instruments: { [id]: { ...future, expiry: days(9_000) } } })
  const units = await run({
    instruments: { [id]: { kind: 'equity', tickSize: 0.25, lotSize: 5, marginRate: 0.1 } },
  })
  expect([...contracts.equity]).toEqual([...units.equity])
  expect([...contracts.trades.pnl]).toEqual([...units.trades.pnl])
  expect([...contracts.trades.returns]).toEqual([...units.trades.returns])
  expect(contracts.measures).toEqual(units.measures)
  expect([...contracts.trades.quantity].map((quantity) => quantity * 5)).toEqual([
    ...units.trades.quantity,
  ])
})

test('terms that ask for nothing leave the fills as they are', async () => {
  const plain = await backtest({ data: bars, strategy: declared })
  const listed = await backtest({
    data: bars,
    strategy: declared,
    instruments: { [id]: { kind: 'equity' } },
  })
  expect(listed.fills).toEqual(plain.fills)
  expect([...listed.equity]).toEqual([...plain.equity])
})

test('an expiry that is a date is the end of its day', async () => {
  const date = new Date(Number(days(1_000) / 1_000_000n)).toISOString().slice(0, 10)
  const run = (expiry: string | bigint) =>
    backtest({ data: bars, strategy: declared, instruments: { [id]: { ...future, expiry } } })
  const end = BigInt(Date.parse(`${date}T23:59:59.999Z`)) * 1_000_000n
  expect((await run(date)).log.hash).toBe((await run(end)).log.hash)
})

test('a report says what was traded and what funding came to', async () => {
  const [, [, terms]] = [listings[0], listings[2]!]
  const result = await backtest({
    data: bars,
    cash: 1_000_000,
    strategy: declared,
    instruments: { [id]: terms },
  })
  const page = await renderReport(result)
  expect(page).toContain('Perpetual, multiplier 0.01, lot 10, least value 500')
  expect(page).toContain('<dt>Funding</dt>')
  expect(result.assumptions.instruments?.[id]).toMatchObject({
    kind: 'perpetual',
    multiplier: 0.01,
  })
  expect(() => JSON.stringify(result.assumptions)).not.toThrow()
})

type Bad = readonly [what: string, options: object, message: RegExp]
const terms = (given: object): object => ({ instruments: { [id]: given } })
const perpetual = (time: unknown, rate: unknown): object =>
  terms({ kind: 'perpetual', funding: { time, rate } })
const refused: readonly Bad[] = [
  ['a kind', terms({ kind: 'bond' }), /kind is bond: give equity, etf/],
  ['a term that there is not', terms({ kind: 'etf', strike: 3 }), /has no field strike/],
  ['a tick', terms({ kind: 'equity', tickSize: 0 }), /tickSize is 0: give more than 0/],
  ['a finer tick than any', terms({ kind: 'equity', tickSize: 1e-12 }), /tickSize is/],
  ['a multiplier', terms({ ...future, multiplier: 1 / 3, expiry: 5n }), /multiplier is 0\.33/],
  ['a margin', terms({ ...future, marginRate: 2, expiry: 5n }), /marginRate is 2/],
  ['no expiry', terms(future), /expiry is undefined/],
  ['an expiry', terms({ ...future, expiry: 'tomorrow' }), /expiry is tomorrow: give a date/],
  [
    'an option of nothing',
    terms({ kind: 'option', expiry: 5n, strike: 3, optionKind: 'call' }),
    /underlying.*settlementPrice/,
  ],
  ['funding back in time', perpetual(BigInt64Array.of(2n, 1n), [0, 0]), /ascending/],
  ['funding without rates', perpetual(BigInt64Array.of(1n), []), /a rate for each time/],
  ['a rate', perpetual(BigInt64Array.of(1n), [2]), /rate.*2/],
  ['another instrument', { instruments: { 'X.Y': { kind: 'etf' } } }, /no series/],
  ['a cash account', { ...terms({ ...future, expiry: 5n }), account: 'cash' }, /margin account/],
  ['a profile', { ...terms({ kind: 'etf' }), profile: 'backtesting.py' }, /another profile/],
]

test.each(refused)('refuses %s', async (_, options, message) => {
  const run = backtest({ data: bars, strategy: declared, ...options })
  await expect(run).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringMatching(message),
  })
})
