import { NeuralTraderError, type Bars, type Strategy } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { backtest } from './backtest.ts'
import type { BacktestOptions } from './options.ts'
import { renderReport } from './report/render-report.ts'

const day = 86_400_000_000_000n
/** 2024-01-26, so that the month turns within the series. */
const start = 1_706_227_200_000_000_000n

/** Daily bars that stand still at `price`, with these volumes. */
function flatBars(price: number, volumes: readonly number[]): Bars {
  const column = (): Float64Array => new Float64Array(volumes.length).fill(price)
  return {
    instrument: 'X.XNAS',
    timeframe: '1d',
    time: BigInt64Array.from(volumes, (_, row) => start + BigInt(row) * day),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: Float64Array.from(volumes),
  }
}

function scripted(onBar: Strategy['onBar'] & {}): Strategy {
  return { name: 'scripted', params: {}, indicators: {}, onBar }
}

type Order = { readonly bar: number; readonly quantity: number }

/** What the fees of these market orders come to, fill by fill. */
async function run(
  price: number,
  given: readonly Order[],
  options: Partial<BacktestOptions>,
  volumes: readonly number[] = Array.from({ length: 10 }, () => 1e9),
) {
  const strategy = scripted(({ step, orders }) => {
    for (const { quantity } of given.filter((order) => order.bar === step)) {
      if (quantity > 0) orders.buy(quantity)
      else orders.sell(-quantity)
    }
  })
  return backtest({ data: flatBars(price, volumes), strategy, cash: 1e9, ...options })
}

async function fees(
  price: number,
  quantities: readonly number[],
  options: Partial<BacktestOptions>,
) {
  const given = quantities.map((quantity, bar) => ({ bar, quantity }))
  const result = await run(price, given, options)
  return [...result.fills.fee]
}

test('interactive-brokers-fixed: the examples of its page', async () => {
  const options = { fees: 'interactive-brokers-fixed' } as const
  expect(await fees(25, [100, 1000, -1000, 1], options)).toEqual([1, 5, 5, 0.25])
  expect(await fees(0.25, [1000], options)).toEqual([2.5])
})

test('interactive-brokers-tiered: a rate for each part of the month', async () => {
  const options = { fees: 'interactive-brokers-tiered' } as const
  // 299,000 x 0.0035; then 1,000 x 0.0035 + 1,000 x 0.002; 100 x 0.002 is below the minimum.
  expect(await fees(20, [299_000, 2000, -100], options)).toEqual([1046.5, 5.5, 0.35])
  // Bar 6 fills on the first of February: the volume of January no longer counts.
  const turned = await run(
    20,
    [
      { bar: 0, quantity: 400_000 },
      { bar: 6, quantity: 1000 },
    ],
    options,
  )
  expect([...turned.fills.fee]).toEqual([1250, 3.5])
})

test('alpaca: sales alone are charged, the part per share up to its most', async () => {
  const options = { fees: 'alpaca' } as const
  // 1,000 x 50 x 0.0000278 + 1,000 x 0.000166; then 100,000 shares reach the 8.30.
  expect(await fees(50, [1000, -1000, -100_000], options)).toEqual([0, 1.556, 147.3])
})

test('binance: a fraction of the value, by liquidity on futures', async () => {
  expect(await fees(100, [10], { fees: 'binance-spot' })).toEqual([1])
  const strategy = scripted(({ step, orders }) => {
    if (step === 0) orders.buy(10, { limit: 100 })
    if (step === 1) orders.sell(10)
  })
  const data = flatBars(100, [1, 1, 1, 1])
  const { fills } = await backtest({ data, strategy, fees: 'binance-futures' })
  expect([...fills.fee]).toEqual([0.2, 0.5])
})

test('a model of one’s own: per order once, percent between its limits', async () => {
  const perOrder = { fees: { model: 'per-order', amount: 7 }, maxVolumeShare: 0.1 } as const
  const parts = await run(10, [{ bar: 0, quantity: 50 }], perOrder, [0, 300, 300, 300])
  expect([...parts.fills.quantity]).toEqual([30, 20])
  expect([...parts.fills.fee]).toEqual([7, 0])
  const percent = { fees: { model: 'percent', rate: 0.001, minimum: 2, maximum: 50 } } as const
  expect(await fees(10, [100, 1000, 100_000], percent)).toEqual([2, 10, 50])
})

test('a partly filled order shows where it stands', async () => {
  const options = { maxVolumeShare: 0.1 }
  const { orders, fills, equity } = await run(10, [{ bar: 0, quantity: 50 }], options, [0, 300, 0])
  expect(orders.status).toEqual(['partially-filled'])
  expect([orders.quantity[0], orders.filled[0], fills.step.length]).toEqual([50, 30, 1])
  expect(equity[2]).toBe(1e9)
})

const slippages: readonly (readonly [BacktestOptions['slippage'], number])[] = [
  [0.001, 100.1],
  [{ model: 'none' }, 100],
  [{ model: 'percent', fraction: 0.001 }, 100.1],
  [{ model: 'ticks', ticks: 3 }, 100.03],
  [{ model: 'spread', spread: 0.002 }, 100.1],
  // 0.1 x 0.02² x 100 = 0.004, rounded up to a tick.
  [{ model: 'volume-share' }, 100.01],
  // 50 x 0.02² x 100 = 2; the limit does not cut 2 %.
  [{ model: 'volume-share', impact: 50 }, 102],
  // 0.05 x √0.02 x 100 = 0.7071.
  [{ model: 'square-root', volatility: 0.05 }, 100.71],
]

test.each(slippages)('slippage %o', async (slippage, price) => {
  const options = { slippage: slippage ?? 0, priceDecimals: 2 }
  const { fills } = await run(100, [{ bar: 0, quantity: 100 }], options, [5000, 5000, 5000])
  expect([...fills.price]).toEqual([price])
})

test('a target buys the most that its fees leave affordable', async () => {
  const strategy = scripted(({ step, orders }) => {
    if (step === 0) orders.targetPercent(1)
  })
  const data = flatBars(10, [1, 1, 1])
  // 99 shares and the minimum of 1 are 991; 100 would be 1,001.
  const { fills } = await backtest({
    data,
    strategy,
    cash: 1000,
    fees: { model: 'per-share', perShare: 0.005, minimum: 1 },
  })
  expect([...fills.quantity, ...fills.fee]).toEqual([99, 1])
})

test('the report names the model', async () => {
  const options = {
    fees: 'interactive-brokers-fixed',
    slippage: { model: 'square-root', volatility: 0.02 },
    maxVolumeShare: 0.05,
  } as const
  const result = await run(25, [{ bar: 0, quantity: 10 }], options)
  expect(result.assumptions).toMatchObject(options)
  const html = await renderReport(result)
  expect(html).toContain('interactive-brokers-fixed: 0.005 a unit, at least 1 an order')
  expect(html).toContain('a volatility of 2\u00A0% times the square root')
  expect(html).toContain('At most 5\u00A0% of a bar’s volume')
})

const refused: readonly (readonly [Partial<Record<keyof BacktestOptions, unknown>>, RegExp])[] = [
  [{ fees: 'no-such-broker' }, /fees/],
  [{ fees: 'alpaca', feeRate: 0.001 }, /feeRate/],
  [{ fees: { model: 'per-share', perShare: -1 } }, /fees/],
  [{ fees: { model: 'tiered', by: 'units', tiers: [{ from: 5, rate: 1 }] } }, /fees\.tiers/],
  [{ slippage: { model: 'volume-share', limit: 2 } }, /slippage/],
  [{ maxVolumeShare: 0 }, /maxVolumeShare/],
]

test.each(refused)('refuses %o', async (options, message) => {
  const thrown: unknown = await run(10, [], options as Partial<BacktestOptions>).catch(
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(NeuralTraderError)
  expect(thrown).toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringMatching(message),
  })
})
