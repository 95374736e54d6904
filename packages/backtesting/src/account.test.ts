import type { AccountView, Bars, Orders, Strategy } from '@neural-trader/core'
import { describe, expect, test } from 'vitest'

import { backtest } from './backtest.ts'
import type { BacktestOptions } from './options.ts'
import { runConfig } from './profiles.ts'
import { renderReport } from './report/render-report.ts'

const prices = [100, 100, 68, 60, 60, 60, 75]

const bars: Bars = {
  instrument: 'X.XNAS',
  timeframe: '1d',
  time: BigInt64Array.from(prices, (_, day) => BigInt(19_723 + day) * 86_400_000_000_000n),
  open: Float64Array.from(prices),
  high: Float64Array.from(prices),
  low: Float64Array.from(prices),
  close: Float64Array.from(prices),
  volume: new Float64Array(prices.length),
}

const buyer: Strategy = {
  name: 'buyer',
  params: {},
  indicators: {},
  onBar({ step, orders }) {
    if (step === 0) orders.buy(20)
  },
}

const run = (options: Partial<BacktestOptions>) =>
  backtest({ data: bars, strategy: buyer, cash: 1000, ...options })

describe('an account that is looked after', () => {
  test('says what happened to it', async () => {
    const { account, orders, refusals } = await run({
      margin: 'reg-t',
      financing: { debitRate: 0.073 },
    })
    expect(account).toMatchObject({ marginWarnings: 1, marginCalls: 1, liquidations: 1 })
    expect(account.interest).toBeLessThan(-0.8)
    expect(orders.reason).toEqual(['', 'LIQUIDATION'])
    expect(refusals).toEqual({})
  })

  test('without terms keeps its log as it was', async () => {
    const [plain, free] = await Promise.all([
      run({ leverage: 2 }),
      run({ leverage: 2, financing: {}, settlementDays: 0 }),
    ])
    expect(free.log.hash).toBe(plain.log.hash)
    expect(plain.account).toEqual({
      interest: 0,
      borrowFees: 0,
      marginWarnings: 0,
      marginCalls: 0,
      liquidations: 0,
    })
  })

  test('is shown on the report', async () => {
    const result = await run({ margin: 'reg-t', financing: { debitRate: 0.073 } })
    const page = await renderReport(result)
    expect(page).toContain('Regulation T: 25% of longs and 30% of shorts.')
    expect(page).toMatch(/<dt>Margin calls<\/dt><dd>1<\/dd>/)
    expect(page).toContain('Interest received less paid')
    const plain = await renderReport(await run({ leverage: 2 }))
    expect(plain).not.toContain('Margin calls')
  })
})

test('what is earned abroad is told in the currency of the account', async () => {
  const at = (values: readonly number[]): Partial<Bars> => {
    const column = Float64Array.from(values)
    return { open: column, high: column, low: column, close: column }
  }
  const abroad: Bars = { ...bars, ...at([100, 100, 110, 110, 110, 110, 110]) }
  const rate: Bars = { ...bars, ...at(prices.map(() => 2)), instrument: 'EURUSD' }
  const result = await run({
    data: [abroad, rate],
    leverage: 5,
    feePerOrder: 5,
    currencies: { of: { 'X.XNAS': 'EUR' }, rates: { EUR: 'EURUSD' } },
  })
  expect(result.fills.fee).toEqual(Float64Array.of(10))
  expect(result.trades.pnl).toEqual(Float64Array.of((20 * 10 - 5) * 2))
  expect(result.measures.totalFees).toBe(10)
  expect(result.equity.at(-1)).toBe(1000 + 390)
  expect(await renderReport(result)).toContain('Fills are converted at the close before (EUR)')
})

describe('a conversion', () => {
  const rate: Bars = { ...bars, instrument: 'EURUSD' }
  const asking = (convert: (orders: Orders, account: AccountView) => void) =>
    run({
      data: [bars, rate],
      currencies: { of: { 'X.XNAS': 'EUR' }, rates: { EUR: 'EURUSD' }, convert: 'never' },
      strategy: {
        ...buyer,
        onBar({ step, orders, account }) {
          if (step === 0) convert(orders, account)
        },
      },
    })

  test.each<[string, (orders: Orders) => void, RegExp]>([
    ['of nothing', (orders) => orders.convert(0, { to: 'EUR' }), /convert got 0.*above 0/],
    ['of no number', (orders) => orders.convert(Number.NaN, { to: 'EUR' }), /NaN/],
    ['into itself', (orders) => orders.convert(1, { from: 'EUR', to: 'EUR' }), /two currencies/],
    ['of no currency', (orders) => orders.convert(1, {}), /two currencies/],
    ['of an unknown one', (orders) => orders.convert(1, { to: 'GBP' }), /GBP.*\(EUR\)/],
  ])('%s is misuse', async (_, convert, message) => {
    const refused = asking(convert)
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
    await expect(refused).rejects.toThrow(message)
  })

  test('of what is not there is a refusal, and one that may be counts at every rate', async () => {
    const result = await asking((orders, account) => {
      expect(() => account.cashIn('GBP')).toThrow(/GBP.*\(EUR\)/)
      orders.convert(5000, { to: 'EUR' })
      orders.convert(500, { to: 'EUR' })
    })
    expect(result.refusals).toEqual({ INSUFFICIENT_BUYING_POWER: 1 })
    expect(result.equity).toEqual(Float64Array.from(prices, (price) => 500 + 5 * price))
  })
})

describe('the terms of an account', () => {
  test('presets bring their leverage, and one that is given holds', () => {
    expect(runConfig({ margin: 'reg-t' }).margin).toBe(0.5)
    expect(runConfig({ margin: 'portfolio' }).margin).toBe(0.15)
    expect(runConfig({ margin: 'reg-t', leverage: 1.5 }).margin).toBeCloseTo(2 / 3, 15)
    expect(runConfig({}).margin).toBe(1)
  })

  const wrong: readonly [string, Partial<BacktestOptions>, RegExp][] = [
    ['an initial margin below the maintenance', { leverage: 8, margin: 'reg-t' }, /initial margin/],
    ['an instrument that is not there', { financing: { borrowRate: { Y: 0.1 } } }, /"Y".*X\.XNAS/],
    ['settlement in a margin account', { settlementDays: 1 }, /cash account/],
    [
      'margin in a cash account',
      { account: 'cash', margin: { model: 'fixed', maintenance: 0.2 } },
      /margin account/,
    ],
    ['a year of 252 days', { financing: { dayCount: 252 as 360 } }, /financing\.dayCount/],
    ['a negative rate', { financing: { debitRate: -0.1 } }, /financing\.debitRate.*at least 0/],
    [
      'the profile of another engine',
      { margin: 'reg-t', profile: 'backtesting.py' },
      /neural-trader/,
    ],
    [
      'a currency without a rate',
      { currencies: { of: { 'X.XNAS': 'EUR' }, rates: {} } },
      /X\.XNAS is in EUR, which has no rate/,
    ],
    [
      'a rate without its bars',
      { currencies: { of: { 'X.XNAS': 'EUR' }, rates: { EUR: 'EURUSD' } } },
      /"EURUSD".*X\.XNAS/,
    ],
  ]

  test.each(wrong)('%s is refused', async (_, options, message) => {
    const refused = run(options)
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
    await expect(refused).rejects.toThrow(message)
  })
})
