import { syntheticBars } from '@neural-trader/market-data'
import { describe, expect, test } from 'vitest'

import { fromOrders } from './from-orders.ts'
import { fromSignals } from './from-signals.ts'
import type { SignalOptions } from './array-options.ts'

const close = Float64Array.of(5, 4, 3, 2, 1)
const first = Uint8Array.of(1, 0, 0, 0, 0)
const base: SignalOptions = { data: { close }, profile: 'vectorbt', entries: first }

async function codeOf(options: object): Promise<unknown> {
  return fromSignals({ ...base, ...options } as SignalOptions).then(
    () => 'none',
    (error: { readonly code: string }) => error.code,
  )
}

describe('signals of one column', () => {
  test('all the cash goes in at the close of the signal and comes out at that of the exit', async () => {
    const { orders, trades, equity, finalCash } = await fromSignals({
      ...base,
      exits: Uint8Array.of(0, 0, 0, 1, 0),
    })
    expect([...orders.quantity]).toEqual([20, -20])
    expect([...orders.price]).toEqual([5, 2])
    expect([...trades.pnl]).toEqual([-60])
    expect([...(equity[0] ?? [])]).toEqual([100, 80, 60, 40, 40])
    expect([...finalCash]).toEqual([40])
  })

  test.each([
    [0.1, 1, 4],
    [0.5, 3, 2],
  ])('a stop loss of %f goes out on bar %d at %f', async (stopLoss, step, price) => {
    const { orders } = await fromSignals({ ...base, stopLoss })
    expect([orders.step[1], orders.price[1]]).toEqual([step, price])
  })

  test.each([
    [0.1, 4.25],
    [0.15, 4.25],
    [0.2, 4],
  ])('with opens, highs and lows a stop of %f goes out at %f', async (stopLoss, price) => {
    const data = {
      close,
      open: close.map((each) => each + 0.25),
      high: close.map((each) => each + 0.5),
      low: close.map((each) => each - 0.5),
    }
    const { orders } = await fromSignals({ ...base, data, stopLoss })
    expect([orders.step[1], orders.price[1]]).toEqual([1, price])
  })

  test('a missing close takes no order and is valued at the close before', async () => {
    const data = { close: Float64Array.of(5, Number.NaN, 4) }
    const entries = Uint8Array.of(1, 0, 0)
    const { unfilled, equity } = await fromSignals({
      ...base,
      data,
      entries,
      exits: Uint8Array.of(0, 1, 0),
    })
    expect(unfilled).toEqual({
      column: Uint32Array.of(0),
      step: Uint32Array.of(1),
      reason: ['PRICE_NAN'],
    })
    expect([...(equity[0] ?? [])]).toEqual([100, 100, 80])
  })

  test('no bar and one bar', async () => {
    const none = { close: new Float64Array(), time: new BigInt64Array() }
    const empty = await fromSignals({ ...base, data: none, entries: new Uint8Array() })
    expect([empty.orders.step.length, empty.finalCash[0]]).toEqual([0, 100])
    const one = await fromSignals({
      ...base,
      data: { close: Float64Array.of(10), time: BigInt64Array.of(0n) },
      entries: Uint8Array.of(1),
    })
    expect([one.held[0], one.trades.open[0], one.measures?.totalReturn[0]]).toEqual([10, 1, 0])
  })
})

describe('sizes', () => {
  test('targets are met from whatever is held, and cash may be what they need', async () => {
    const { orders, initialCash } = await fromOrders({
      data: { close },
      profile: 'vectorbt',
      size: Float64Array.of(3, Number.NaN, 1, 0, -2),
      sizeType: 'target-amount',
      cash: 'auto',
    })
    expect([...orders.quantity]).toEqual([3, -2, -1, -2])
    expect([...initialCash]).toEqual([15])
  })

  test('columns that share cash sell before they buy', async () => {
    const shared = {
      data: { close: Float64Array.of(10, 10) },
      profile: 'vectorbt',
      size: [Float64Array.of(0, 1), Float64Array.of(1, 0)],
      sizeType: 'target-percent',
      cashSharing: true,
      callSequence: 'auto',
    } as const
    const { orders, accountOf } = await fromOrders(shared)
    expect([...accountOf]).toEqual([0, 0])
    expect([...orders.column]).toEqual([1, 1, 0])
    expect([...orders.quantity]).toEqual([10, -10, 10])
    const asTheyStand = await fromOrders({ ...shared, callSequence: 'default' })
    expect(asTheyStand.unfilled.reason).toContain('NO_CASH_LONG')
  })
})

describe('many columns', () => {
  test('each is what it is alone, measures and all', async () => {
    const data = syntheticBars({ seed: 3, bars: 300, timeframe: '1d', price: 50, volatility: 0.3 })
    const every = (period: number): Uint8Array[] =>
      Array.from({ length: 40 }, (_, column) =>
        Uint8Array.from(data.close, (_close, row) => Number((row + column) % period === 0)),
      )
    const [entries, exits] = [every(11), every(13)]
    const options = { data, profile: 'vectorbt', fees: 0.001, stopLoss: 0.02 } as const
    const together = await fromSignals({ ...options, entries, exits })
    const alone = await fromSignals({ ...options, entries: entries[7]!, exits: exits[7]! })
    expect(together.equity[7]).toEqual(alone.equity[0])
    const sharpe = [together.measures?.sharpeRatio[7], alone.measures?.sharpeRatio[0]]
    expect(sharpe[0]).toBe(sharpe[1])
    expect(Number.isFinite(sharpe[0])).toBe(true)
  })
})

describe('what is refused', () => {
  test.each([
    ['a price of 0', { data: { close: Float64Array.of(0, 1, 1, 1, 1) } }, 'INVALID_ARGUMENT'],
    ['a size below 0', { size: -1 }, 'INVALID_ARGUMENT'],
    ['a choice that is none', { accumulate: 'sometimes' }, 'INVALID_ARGUMENT'],
    ['an option that is none', { sizing: 1 }, 'INVALID_ARGUMENT'],
    ['no limit to a purchase without a limit of cash', { cash: 'auto' }, 'INVALID_ARGUMENT'],
    ['slippage below 0', { slippage: -0.1 }, 'INVALID_ARGUMENT'],
    ['signals of another length', { entries: Uint8Array.of(1) }, 'DATA_LENGTH_MISMATCH'],
    [
      'columns of another number',
      { size: [1, 2], exits: [first, first, first] },
      'DATA_LENGTH_MISMATCH',
    ],
    ['accounts in two places', { size: [1, 2, 3], cashSharing: [0, 1, 0] }, 'INVALID_ARGUMENT'],
    ['a run that was cancelled', { signal: AbortSignal.abort() }, 'CANCELLED'],
  ])('%s', async (_name, options, code) => {
    expect(await codeOf(options)).toBe(code)
  })

  test('an order without meaning names its cell', async () => {
    const data = { close: Float64Array.of(0, 1, 1, 1, 1) }
    await expect(fromSignals({ ...base, data })).rejects.toMatchObject({
      details: { step: 0, column: 0 },
    })
  })
})
