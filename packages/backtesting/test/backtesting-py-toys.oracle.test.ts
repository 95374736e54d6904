import { sliceBars, type Bars, type Strategy, type StrategyContext } from '@neural-trader/core'
import { describe, expect, test } from 'vitest'

import { backtest, type BacktestOptions, type BacktestResult } from '../src/index.ts'
import { googBars, oracleFile } from './oracles.ts'

/** What a scripted strategy does when so many bars are visible. */
type Script = Readonly<Record<number, (context: StrategyContext) => void>>

const file = oracleFile('bars', 'GOOG.csv')
const goog = file === undefined ? undefined : await googBars(file)

function scripted(script: Script): Strategy {
  return {
    name: 'scripted',
    params: {},
    indicators: {},
    onBar: (context) => script[context.step + 1]?.(context),
  }
}

async function play(
  data: Bars,
  script: Script,
  options: Partial<BacktestOptions> = {},
): Promise<BacktestResult> {
  return backtest({ data, strategy: scripted(script), profile: 'backtesting.py', ...options })
}

/** Daily bars from closes; the open lies `gap` below the close where asked, else on it. */
function daily(closes: readonly number[], gap = 0): Bars {
  const close = Float64Array.from(closes)
  const open = close.map((price) => price - gap)
  return {
    instrument: 'TOY.XTST',
    timeframe: '1d',
    time: BigInt64Array.from(closes, (_, day) => BigInt(day) * 86_400_000_000_000n),
    open,
    high: close,
    low: open,
    close,
    volume: new Float64Array(closes.length),
  }
}

/** The row of a date. */
function on(data: Bars, date: string): number {
  const midnight = BigInt(Date.parse(date)) * 1_000_000n
  return data.time.findIndex((time) => time >= midnight)
}

const near = (value: number | undefined): number => Math.round((value ?? Number.NaN) * 100) / 100

describe.skipIf(goog === undefined)('toy runs of backtesting.py', () => {
  const short = goog && sliceBars(goog, 0, 20)
  const data = short as Bars

  test.each([
    { costs: { spread: 0.01, feeRate: 0.01 }, equity: [9685.31, 9749.33] },
    { costs: { feePerOrder: 100, feeRate: 0.01 }, equity: [9784.5, 9718.69] },
    { costs: { feeRate: 0.01 }, equity: [9781.28, 9846.04] },
  ])('spread and commission: $costs', async ({ costs, equity }) => {
    const script: Script = {
      2: ({ orders }) => orders.buyPercent(1),
      3: ({ orders }) => orders.close(),
    }
    const result = await play(data, script, costs)
    expect([...result.equity.subarray(2, 4)].map(near)).toEqual(equity)
    const spread = costs.spread ?? 0
    expect(result.trades.entryPrice[0]).toBeCloseTo((data.open[2] ?? 0) * (1 + spread), 8)
  })

  test('commissions at entry and at a take profit gapped through', async () => {
    const script: Script = { 2: ({ orders }) => orders.buy(100, { takeProfit: 3 }) }
    const result = await play(daily([1, 1, 1, 2, 4, 1, 2]), script, {
      cash: 5_000,
      feePerOrder: 10,
      feeRate: 0.01,
    })
    expect(result.measures.totalFees).toBeCloseTo(25, 10)
    expect(result.trades.exitPrice[0]).toBe(4)
  })

  test('stop loss before take profit', async () => {
    let order = 0
    const script: Script = {
      4: ({ orders }) => (order = orders.buyPercent(1)),
      5: ({ orders }) => orders.setExits(order, { stopLoss: 105, takeProfit: 107.9 }),
    }
    const result = await play(data, script)
    expect(result.trades.exitPrice[0]).toBe(104.95)
  })

  test('a stop loss gapped through fills at the open', async () => {
    const script: Script = { 9: ({ orders }) => orders.buy(1, { stopLoss: 99.5 }) }
    const result = await play(data, script)
    expect(result.trades.exitPrice[0]).toBe(99.19)
  })

  test('a stop-limit order fills at its stop', async () => {
    const script: Script = {
      3: ({ orders }) => {
        orders.buy(1, { stop: 112, limit: 113 })
        orders.sell(1, { stop: 107, limit: 105 })
      },
    }
    const { fills } = await play(data, script)
    expect(fills.price.slice(0, 2).toSorted()).toEqual(Float64Array.of(107, 112))
  })

  test('a stop entry and its take profit in one bar', async () => {
    const script: Script = {
      3: ({ orders }) => orders.sell(1, { stop: 108, takeProfit: 105, stopLoss: 113 }),
    }
    const { trades } = await play(data, script)
    expect([trades.exitStep[0], trades.exitPrice[0]]).toEqual([3, 105])
  })

  test.each([
    {
      fillPolicy: 'this-close' as const,
      entries: [
        [1, 101],
        [2, 102],
      ],
      exits: [
        [2, 102],
        [3, 40],
      ],
    },
    {
      fillPolicy: 'next-open' as const,
      entries: [
        [2, 92],
        [3, 40],
      ],
      exits: [
        [3, 40],
        [3, 40],
      ],
    },
  ])('two lots with a stop each, $fillPolicy', async ({ fillPolicy, entries, exits }) => {
    let first = 0
    const script: Script = {
      2: ({ orders }) => (first = orders.buy(1, { stopLoss: 90 })),
      3: ({ orders }) => {
        orders.closeLot(first)
        orders.buy(1, { stopLoss: 80 })
      },
    }
    const { trades } = await play(daily([100, 101, 102, 50, 51], 10), script, { fillPolicy })
    const rows = (steps: Int32Array, prices: Float64Array): number[][] =>
      [...steps].map((step, row) => [step, prices[row] ?? Number.NaN])
    expect(rows(trades.entryStep, trades.entryPrice)).toEqual(entries)
    expect(rows(trades.exitStep, trades.exitPrice)).toEqual(exits)
  })

  test('a stop loss below a fall fills at the open it gaps to', async () => {
    const script: Script = { 2: ({ orders }) => orders.buy(1, { stopLoss: 90 }) }
    const { trades } = await play(daily([100, 100, 100, 50, 50]), script, {
      cash: 100,
      fillPolicy: 'this-close',
    })
    expect(trades.exitPrice[0]).toBe(50)
  })

  test('ruin on margin', async () => {
    const all = goog as Bars
    const script: Script = {
      [on(all, '2006-10-19') + 1]: ({ orders }) => orders.buy(100, { stop: 484, limit: 466 }),
      [on(all, '2007-10-30') + 1]: ({ orders }) => orders.close(),
      [on(all, '2008-11-11') + 1]: ({ orders, low }) =>
        orders.sell(200, { stop: low.value, limit: 324.9 }),
    }
    const { trades, measures, equity } = await play(all, script, { leverage: 10 })
    const dates = (steps: Int32Array): string[] =>
      [...steps].map((step) =>
        new Date(Number((all.time[step] ?? 0n) / 1_000_000n)).toISOString().slice(0, 10),
      )
    expect(near(measures.peakEquity)).toBe(46_961)
    expect(equity.at(-1)).toBe(0)
    expect(dates(trades.entryStep)).toEqual(['2006-11-01', '2008-11-14'])
    expect(dates(trades.exitStep)).toEqual(['2007-10-31', '2009-09-21'])
    expect([...trades.pnl].map(near)).toEqual([23_469, -34_420])
  })

  test('a stop loss on the bar of a market entry, and deferred after a stop entry', async () => {
    const all = goog as Bars
    const at = on(all, '2012-10-17') + 1
    const market = await play(all, { [at]: ({ orders }) => orders.buy(1, { stopLoss: 720 }) })
    expect(market.trades.exitPrice[0]).toBe(720)
    const stop = await play(all, {
      [at]: ({ orders }) => orders.buy(1, { stop: 758, stopLoss: 720 }),
    })
    expect(stop.trades.exitPrice[0]).toBe(705.58)
  })

  test('a stop entry between its stop loss and take profit', async () => {
    const all = goog as Bars
    const script: Script = {
      [on(all, '2004-09-09') + 1]: ({ orders }) =>
        orders.buy(1, { stop: 104, stopLoss: 103, takeProfit: 110 }),
    }
    const { trades } = await play(all, script)
    expect(trades.entryPrice[0]).toBe(104)
  })
})
