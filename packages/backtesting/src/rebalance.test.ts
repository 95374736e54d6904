import { NeuralTraderError, type Bars, type StrategyContext } from '@neural-trader/core'
import { describe, expect, test } from 'vitest'

import { backtest } from './backtest.ts'
import type { BacktestOptions } from './options.ts'
import type { BacktestResult } from './result.ts'

const day = 86_400_000_000_000n

/** Bars that open where the last one closed; `days` says at which days there is one. */
function bars(
  instrument: string,
  closes: readonly number[],
  days = closes.map((_, at) => at),
): Bars {
  const close = Float64Array.from(closes)
  const open = Float64Array.from(closes, (price, at) => closes[at - 1] ?? price)
  return {
    instrument,
    timeframe: '1d',
    time: BigInt64Array.from(days, (at) => BigInt(at) * day),
    open,
    high: close.map((price, at) => Math.max(price, open[at] as number)),
    low: close.map((price, at) => Math.min(price, open[at] as number)),
    close,
    volume: new Float64Array(closes.length).fill(1e6),
  }
}

const flat = (instrument: string, price: number): Bars => bars(instrument, Array(6).fill(price))

type Script = Readonly<Record<number, (context: StrategyContext) => void>>

function play(
  data: readonly Bars[],
  script: Script,
  options: Partial<BacktestOptions> = {},
): Promise<BacktestResult> {
  const strategy = {
    name: 'script',
    params: {},
    indicators: {},
    onBar: (context: StrategyContext) => script[context.step]?.(context),
  }
  return backtest({ data, strategy, cash: 1000, ...options })
}

/** Step, instrument and signed quantity of every fill. */
const fills = ({ fills: { step, instrument, quantity } }: BacktestResult): number[][] =>
  [...step].map((at, row) => [at, instrument[row] ?? Number.NaN, quantity[row] ?? Number.NaN])

const error = (message: string): unknown =>
  expect.objectContaining({
    code: 'INVALID_ARGUMENT',
    message: expect.stringContaining(message) as string,
  })

describe.each(['next-open', 'this-close'] as const)('a rebalance under %s', (fillPolicy) => {
  const [one, two, three] = [flat('ONE.T', 10), flat('TWO.T', 25), flat('THREE.T', 50)]
  const delay = fillPolicy === 'next-open' ? 1 : 0

  test('sells before it buys, whichever instrument comes first', async () => {
    const result = await play(
      [one, two],
      {
        0: ({ rebalance }) => rebalance({ 'TWO.T': 1 }),
        2: ({ rebalance }) => rebalance({ 'ONE.T': 1 }),
      },
      { fillPolicy, account: 'cash' },
    )
    expect(fills(result)).toEqual([
      [delay, 1, 40],
      [2 + delay, 1, -40],
      [2 + delay, 0, 100],
    ])
    expect(result.refusals).toEqual({})
  })

  test('a position that changes sides is closed first and opened with the rest', async () => {
    const result = await play(
      [one, two],
      {
        0: ({ rebalance }) => rebalance({ 'ONE.T': 0.5, 'TWO.T': -0.5 }),
        2: ({ rebalance }) => rebalance({ 'ONE.T': -0.5, 'TWO.T': 0.5 }),
      },
      { fillPolicy },
    )
    expect(fills(result)).toEqual([
      [delay, 0, 50],
      [delay, 1, -20],
      [2 + delay, 0, -50],
      [2 + delay, 1, 20],
      [2 + delay, 0, -50],
      [2 + delay, 1, 20],
    ])
  })

  test('others close or stay, and small trades are left out', async () => {
    const start = { 'ONE.T': 0.5, 'TWO.T': 0.25 }
    const after = (options?: Parameters<StrategyContext['rebalance']>[1]): Promise<number[][]> =>
      play(
        [one, two, three],
        {
          0: ({ rebalance }) => rebalance(start),
          2: ({ rebalance }) => rebalance({ 'ONE.T': 0.48, 'THREE.T': 0.1 }, options),
        },
        { fillPolicy },
      ).then((result) => fills(result).filter(([step]) => (step ?? 0) >= 2))
    const at = 2 + delay
    expect(await after()).toEqual([
      [at, 0, -2],
      [at, 1, -10],
      [at, 2, 2],
    ])
    expect(await after({ others: 'keep' })).toEqual([
      [at, 0, -2],
      [at, 2, 2],
    ])
    const rest = [
      [at, 1, -10],
      [at, 2, 2],
    ]
    expect(await after({ tolerance: 0.03 })).toEqual(rest)
    expect(await after({ minimumTrade: 20.01 })).toEqual(rest)
    expect(await after({ minimumTrade: 20 })).toEqual([[at, 0, -2], ...rest])
  })
})

test('costs never take the account beyond what it has', async () => {
  const data = [1, 2, 3].map((number) => flat(`N${number}.T`, 7 * number))
  const thirds = { 'N1.T': 1 / 3, 'N2.T': 1 / 3, 'N3.T': 1 / 3 }
  const result = await play(
    data,
    {
      0: ({ rebalance }) => rebalance({ 'N3.T': 1 }),
      2: ({ rebalance }) => rebalance(thirds),
    },
    { account: 'cash', feePerOrder: 9, feeRate: 0.01 },
  )
  expect(fills(result).map(([, instrument]) => instrument)).toEqual([2, 2, 0, 1])
  const spent = result.fills.quantity.reduce(
    (sum, quantity, row) =>
      sum + quantity * (result.fills.price[row] ?? 0) + (result.fills.fee[row] ?? 0),
    0,
  )
  expect(spent).toBeLessThanOrEqual(1000)
})

test('an order waits for the next bar of its instrument, or for the next rebalance', async () => {
  const rare = bars('RARE.T', [20, 20, 20], [0, 4, 5])
  const data = [flat('ONE.T', 10), rare]
  const both = { 'ONE.T': 0.5, 'RARE.T': 0.5 }
  const waits = await play(data, { 0: ({ rebalance }) => rebalance(both) })
  expect(fills(waits)).toEqual([
    [1, 0, 50],
    [4, 1, 25],
  ])
  const replaced = await play(data, {
    0: ({ rebalance }) => rebalance(both),
    2: ({ rebalance }) => rebalance({ 'ONE.T': 1 }),
  })
  expect(fills(replaced)).toEqual([
    [1, 0, 50],
    [3, 0, 50],
  ])
  expect(replaced.refusals).toEqual({ REBALANCED: 1 })
})

test('shares of the leverage fit, and more is refused with what to do', async () => {
  const data = [flat('ONE.T', 10), flat('TWO.T', 25)]
  const give = (
    weights: Record<string, number>,
    options: Parameters<StrategyContext['rebalance']>[1] = {},
    rules: Partial<BacktestOptions> = {},
  ): Promise<BacktestResult> =>
    play(data, { 1: ({ rebalance }) => rebalance(weights, options) }, rules)
  const levered = await give({ 'ONE.T': 1.5, 'TWO.T': -1.5 }, {}, { leverage: 3 })
  expect(fills(levered)).toEqual([
    [2, 0, 150],
    [2, 1, -60],
  ])
  await expect(give({ 'ONE.T': 0.6, 'TWO.T': -0.6 })).rejects.toEqual(error('come to 1.2'))
  await expect(give({ 'ONE.T': Number.NaN })).rejects.toEqual(error('a finite number'))
  await expect(give({ 'ONE.T': 1 }, { tolerance: 1 })).rejects.toEqual(error('below 1'))
  await expect(give({ 'ONE.T': 1 }, { minimumTrade: -1 })).rejects.toEqual(error('from 0'))
  await expect(give({ 'ONE.T': 1 }, {}, { profile: 'backtesting.py' })).rejects.toEqual(
    error('another profile'),
  )
  const unknown = await give({ 'NONE.T': 1 }).catch((cause: unknown) => cause)
  expect(unknown).toBeInstanceOf(NeuralTraderError)
  expect(unknown).toMatchObject({
    code: 'UNKNOWN_INSTRUMENT',
    message: expect.stringContaining('it has ONE.T, TWO.T') as string,
  })
})

test('a run begins when all series have their bars, or when one has', async () => {
  const data = [bars('LATE.T', [20, 20, 20], [3, 4, 5]), flat('ONE.T', 10)]
  const first = async (startWhen?: BacktestOptions['startWhen']): Promise<unknown> => {
    let seen: unknown
    const strategy = {
      name: 'first',
      params: {},
      indicators: {},
      onBar: ({ step, close, instruments, rebalance }: StrategyContext) => {
        seen ??= [step, close.value, instruments[1]?.close.value]
        if (step === 0) rebalance({ 'ONE.T': 0.5, 'LATE.T': 0.5 })
      },
    }
    const result = await backtest({
      data,
      strategy,
      cash: 1000,
      ...(startWhen === undefined ? {} : { startWhen }),
    })
    return [seen, fills(result), result.refusals]
  }
  expect(await first()).toEqual([[3, 20, 10], [], {}])
  expect(await first('one-ready')).toEqual([[0, Number.NaN, 10], [[1, 1, 50]], { NO_PRICE: 1 }])
  await expect(first('soon' as 'one-ready')).rejects.toEqual(error('give all-ready or one-ready'))
})

test('a target of money comes to whole lots at the last close', async () => {
  const result = await play([bars('ONE.T', [10, 10, 9, 9, 9, 9])], {
    0: ({ orders }) => orders.targetValue(555),
    2: ({ orders }) => orders.targetValue(-100),
  })
  expect(fills(result)).toEqual([
    [1, 0, 55],
    [3, 0, -66],
  ])
})

test('the first step of a period is known without looking ahead', async () => {
  const length = 800
  const data = bars('ONE.T', Array<number>(length).fill(10))
  const seen: Record<'week' | 'month' | 'quarter' | 'year', string[]> = {
    week: [],
    month: [],
    quarter: [],
    year: [],
  }
  const strategy = {
    name: 'calendar',
    params: {},
    indicators: {},
    onBar: ({ isFirstOf, time }: StrategyContext) => {
      expect(isFirstOf('day')).toBe(true)
      for (const period of ['week', 'month', 'quarter', 'year'] as const) {
        if (isFirstOf(period)) {
          seen[period].push(new Date(time.milliseconds).toISOString().slice(0, 10))
        }
      }
    },
  }
  await backtest({ data, strategy })
  expect(seen.week.slice(0, 3)).toEqual(['1970-01-01', '1970-01-05', '1970-01-12'])
  expect(seen.month.slice(0, 3)).toEqual(['1970-01-01', '1970-02-01', '1970-03-01'])
  expect(seen.quarter.slice(0, 3)).toEqual(['1970-01-01', '1970-04-01', '1970-07-01'])
  expect(seen.year).toEqual(['1970-01-01', '1971-01-01', '1972-01-01'])
})
