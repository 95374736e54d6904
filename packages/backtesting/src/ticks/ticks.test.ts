import {
  NeuralTraderError,
  type Orders,
  type Quotes,
  type Strategy,
  type Trades,
} from '@neural-trader/core'
import { describe, expect, it } from 'vitest'

import { backtest, type BacktestOptions, renderReport } from '../index.ts'

const second = 1_000_000_000n

function quotes(rows: readonly (readonly number[])[], instrument = 'X.XTST', start = 0n): Quotes {
  const column = (at: number): Float64Array => Float64Array.from(rows, (row) => row[at] ?? 0)
  return {
    instrument,
    time: BigInt64Array.from(rows, (_, row) => start + BigInt(row + 1) * second),
    bid: column(0),
    ask: column(1),
    bidSize: column(2),
    askSize: column(3),
  }
}

function trades(rows: readonly (readonly [number, number])[], start: bigint): Trades {
  return {
    instrument: 'X.XTST',
    time: BigInt64Array.from(rows, (_, row) => start + BigInt(row + 1) * second),
    price: Float64Array.from(rows, ([price]) => price),
    size: Float64Array.from(rows, ([, size]) => size),
  }
}

function strategy(act: Partial<Strategy>): Strategy {
  return { name: 'scripted', params: {}, indicators: {}, ...act }
}

const path = quotes([
  [99, 101],
  [100, 102],
  [104, 105],
  [103, 107],
])

describe('a run over quotes', () => {
  it('fills at the far side of the next quote and marks at the side that would be sold to', async () => {
    const seen: number[][] = []
    const result = await backtest({
      data: path,
      closeAtEnd: true,
      strategy: strategy({
        onQuote({ step, bid, ask, orders, account, position }) {
          seen.push([bid.value, ask.at(1), position.quantity, account.equity])
          if (step === 0) orders.buy(10)
        },
      }),
    })
    expect(seen).toEqual([
      [99, Number.NaN, 0, 10_000],
      [100, 101, 10, 10_000 - 20],
      [104, 102, 10, 10_000 + 20],
      [103, 105, 10, 10_000 + 10],
    ])
    expect([...result.equity]).toEqual([10_000, 9980, 10_020, 10_010])
    expect([...result.fills.price]).toEqual([102, 103])
    expect(result.assumptions.fillPolicy).toBe('next-quote')
    expect(result.measures.closedTrades).toBe(1)
    expect([...(result.bars[0]?.close ?? [])]).toEqual([100, 101, 104.5, 105])
    expect(await renderReport(result)).toContain('at the next quote')
  })

  it('marks a short at the ask', async () => {
    const result = await backtest({
      data: path,
      fillPolicy: 'this-quote',
      strategy: strategy({
        onQuote({ step, orders }) {
          if (step === 0) orders.sell(10)
        },
      }),
    })
    expect([...result.fills.price]).toEqual([99])
    expect([...result.equity]).toEqual([9980, 9970, 9940, 9920])
  })

  it('shows the same in blocks as step by step, also past sides that nobody is on', async () => {
    const rows = Array.from({ length: 500 }, (_, row) => {
      const mid = 100 + Math.round(Math.sin(row / 9) * 20)
      return [mid - 1, mid + 1, row % 7, row % 5]
    })
    const isEmpty = (row: number): boolean => row % 11 === 3
    const holed = rows.map((each, row) => (isEmpty(row) ? each.with(0, Number.NaN) : each))
    const runs = [rows, holed]
    for (const each of runs) {
      const trade = (orders: Orders, step: number): void => {
        if (step % 50 === 10) orders.targetPercent(step % 100 === 10 ? 0.5 : -0.5)
      }
      const silent = strategy({ onQuote: ({ step, orders }) => trade(orders, step) })
      const waiting = strategy({
        onQuote({ step, orders }) {
          // An order that rests for ever makes every block one step long.
          if (step === 0) orders.buy(1, { limit: 0.01 })
          trade(orders, step)
        },
      })
      const [inBlocks, byStep] = await Promise.all(
        [silent, waiting].map((strategy) => backtest({ data: quotes(each), strategy })),
      )
      if (inBlocks === undefined || byStep === undefined) throw new Error('two runs')
      expect(inBlocks.fills.price).toEqual(byStep.fills.price)
      expect(inBlocks.equity).toEqual(byStep.equity)
      expect(inBlocks.fills.price.length).toBeGreaterThan(0)
      expect(inBlocks.equity.every((value) => Number.isFinite(value))).toBe(true)
    }
  })

  it('takes the middle of a quote for what a unit is worth', async () => {
    const result = await backtest({
      data: path,
      strategy: strategy({
        onQuote({ step, orders }) {
          if (step === 1) orders.targetValue(2020)
        },
      }),
    })
    expect([...result.fills.quantity]).toEqual([20])
    expect([...result.fills.price]).toEqual([105])
  })

  it('goes over several instruments, and over trades beside quotes', async () => {
    const told: string[] = []
    const result = await backtest({
      data: [
        path,
        trades([[90, 4]], 2n * second + 5n),
        quotes(
          [
            [50, 51],
            [52, 53],
          ],
          'Y.XTST',
          second,
        ),
      ],
      strategy: strategy({
        onTrade({ step, hasTrade, price, size }) {
          told.push(`${step} trade ${price.value} x ${size.value} ${hasTrade}`)
        },
        onQuote({ step, hasQuote, instrument, orders }) {
          const other = instrument('Y.XTST')
          told.push(`${step} quote ${hasQuote} ${other.hasQuote} ${other.bid.value}`)
          if (step === 0) orders.buy(10, { limit: 95 })
          if (step === 1) other.orders.sell(3)
        },
      }),
    })
    expect(told).toEqual([
      '0 quote true false NaN',
      '1 quote true true 50',
      '2 quote true true 52',
      '3 trade 90 x 4 true',
      '4 quote true false 52',
    ])
    expect([...result.fills.price]).toEqual([52, 95])
    expect([...result.fills.quantity]).toEqual([-3, 4])
    expect(result.bars.map((bars) => bars.instrument)).toEqual(['X.XTST', 'Y.XTST'])
    expect(result.time.length).toBe(5)
    expect(result.measures.maxGrossExposure).toBeGreaterThan(0)
    expect(await renderReport(result)).toContain('Y.XTST')
  })

  it('goes over trades alone', async () => {
    const result = await backtest({
      data: trades(
        [
          [100, 50],
          [101, 4],
          [105, 20],
        ],
        0n,
      ),
      strategy: strategy({
        onTrade({ step, orders }) {
          if (step === 0) orders.buy(10)
        },
      }),
    })
    expect([...result.fills.price]).toEqual([101, 105])
    expect([...result.fills.quantity]).toEqual([4, 6])
  })
})

describe('what does not go over ticks', () => {
  const onQuote = (): void => undefined
  it.each([
    ['bars beside them', { data: [path, { ...path, open: path.bid }] }, 'INVALID_ARGUMENT'],
    ['a fill policy of bars', { data: path, fillPolicy: 'next-open' }, 'INVALID_ARGUMENT'],
    ['the quote of a close', { data: path, fillPolicy: 'quote' }, 'INVALID_ARGUMENT'],
    ['another profile', { data: path, profile: 'backtesting.py' }, 'INVALID_ARGUMENT'],
    ['the profile lean', { data: path, profile: 'lean' }, 'INVALID_ARGUMENT'],
    ['quotes given twice', { data: [path, path] }, 'INVALID_ARGUMENT'],
    ['an onBar', { data: path, strategy: strategy({ onBar: onQuote }) }, 'INVALID_STRATEGY'],
    [
      'indicators',
      { data: path, strategy: strategy({ onQuote, indicators: { c: { column: 'close' } } }) },
      'INVALID_STRATEGY',
    ],
    ['a price of zero', { data: quotes([[0, 1]]) }, 'DATA_NOT_POSITIVE'],
  ])('%s', async (_, options, code) => {
    const given = { strategy: strategy({ onQuote }), ...options } as Parameters<typeof backtest>[0]
    const failed = await backtest(given).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(NeuralTraderError)
    expect((failed as NeuralTraderError).code).toBe(code)
  })

  const bars = { ...path, timeframe: '1s', open: path.bid, high: path.bid, low: path.bid }
  const misfits: readonly Partial<BacktestOptions>[] = [{ quotes: [] }, { startWhen: 'one-ready' }]
  it.each(misfits)('%j', async (options: Partial<BacktestOptions>) => {
    const run = backtest({ data: path, strategy: strategy({ onQuote }), ...options })
    const field = Object.keys(options).at(-1)
    await expect(run).rejects.toThrow(`Option ${field} goes with bars`)
    await expect(run).rejects.toMatchObject({ code: 'INVALID_ARGUMENT', details: { field } })
  })

  it('nor does a policy of ticks go over bars', async () => {
    const data = { ...bars, close: path.bid, volume: path.bidSize }
    const acts = strategy({ onBar: onQuote })
    const run = backtest({ data, strategy: acts, fillPolicy: 'next-quote' })
    await expect(run).rejects.toThrow('over bars next-open or this-close or quote')
  })
})
