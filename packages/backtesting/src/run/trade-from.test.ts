import type { Bars, Strategy } from '@neural-trader/core'
import { crossedAbove, crossedBelow, sma } from '@neural-trader/features'
import { syntheticBars } from '@neural-trader/market-data'
import { defineStrategy, smaCross } from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { backtest } from '../backtest.ts'
import type { BacktestOptions } from '../options.ts'

const data = syntheticBars({ seed: 4, bars: 400, timeframe: '1d', volatility: 0.3 })
const later = syntheticBars({
  seed: 5,
  bars: 350,
  timeframe: '1d',
  instrument: 'LATER',
  start: '2020-02-20',
})

/** The steps at which a strategy is asked. */
async function asked(options: Omit<BacktestOptions, 'strategy'>): Promise<readonly number[]> {
  const steps: number[] = []
  const strategy = defineStrategy({
    name: 'asked',
    indicators: ({ close }) => ({ mean: sma(close, { period: 10 }) }),
    onBar: ({ step }) => void steps.push(step),
  })
  await backtest({ ...options, strategy: strategy() })
  return steps
}

const twins: readonly Strategy[] = [
  smaCross(),
  {
    name: 'sma-cross',
    params: smaCross().params,
    indicators: smaCross().indicators,
    onBar({ indicators: { fast, slow }, orders }) {
      if (crossedAbove(fast!, slow!)) orders.targetPercent(1)
      if (crossedBelow(fast!, slow!)) orders.targetPercent(-1)
    },
  },
]

test.each(twins)('either form begins there, with indicators of all bars', async (strategy) => {
  const whole = await backtest({ data, strategy })
  const { fills, orders, firstTradable, equity } = await backtest({
    data,
    strategy,
    tradeFrom: data.time[200]!,
  })
  expect(firstTradable).toBe(200)
  expect(Math.min(...orders.step)).toBeGreaterThanOrEqual(200)
  expect([...orders.step]).toEqual([...whole.orders.step].filter((step) => step >= 200))
  expect(fills.step.length).toBeGreaterThan(0)
  expect(equity.slice(0, 200).every((each) => each === 10_000)).toBe(true)
})

test('the two forms have one log', async () => {
  const [one, other] = await Promise.all(
    twins.map(async (strategy) => await backtest({ data, strategy, tradeFrom: data.time[123]! })),
  )
  expect(one!.log.hash).toBe(other!.log.hash)
})

test.each([
  ['before the warm-up ends', data.time[3]!, 9],
  ['at a bar', data.time[57]!, 57],
  ['between two bars', data.time[57]! + 1n, 58],
])('%s', async (_, tradeFrom, first) => {
  expect((await asked({ data, tradeFrom }))[0]).toBe(first)
})

test('several series begin together, when all are ready and when one is', async () => {
  const both: readonly Bars[] = [data, later]
  expect((await asked({ data: both, tradeFrom: data.time[20]! }))[0]).toBe(59)
  expect((await asked({ data: both, tradeFrom: data.time[90]! }))[0]).toBe(90)
  const startWhen = 'one-ready'
  expect((await asked({ data: both, tradeFrom: data.time[20]!, startWhen }))[0]).toBe(20)
  expect((await asked({ data: both, tradeFrom: data.time[2]!, startWhen }))[0]).toBe(9)
})

test.each([
  ['after the last bar', data.time.at(-1)! + 1n],
  ['no bigint', 5],
])('%s is refused', async (_, tradeFrom) => {
  for (const strategy of twins) {
    const given = { data, strategy, tradeFrom } as unknown as BacktestOptions
    await expect(backtest(given)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
  }
})
