import { NeuralTraderError } from '@neural-trader/core'
import { syntheticBars } from '@neural-trader/market-data'
import {
  above,
  below,
  defineStrategy,
  float,
  int,
  rsiMeanReversion,
  smaCross,
  when,
} from '@neural-trader/strategies'
import { sma } from '@neural-trader/features'
import { describe, expect, test } from 'vitest'

import { backtest } from '../backtest.ts'
import { measureNames } from '../measures.ts'
import type { BacktestOptions } from '../options.ts'
import { grid, zip } from './sweep-space.ts'
import { range } from './range.ts'
import { sweep } from './sweep.ts'
import type { SweepTable } from './sweep-table.ts'

/** Prices on a coarse grid, so that averages tie. */
const data = syntheticBars({
  seed: 11,
  bars: 600,
  timeframe: '1d',
  price: 40,
  volatility: 0.4,
  tick: 0.25,
})

const pairs = grid({ fast: range(2, 8, 2), slow: range(3, 15, 3) })
const isPair = ({ fast, slow }: { fast: number; slow: number }): boolean => fast < slow

/** A moving average with a stop loss: its exits need the kernel. */
const stopped = defineStrategy({
  name: 'stopped',
  params: { period: int({ default: 10, min: 2 }), stop: float({ default: 0.02, min: 0.001 }) },
  indicators: ({ close }, { period }) => ({ close, average: sma(close, { period }) }),
  rules: ({ close, average }, { stop }) => [
    when(above(close, average), 1, { stopLoss: stop }),
    when(below(close, average), 0),
  ],
})

async function refusal(run: Promise<unknown>): Promise<NeuralTraderError> {
  try {
    await run
  } catch (error) {
    if (error instanceof NeuralTraderError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

/** Compares every row with its backtest: all measures, to the bit. */
async function expectSingleRuns(
  table: SweepTable,
  single: (params: Readonly<Record<string, number | boolean>>) => Promise<{ measures: object }>,
): Promise<void> {
  expect(table.rows).toBeGreaterThan(1)
  for (let row = 0; row < table.rows; row += 1) {
    const { params, measures } = table.row(row)
    const { measures: alone } = await single(params)
    expect({ params, ...measures }).toEqual({ params, ...alone })
    expect(Object.keys(measures)).toEqual(Object.keys(alone))
  }
}

describe('every row is the single run of its combination', () => {
  const rules: [string, Partial<Omit<BacktestOptions, 'data' | 'strategy'>>][] = [
    ['by default', {}],
    [
      'with fees, slippage and a cash account',
      { feeRate: 0.001, slippage: 0.0005, account: 'cash' },
    ],
    ['with leverage, closed at the end', { leverage: 3, closeAtEnd: true, feePerOrder: 1 }],
    ['sized at the fill', { sizing: 'at-fill', spread: 0.001 }],
    ['with few units', { cash: 200 }],
    ['under the rules of backtesting.py', { profile: 'backtesting.py', feeRate: 0.001 }],
    ['under the rules of LEAN', { profile: 'lean' }],
    ['at the close of the decision', { fillPolicy: 'this-close' }],
    ['with tiered fees', { fees: 'lean-interactive-brokers' }],
  ]
  test.each(rules)('%s', async (_, options) => {
    const table = await sweep({
      data,
      strategy: smaCross,
      params: pairs,
      where: isPair,
      ...options,
    })
    expect(table.rows).toBe(15)
    await expectSingleRuns(table, (params) =>
      backtest({ data, strategy: smaCross(params), ...options }),
    )
  })

  test('with exits', async () => {
    const params = grid({ period: [5, 12], stop: [0.01, 0.05] })
    const table = await sweep({ data, strategy: stopped, params, feeRate: 0.0005 })
    expect(table.rows).toBe(4)
    await expectSingleRuns(table, (each) =>
      backtest({ data, strategy: stopped(each), feeRate: 0.0005 }),
    )
  })

  test('across a split', async () => {
    const corporateActions = [
      { type: 'split', time: data.time[299]! + 1n, newShares: 2, oldShares: 1 } as const,
    ]
    const options = { data, corporateActions }
    const table = await sweep({ ...options, strategy: smaCross, params: pairs, where: isPair })
    expect(table.rows).toBe(15)
    await expectSingleRuns(table, (params) => backtest({ ...options, strategy: smaCross(params) }))
  })
})

describe('the table', () => {
  const strategy = rsiMeanReversion
  const params = grid({ period: [5, 9, 14], oversold: [20, 30] })

  test('has a column a parameter and measure, and tells how many were tried', async () => {
    const table = await sweep({ data, strategy, params })
    expect(Object.keys(table.measures)).toEqual(measureNames)
    expect([...table.params.period]).toEqual([5, 5, 9, 9, 14, 14])
    expect([table.rows, table.trials, table.failures]).toEqual([6, 6, []])
    expect(table.strategy).toEqual({ name: 'rsi-mean-reversion', form: 'declarative' })
  })

  test('its names are those of a single run, in their order', async () => {
    const { measures } = await backtest({ data, strategy: strategy() })
    expect(Object.keys(measures)).toEqual(measureNames)
  })

  test('the best is the first of the highest, or lowest', async () => {
    const table = await sweep({ data, strategy, params, measures: ['totalReturn', 'trades'] })
    const highest = Math.max(...table.measures.totalReturn)
    expect(table.best('totalReturn')).toMatchObject({
      row: table.measures.totalReturn.indexOf(highest),
      value: highest,
      trials: 6,
    })
    const fewest = Math.min(...table.measures.trades)
    expect(table.best('trades', 'lowest')?.row).toBe(table.measures.trades.indexOf(fewest))
    expect(() => table.best('sharpeRatio')).toThrow('did not measure "sharpeRatio"')
  })

  test('a detail has every record, and the numbers of its row', async () => {
    const table = await sweep({ data, strategy, params, feeRate: 0.001 })
    const detail = await table.detail(4)
    expect(detail.strategy.params).toMatchObject({ period: 14, oversold: 20 })
    expect({ ...detail.measures }).toEqual(table.row(4).measures)
    expect(detail.fills.step.length).toBeGreaterThan(0)
    expect(() => table.row(6)).toThrow('There is no row 6')
  })

  test('some measures are the same as among all', async () => {
    const all = await sweep({ data, strategy, params })
    const some = await sweep({
      data,
      strategy,
      params,
      measures: ['maxDrawdown', 'sharpeRatio', 'trades'],
    })
    expect(Object.keys(some.measures)).toEqual(['maxDrawdown', 'sharpeRatio', 'trades'])
    for (const name of ['maxDrawdown', 'sharpeRatio', 'trades'] as const) {
      expect(some.measures[name]).toEqual(all.measures[name])
    }
  })

  test('does not depend on the number of threads', async () => {
    const wide = grid({ fast: range(2, 30), slow: range(10, 60) })
    const run = (threads: number) =>
      sweep({ data, strategy: smaCross, params: wide, where: isPair, threads, feeRate: 0.001 })
    const [one, two, three] = [await run(1), await run(2), await run(3)]
    expect(two.measures).toEqual(one.measures)
    expect(three.measures).toEqual(one.measures)
  })
})

describe('what goes wrong', () => {
  test('a combination that the strategy refuses is a failure, and the others go on', async () => {
    const table = await sweep({
      data,
      strategy: smaCross,
      params: grid({ fast: [3, 9], slow: [5, 20] }),
    })
    expect(table.failures).toEqual([
      {
        row: 2,
        code: 'INVALID_PARAMETER',
        message: 'Strategy "sma-cross": fast (9) must be below slow (5)',
      },
    ])
    expect(table.measures.totalReturn[2]).toBeNaN()
    expect(Number.isFinite(table.measures.totalReturn[3])).toBe(true)
    expect(table.trials).toBe(4)
  })

  test('so is one whose indicator refuses its parameters, and one that throws', async () => {
    const odd = (params: { readonly period: number }) => {
      if (params.period === 4) throw new Error('not four')
      return {
        name: 'odd',
        params,
        indicators: { average: sma({ column: 'close' }, { period: params.period }) },
        rules: [when(above({ column: 'close' }, 30), 1)],
      }
    }
    const table = await sweep({ data, strategy: odd, params: grid({ period: [3, 4, 2.5] }) })
    expect(table.failures.map(({ row, code }) => [row, code])).toEqual([
      [1, 'STRATEGY_FAILED'],
      [2, 'INVALID_PARAMETER'],
    ])
    expect(table.failures[0]?.message).toContain('not four')
    expect(Number.isFinite(table.measures.totalReturn[0])).toBe(true)
  })

  test('what every combination fails with is thrown', async () => {
    const wrong = sweep({ data, strategy: smaCross, params: grid({ fsat: [3] }) as never })
    expect(await refusal(wrong)).toMatchObject({
      code: 'INVALID_PARAMETER',
      message: expect.stringContaining('did you mean "fast"'),
    })
  })

  test.each([
    [{ where: () => false }, 'None of the 20 combinations'],
    [{ measures: ['sharp'] as never }, 'There is no measure "sharp"'],
    [{ measures: [] }, 'measures is empty'],
    [{ threads: 0 }, 'threads is 0'],
    [{ cash: -1 }, 'Option cash is -1'],
    [{ params: { fast: [1] } as never }, 'params is no space'],
    [{ strategy: 'sma-cross' as never }, 'neither a function nor a module'],
    [{ data: [data, { ...data, instrument: 'OTHER' }] }, 'runs on one series, not 2'],
  ])('%s is refused', async (options, words) => {
    const error = await refusal(sweep({ data, strategy: smaCross, params: pairs, ...options }))
    expect(error.code).toBe('INVALID_ARGUMENT')
    expect(error.message).toContain(words)
  })

  test('a sweep is cancelled while it runs, and tells how far it is', async () => {
    const controller = new AbortController()
    const told: number[] = []
    const long = syntheticBars({ seed: 1, bars: 50_000, timeframe: '1h', price: 100, tick: 0.01 })
    const running = sweep({
      data: long,
      strategy: smaCross,
      params: grid({ fast: range(2, 60), slow: range(61, 120) }),
      signal: controller.signal,
      onProgress: (done) => {
        told.push(done)
        controller.abort()
      },
    })
    expect((await refusal(running)).code).toBe('CANCELLED')
    expect(told[0]).toBeLessThan(1)
  })

  test('the event loop turns while a sweep runs', async () => {
    const long = syntheticBars({ seed: 1, bars: 20_000, timeframe: '1h', price: 100, tick: 0.01 })
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    await sweep({
      data: long,
      strategy: smaCross,
      params: grid({ fast: range(2, 40), slow: range(41, 60) }),
    })
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })
})

test('a zip runs only its rows', async () => {
  const table = await sweep({
    data,
    strategy: smaCross,
    params: zip({ fast: [2, 5], slow: [9, 21] }),
  })
  expect([[...table.params.fast], [...table.params.slow]]).toEqual([
    [2, 5],
    [9, 21],
  ])
})
