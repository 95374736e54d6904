import type { Bars, Strategy, StrategyContext, Values } from '@neural-trader/core'
import { crossedAbove, crossedBelow } from '@neural-trader/features'
import { exchangeCalendar, sampleBars, syntheticBars } from '@neural-trader/market-data'
import {
  bollingerBreakout,
  buyAndHold,
  donchianBreakout,
  macdTrend,
  readyStrategies,
  rsiMeanReversion,
  smaCross,
  strategyFromJson,
} from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { backtest } from './backtest.ts'
import type { BacktestOptions } from './options.ts'

type OnBar<Name extends string> = (context: StrategyContext<Name>) => void

/** A declarative strategy, and the same one written by hand. */
type Pair = { readonly declared: Strategy; readonly written: Strategy }

/** The columns of the declared strategy, with decisions in TypeScript in place of its rules. */
function pair<Name extends string>(declared: Strategy, onBar: OnBar<Name>): Pair {
  const { name, params, indicators } = declared
  return { declared, written: { name, params, indicators, onBar } }
}

const isAtLeast = (one: Values, other: Values): boolean => one.value >= other.value

type Channel = 'entryHigh' | 'entryLow' | 'exitHigh' | 'exitLow'

function tradeChannel({ close, indicators, position, orders }: StrategyContext<Channel>): void {
  const { entryHigh, entryLow, exitHigh, exitLow } = indicators
  const newHigh = isAtLeast(close, entryHigh)
  const newLow = isAtLeast(entryLow, close)
  const { isLong, isShort } = position
  if (!isLong && newHigh && !newLow) orders.targetPercent(1)
  if (!isShort && newLow && !newHigh) orders.targetPercent(-1)
  const leaveLong = isLong && !newLow && isAtLeast(exitLow, close)
  const leaveShort = isShort && !newHigh && isAtLeast(close, exitHigh)
  if (leaveLong || leaveShort) orders.targetPercent(0)
}

/** Every ready strategy, with short periods or its defaults, written once more by hand. */
function pairs(short: boolean): readonly Pair[] {
  return [
    pair<'fast' | 'slow'>(
      smaCross(short ? { fast: 2, slow: 5 } : {}),
      ({ indicators: { fast, slow }, orders }) => {
        if (crossedAbove(fast, slow)) orders.targetPercent(1)
        if (crossedBelow(fast, slow)) orders.targetPercent(-1)
      },
    ),
    pair<'rsi'>(
      rsiMeanReversion(short ? { period: 3, oversold: 40, exit: 60 } : {}),
      ({ indicators: { rsi }, position, orders }) => {
        if (position.isFlat && crossedBelow(rsi, short ? 40 : 30)) orders.targetPercent(1)
        if (position.isLong && crossedAbove(rsi, short ? 60 : 55)) orders.targetPercent(0)
      },
    ),
    pair<'macd' | 'signal'>(
      macdTrend(short ? { fast: 2, slow: 4, signal: 2 } : {}),
      ({ indicators: { macd, signal }, position, orders }) => {
        if (!position.isLong && crossedAbove(macd, signal)) orders.targetPercent(1)
        if (position.isLong && crossedBelow(macd, signal)) orders.targetPercent(0)
      },
    ),
    pair<'upper' | 'middle'>(
      bollingerBreakout(short ? { period: 4, deviations: 1 } : {}),
      ({ close, indicators: { upper, middle }, position, orders }) => {
        if (position.isFlat && crossedAbove(close, upper)) orders.targetPercent(1)
        if (position.isLong && crossedBelow(close, middle)) orders.targetPercent(0)
      },
    ),
    pair(donchianBreakout(short ? { entry: 5, exit: 3 } : {}), tradeChannel),
    pair(buyAndHold(), ({ position, orders }) => {
      if (position.isFlat) orders.targetPercent(1)
    }),
  ]
}

/** Coarse ticks, so that averages, bands and channels meet prices exactly. */
function series(seed: number): Bars {
  return syntheticBars({
    seed,
    bars: 3_000,
    timeframe: '1d',
    price: 30,
    tick: seed % 2 === 0 ? 1 : 0.25,
    volatility: 0.3,
  })
}

const costs: readonly Partial<BacktestOptions>[] = [
  {},
  { feeRate: 0.001, slippage: 0.0005, closeAtEnd: true },
  { fillPolicy: 'this-close', leverage: 2 },
  { profile: 'backtesting.py', account: 'cash' },
]

async function expectOneLog(
  { declared, written }: Pair,
  options: Omit<BacktestOptions, 'strategy'>,
) {
  const inRust = await backtest({ ...options, strategy: declared })
  const inTypeScript = await backtest({ ...options, strategy: written })
  expect(inTypeScript.log.hash).toBe(inRust.log.hash)
  expect(inTypeScript.equity).toEqual(inRust.equity)
  return inRust
}

test('every ready strategy has a twin here', () => {
  const names = pairs(false).map(({ declared }) => declared.name)
  expect(names).toEqual(readyStrategies.map(({ strategyName }) => strategyName))
})

test.each(pairs(false))(
  '$declared.name has one log on the S&P 500, in either form',
  async (both) => {
    const data = await sampleBars('sp500')
    for (const options of costs) {
      const { fills } = await expectOneLog(both, { data, ...options })
      expect(fills.step.length).toBeGreaterThan(0)
    }
  },
)

test.each(pairs(true))('$declared.name has one log on 20 series with ties', async (both) => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const options = { data: series(seed), ...costs[seed % costs.length] }
    const { fills } = await expectOneLog(both, options)
    expect(fills.step.length).toBeGreaterThan(0)
  }
})

test.each(pairs(true))('$declared.name has one log in the sessions of New York', async (both) => {
  const instrument = 'X.XNYS'
  const data = syntheticBars({ seed: 5, bars: 3_000, timeframe: '30m', volatility: 2, instrument })
  const { fills, time } = await expectOneLog(both, { data, calendar: 'auto' })
  const { open, close } = exchangeCalendar('XNYS').sessions({
    from: '2020-01-01',
    to: '2020-03-31',
  })
  for (const step of fills.step) {
    const filled = time[step]!
    const session = close.findIndex((end) => end >= filled)
    expect(open[session]).toBeLessThan(filled)
  }
  expect(fills.step.length).toBeGreaterThan(0)
})

test('the series have ties, or they would not tell strict from equal', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const { close } = series(seed)
    const ties = close.filter((price, row) => price === close[row - 1]).length
    expect(ties).toBeGreaterThan(50)
  }
})

test('a strategy from JSON has the log of the ready one', async () => {
  const average = (period: number) => ({ indicator: 'sma', inputs: ['close'], params: { period } })
  const strategy = strategyFromJson({
    name: 'sma-cross',
    indicators: { fast: average(10), slow: average(30) },
    rules: [
      { when: { op: 'crossedAbove', left: 'fast', right: 'slow' }, targetPercent: 1 },
      { when: { op: 'crossedBelow', left: 'fast', right: 'slow' }, targetPercent: -1 },
    ],
  })
  const data = await sampleBars('aapl')
  const [fromJson, ready] = [
    await backtest({ data, strategy }),
    await backtest({ data, strategy: smaCross() }),
  ]
  expect(fromJson.log.hash).toBe(ready.log.hash)
  expect(fromJson.trades.pnl.length).toBeGreaterThan(5)
})
