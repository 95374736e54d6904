import type { Bars, Strategy } from '@neural-trader/core'
import { sliceBars } from '@neural-trader/core'
import { syntheticBars } from '@neural-trader/market-data'
import { buyAndHold, smaCross } from '@neural-trader/strategies'
import { describe, expect, test } from 'vitest'

import { backtest } from './backtest.ts'
import type { BacktestOptions } from './options.ts'

const data = syntheticBars({ seed: 3, bars: 2_000, timeframe: '1d', price: 100, tick: 0.01 })

function onBar(act: Strategy['onBar'] & {}): Strategy {
  return { name: 'scripted', params: {}, indicators: {}, onBar: act }
}

function run(options: Partial<BacktestOptions>): ReturnType<typeof backtest> {
  return backtest({ data, strategy: smaCross(), ...options })
}

function with_(column: 'close' | 'high' | 'low' | 'volume', row: number, value: number): Bars {
  const spoilt = Float64Array.from(data[column])
  spoilt[row] = value
  return { ...data, [column]: spoilt }
}

describe('results', () => {
  test('equity begins with the cash and ends with cash and positions', async () => {
    const { equity, fills, measures, trades } = await run({ feeRate: 0.001 })
    const last = equity.length - 1
    const cash = fills.price.reduce(
      (left, price, row) => left - price * (fills.quantity[row] ?? 0) - (fills.fee[row] ?? 0),
      10_000,
    )
    const units = fills.quantity.reduce((sum, quantity) => sum + quantity, 0)
    expect(equity[0]).toBe(10_000)
    expect(equity[last]).toBeCloseTo(cash + units * (data.close[last] ?? 0), 6)
    expect(measures.openTrades).toBe(1)
    const profit = trades.pnl.reduce((sum, pnl) => sum + pnl, 0)
    expect(profit).toBeCloseTo((equity[last] ?? 0) - 10_000, 6)
  })

  test('tables agree with each other', async () => {
    const { fills, orders, trades, log, refusals } = await run({})
    expect(orders.status.filter((status) => status === 'filled').length).toBe(
      new Set(fills.order).size,
    )
    expect(trades.open.filter((open) => open === 1).length).toBe(1)
    expect(log.bytes().length).toBe(log.records * 64)
    expect(refusals).toEqual({})
  })

  test('conventions and assumptions say what was done', async () => {
    const { assumptions, conventions } = await run({ conventions: { riskFreeRate: 0.02 } })
    expect(assumptions).toMatchObject({
      fillPolicy: 'next-open',
      cash: 10_000,
      profile: 'neural-trader',
    })
    expect(assumptions.scales).toEqual([{ price: 2, quantity: 0 }])
    expect(conventions.riskFreeRate).toBe(0.02)
  })

  test('several series advance in steps of time', async () => {
    const other: Bars = { ...sliceBars(data, 500, 1_500), instrument: 'OTHER.XTST' }
    const seen: number[] = []
    const strategy = onBar(({ instruments, instrument, step, orders }) => {
      if (instruments.every(({ hasBar }) => hasBar)) seen.push(step)
      if (step === 600) instrument('OTHER.XTST').orders.buy(3)
      if (step === 700) orders.buy(2)
    })
    const result = await backtest({ data: [data, other], strategy })
    expect(result.time.length).toBe(2_000)
    expect([seen.length, seen[0], seen.at(-1)]).toEqual([1_000, 500, 1_499])
    expect([...result.fills.instrument]).toEqual([1, 0])
    expect([...result.fills.step]).toEqual([601, 701])
    expect(result.fills.price[0]).toBe(data.open[601])
  })

  test('one bar is enough to be told that nothing happened', async () => {
    const { measures, equity } = await backtest({
      data: sliceBars(data, 0, 1),
      strategy: buyAndHold(),
    })
    expect([...equity]).toEqual([10_000])
    expect(measures.trades).toBe(0)
  })
})

describe('orders', () => {
  test('numbers of orders lead to the orders', async () => {
    let resting = 0
    const working: number[] = []
    const strategy = onBar(({ step, orders, account }) => {
      working.push(account.workingOrders)
      if (step === 10) resting = orders.buy(1, { limit: 0.5 })
      if (step === 20) orders.cancel(resting)
    })
    const { orders } = await run({ strategy })
    expect([working[10], working[11], working[20], working[21]]).toEqual([0, 1, 1, 0])
    expect([orders.status[0], orders.reason[0]]).toEqual(['cancelled', 'REQUESTED'])
  })

  test('what the strategy sees of its position and equity is what the result says', async () => {
    const marks: number[] = []
    const held: number[] = []
    const prices: number[] = []
    const strategy = onBar(({ step, orders, position, account }) => {
      if (step === 5) orders.buy(7)
      if (step === 50) orders.close()
      marks.push(account.equity)
      held.push(position.quantity)
      prices.push(position.averagePrice)
    })
    const { equity } = await run({ strategy })
    expect([held[5], held[6], held[50], held[51]]).toEqual([0, 7, 7, 0])
    expect([prices[6], prices[50], prices[51]]).toEqual([data.open[6], data.open[6], Number.NaN])
    expect(Float64Array.from(marks)).toEqual(equity)
  })

  test('a command that was refused leaves nothing behind', async () => {
    const refused: unknown[] = []
    const strategy = onBar(({ step, orders }) => {
      if (step !== 5) return
      for (const wrong of [
        () => orders.buy(3, { limit: -1 }),
        () => orders.setExits(9, { stopLoss: 1 }),
        () => orders.closeLot(9),
      ]) {
        try {
          wrong()
        } catch (error) {
          refused.push((error as { code: string }).code)
        }
      }
      orders.buy(7)
    })
    const { orders } = await run({ strategy })
    expect(refused).toEqual(['INVALID_ARGUMENT', 'INVALID_ARGUMENT', 'INVALID_ARGUMENT'])
    expect([...orders.quantity]).toEqual([7])
  })

  test('limits of the risk gate refuse with a reason', async () => {
    const strategy = onBar(({ step, orders }) => void (step === 5 && orders.buy(7)))
    const { refusals, fills } = await run({ strategy, limits: { maxOrderQuantity: 5 } })
    expect(refusals).toEqual({ MAX_ORDER_QUANTITY: 1 })
    expect(fills.step.length).toBe(0)
  })

  test('a cash account does not sell short', async () => {
    const { refusals } = await run({ account: 'cash' })
    expect(Object.keys(refusals)).toEqual(['SHORT_NOT_ALLOWED'])
  })
})

describe('bad input', () => {
  test.each([
    { options: { cash: 0 }, code: 'INVALID_ARGUMENT', message: 'cash' },
    { options: { cash: Number.NaN }, code: 'INVALID_ARGUMENT', message: 'cash' },
    { options: { leverage: 0.5 }, code: 'INVALID_ARGUMENT', message: 'leverage' },
    {
      options: { account: 'cash', leverage: 2 } as const,
      code: 'INVALID_ARGUMENT',
      message: 'margin',
    },
    { options: { feeRate: -1 }, code: 'INVALID_ARGUMENT', message: 'feeRate' },
    {
      options: { limits: { maxPosition: -1 } },
      code: 'INVALID_ARGUMENT',
      message: 'limits.maxPosition',
    },
    { options: { profle: 'x' } as object, code: 'INVALID_ARGUMENT', message: 'profle' },
    {
      options: { conventions: { ddof: 'x' } } as object,
      code: 'INVALID_ARGUMENT',
      message: 'ddof',
    },
    { options: { data: sliceBars(data, 0, 0) }, code: 'DATA_EMPTY', message: 'no bars' },
    { options: { data: [] }, code: 'DATA_EMPTY', message: 'series' },
    {
      options: { data: [data, { ...data, instrument: 'B' }] },
      code: 'INVALID_ARGUMENT',
      message: 'one series',
    },
    { options: { data: [data, data] }, code: 'INVALID_ARGUMENT', message: 'once' },
    { options: { data: with_('close', 7, Number.NaN) }, code: 'DATA_NOT_FINITE', message: 'row 7' },
    { options: { data: with_('high', 7, Infinity) }, code: 'DATA_NOT_FINITE', message: 'row 7' },
    { options: { data: with_('low', 7, -1) }, code: 'DATA_NOT_POSITIVE', message: 'row 7' },
    { options: { data: with_('high', 7, 1) }, code: 'DATA_CROSSED_PRICES', message: 'row 7' },
    {
      options: { data: { ...data, time: data.time.toReversed() } },
      code: 'DATA_UNSORTED',
      message: 'row 1',
    },
    {
      options: { data: { ...data, time: data.time.slice(1) } },
      code: 'DATA_LENGTH_MISMATCH',
      message: 'open',
    },
  ])('$code: $message', async ({ options, code, message }) => {
    const measured = run(options as Partial<BacktestOptions>).then((result) => result.measures)
    await expect(measured).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    })
  })

  test.each([
    {
      act: () => {
        throw new Error('boom')
      },
      code: 'STRATEGY_FAILED',
      message: 'boom',
    },
    {
      act: ({ close }: { close: { at(ago: number): number } }) => void close.at(-1),
      code: 'LOOK_AHEAD',
      message: 'not closed',
    },
  ])('$code at bar 500 names the step', async ({ act, code, message }) => {
    const strategy = onBar((context) => void (context.step === 500 && act(context)))
    await expect(run({ strategy })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(new RegExp(`step 500 .*${message}`, 's')),
      details: { step: 500, strategy: 'scripted' },
    })
  })

  test.each([
    { quantity: 0.5, message: 'decimals' },
    { quantity: -1, message: 'above 0' },
    { quantity: Number.NaN, message: 'above 0' },
  ])('a quantity of $quantity is refused where it is given', async ({ quantity, message }) => {
    const strategy = onBar(({ orders }) => void orders.buy(quantity))
    await expect(run({ strategy })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining(message),
    })
  })

  test('a strategy without a name or anything to do is refused', async () => {
    const nameless = { params: {}, indicators: {}, onBar: () => undefined }
    const idle = { name: 'idle', params: {}, indicators: {} }
    for (const strategy of [nameless as unknown as Strategy, idle]) {
      await expect(backtest({ data, strategy })).rejects.toMatchObject({
        code: 'INVALID_STRATEGY',
      })
    }
  })

  test('an aborted run stops, at once or on the way', async () => {
    const signal = AbortSignal.abort()
    await expect(run({ signal })).rejects.toMatchObject({ code: 'CANCELLED' })
    const long = syntheticBars({ seed: 1, bars: 600_000, timeframe: '1m', price: 100 })
    const controller = new AbortController()
    const running = backtest({
      data: long,
      strategy: onBar(() => {}),
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
