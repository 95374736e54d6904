import { NeuralTraderError, sliceBars, type Bars, type QuoteBars } from '@neural-trader/core'
import { crossedAbove, crossedBelow, sma } from '@neural-trader/features'
import { syntheticBars } from '@neural-trader/market-data'
import { defineStrategy, smaCross } from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { backtest } from './backtest.ts'
import type { BacktestOptions } from './options.ts'
import { renderReport } from './report/render-report.ts'

const data = syntheticBars({ seed: 3, bars: 2_000, timeframe: '1m', price: 100, tick: 0.01 })

/** Quotes so far on either side of every price. */
function quotesAround(bars: Bars, half: number): QuoteBars {
  const side = (by: number): Bars => ({
    ...bars,
    open: bars.open.map((price) => price + by),
    high: bars.high.map((price) => price + by),
    low: bars.low.map((price) => price + by),
    close: bars.close.map((price) => price + by),
  })
  return { bid: side(-half), ask: side(half) }
}

const quotes = quotesAround(data, 0.005)

const twin = defineStrategy({
  name: 'sma-cross-typescript',
  indicators: ({ close }) => ({
    fast: sma(close, { period: 10 }),
    slow: sma(close, { period: 30 }),
  }),
  onBar({ indicators: { fast, slow }, orders }) {
    if (crossedAbove(fast, slow)) orders.targetPercent(1)
    if (crossedBelow(fast, slow)) orders.targetPercent(-1)
  },
})

/** A strategy that buys ten and sells them again, bar by bar. */
const inAndOut = {
  name: 'in-and-out',
  params: {},
  indicators: {},
  onBar: ({ step, orders }: { step: number; orders: Parameters<typeof order>[0] }) =>
    order(orders, step),
}

function order(
  orders: { buy: (quantity: number) => unknown; sell: (quantity: number) => unknown },
  step: number,
): void {
  if (step % 2 === 0) orders.buy(10)
  else orders.sell(10)
}

async function failure(options: Partial<BacktestOptions>): Promise<NeuralTraderError> {
  const run = backtest({ data, strategy: inAndOut, fillPolicy: 'quote', quotes, ...options })
  return run.then(
    () => {
      throw new Error('expected a failure')
    },
    (error: unknown) => error as NeuralTraderError,
  )
}

test('buys pay the ask and sells get the bid of the bar they were decided on', async () => {
  const short = sliceBars(data, 0, 40)
  const around = quotesAround(short, 0.005)
  const result = await backtest({
    data: short,
    quotes: around,
    strategy: inAndOut,
    fillPolicy: 'quote',
  })
  expect([...result.fills.step]).toEqual([...short.close.keys()])
  const sides = [around.ask.close, around.bid.close]
  const expected = [...short.close.keys()].map((row) => sides[row % 2]?.[row])
  expect([...result.fills.price]).toEqual(expected.map((price) => expect.closeTo(price ?? 0, 9)))
  expect(result.assumptions).toMatchObject({ fillPolicy: 'quote', barsWithoutQuote: [0] })
})

test('positions are marked at the close, not at a quote', async () => {
  const { equity, fills } = await backtest({
    data,
    quotes,
    strategy: { ...inAndOut, onBar: ({ step, orders }) => void (step === 0 && orders.buy(10)) },
    fillPolicy: 'quote',
  })
  const [paid = 0, last = 0] = [fills.price[0], data.close.at(-1)]
  expect(equity.at(-1)).toBeCloseTo(10_000 + 10 * (last - paid), 8)
})

test('a bar without a quote fills at its close, and the result says how many there are', async () => {
  const short = sliceBars(data, 0, 10)
  const { bid, ask } = quotesAround(short, 0.005)
  const without = (bars: Bars): Bars => sliceBars(bars, 3, 9)
  const result = await backtest({
    data: short,
    quotes: { bid: without(bid), ask: without(ask) },
    strategy: inAndOut,
    fillPolicy: 'quote',
  })
  expect(result.assumptions.barsWithoutQuote).toEqual([4])
  expect(await renderReport(result)).toContain(`${short.instrument}: 4 of 10.`)
  const price = (row: number): number => result.fills.price[row] ?? Number.NaN
  expect([0, 1, 2, 9].map(price)).toEqual([0, 1, 2, 9].map((row) => short.close[row]))
  expect(price(4)).toBeCloseTo(ask.close[4] ?? 0, 9)
})

test('quotes of other times than any bar are left aside', async () => {
  const options = { quotes, strategy: inAndOut, fillPolicy: 'quote' } as const
  const every = await backtest({ ...options, data: sliceBars(data, 100, 200) })
  const own = quotesAround(sliceBars(data, 100, 200), 0.005)
  const exact = await backtest({ ...options, quotes: own, data: sliceBars(data, 100, 200) })
  expect(every.log.hash).toBe(exact.log.hash)
})

test('a declarative strategy and its twin fill at the same quotes', async () => {
  const options = { data, quotes, profile: 'lean' } as const
  const declared = await backtest({ ...options, strategy: smaCross() })
  const written = await backtest({ ...options, strategy: twin() })
  expect(declared.trades.pnl.length).toBeGreaterThan(10)
  expect(declared.log.hash).toBe(written.log.hash)
  const plain = await backtest({ data, profile: 'lean', strategy: smaCross() })
  expect(plain.log.hash).not.toBe(declared.log.hash)
})

test('one of several instruments may be quoted', async () => {
  const other = { ...data, instrument: 'OTHER.XNAS' }
  const result = await backtest({
    data: [data, other],
    quotes: [quotes],
    strategy: {
      ...inAndOut,
      onBar: ({ step, instruments }) => {
        if (step === 0) for (const { orders } of instruments) orders.buy(1)
      },
    },
    fillPolicy: 'quote',
  })
  expect([...result.fills.price]).toEqual([
    expect.closeTo(quotes.ask.close[0] ?? 0, 9),
    data.close[0],
  ])
  expect(result.assumptions.barsWithoutQuote).toEqual([0, data.time.length])
})

const { bid, ask } = quotes
const mistakes: readonly (readonly [string, Partial<BacktestOptions>, string, RegExp])[] = [
  [
    'a shorter side',
    { quotes: { bid, ask: sliceBars(ask, 0, 1_999) } },
    'DATA_LENGTH_MISMATCH',
    /2000 bids and 1999 asks/,
  ],
  [
    'a column of another length',
    { quotes: { bid: { ...bid, close: bid.close.slice(1) }, ask } },
    'DATA_LENGTH_MISMATCH',
    /bid bars of/,
  ],
  [
    'sides of different times',
    { quotes: { bid: sliceBars(bid, 0, 10), ask: sliceBars(ask, 1, 11) } },
    'INVALID_ARGUMENT',
    /different times in row 0/,
  ],
  [
    'crossed quotes',
    { quotes: { bid: ask, ask: bid } },
    'DATA_CROSSED_PRICES',
    /crossed in row 0: bid .* is above ask/,
  ],
  [
    'times of no bar',
    { data: sliceBars(data, 0, 10), quotes: quotesAround(sliceBars(data, 10, 20), 0.005) },
    'INVALID_ARGUMENT',
    /none of the times of its bars/,
  ],
  [
    'an unknown instrument',
    { quotes: { bid: { ...bid, instrument: 'Y' }, ask: { ...ask, instrument: 'Y' } } },
    'INVALID_ARGUMENT',
    /quotes of Y are of no series/,
  ],
  [
    'sides of two instruments',
    { quotes: { bid, ask: { ...ask, instrument: 'Y' } } },
    'INVALID_ARGUMENT',
    /an ask side of Y/,
  ],
  ['quotes given twice', { quotes: [quotes, quotes] }, 'INVALID_ARGUMENT', /twice/],
  [
    'no sides',
    { quotes: { bid } as unknown as QuoteBars },
    'INVALID_ARGUMENT',
    /both bid and ask bars/,
  ],
  [
    'quotes that nothing reads',
    { fillPolicy: 'next-open' },
    'INVALID_ARGUMENT',
    /fillPolicy is next-open, which does not read them/,
  ],
  [
    'quotes of daily bars under lean',
    { profile: 'lean', data: { ...data, timeframe: '1d' }, fillPolicy: undefined! },
    'INVALID_ARGUMENT',
    /which does not read them/,
  ],
  [
    'the queue',
    { profile: 'backtesting.py' },
    'INVALID_ARGUMENT',
    /fillPolicy does not go with the profile backtesting\.py/,
  ],
]

test.each(mistakes)('%s: a clear error', async (_, options, code, message) => {
  const error = await failure(options)
  expect(error).toBeInstanceOf(NeuralTraderError)
  expect(error.code).toBe(code)
  expect(error.message).toMatch(message)
})

test('the policy without quotes is a clear error', async () => {
  const run = backtest({ data, strategy: inAndOut, fillPolicy: 'quote' })
  await expect(run).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringMatching(/there are no quotes: give quotes/),
  })
})
