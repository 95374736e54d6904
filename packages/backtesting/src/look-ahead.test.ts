import { sliceBars, type Bars, type StrategyContext } from '@neural-trader/core'
import { sampleBars, syntheticBars } from '@neural-trader/market-data'
import { defineStrategy, readyStrategies } from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { backtest } from './backtest.ts'
import type { BacktestResult } from './result.ts'

const ofFill = ['instrument', 'order', 'step', 'quantity', 'price', 'fee'] as const
const ofOrder = ['instrument', 'step', 'quantity'] as const

/** What was decided, filled and worth in the first steps. */
function prefixOf({ orders, fills, equity }: BacktestResult, steps: number): unknown {
  const within = (column: Int32Array): number => column.filter((step) => step < steps).length
  const [given, filled] = [within(orders.step), within(fills.step)]
  return {
    equity: equity.slice(0, steps),
    orders: ofOrder.map((name) => orders[name].slice(0, given)),
    fills: ofFill.map((name) => fills[name].slice(0, filled)),
  }
}

/** Bars that agree with the given ones before a row, and go their own way from there. */
function withOtherFuture(bars: Bars, row: number): Bars {
  const other = (column: Float64Array): Float64Array =>
    column.map((value, index) => (index < row ? value : value * 1.5))
  return {
    ...bars,
    open: other(bars.open),
    high: other(bars.high),
    low: other(bars.low),
    close: other(bars.close),
  }
}

const data = syntheticBars({ seed: 7, bars: 600, timeframe: '1d', price: 30, tick: 0.25 })
const cuts = [1, 2, 29, 30, 31, 45, 150, 311, 400, 599]

test.each(readyStrategies)(
  '$strategyName: data cut after a bar changes nothing before it',
  async (create) => {
    const whole = await backtest({ data, strategy: create(), feeRate: 0.001 })
    expect(whole.fills.step.length).toBeGreaterThan(0)
    for (const cut of cuts) {
      const run = await backtest({
        data: sliceBars(data, 0, cut),
        strategy: create(),
        feeRate: 0.001,
      })
      expect(prefixOf(run, cut)).toEqual(prefixOf(whole, cut))
    }
  },
)

test.each(readyStrategies)(
  '$strategyName: another future changes nothing before it',
  async (create) => {
    const bars = await sampleBars('sp500')
    const scale = { priceDecimals: 9 }
    const whole = await backtest({ data: bars, strategy: create(), ...scale })
    for (const cut of [500, 2_000, 5_000]) {
      const run = await backtest({ data: withOtherFuture(bars, cut), strategy: create(), ...scale })
      expect(prefixOf(run, cut)).toEqual(prefixOf(whole, cut))
      expect(run.equity.at(-1)).not.toBe(whole.equity.at(-1))
    }
  },
)

test('the comparison tells a strategy that knows the next close', async () => {
  const knowing = async (bars: Bars): Promise<BacktestResult> => {
    const strategy = defineStrategy({
      name: 'knowing',
      onBar({ step, close, orders }) {
        const next = bars.close[step + 1]
        orders.targetPercent(next !== undefined && next > close.value ? 1 : -1)
      },
    })
    return await backtest({ data: bars, strategy: strategy() })
  }
  const whole = prefixOf(await knowing(data), 300)
  const rising = data.close.findIndex((price, row) => row >= 300 && price > data.close[row - 1]!)
  expect(prefixOf(await knowing(sliceBars(data, 0, 400)), 300)).toEqual(whole)
  expect(prefixOf(await knowing(sliceBars(data, 0, rising)), rising)).not.toEqual(
    prefixOf(await knowing(data), rising),
  )
})

const peeks: readonly [string, (context: StrategyContext<'average'>) => unknown][] = [
  ['close.at(-1)', ({ close }) => close.at(-1)],
  ['open.at(-0.5)', ({ open }) => open.at(-0.5)],
  ['average.at(-3)', ({ indicators }) => indicators.average.at(-3)],
  ['instruments[0].high.at(-1)', ({ instruments }) => instruments[0]?.high.at(-1)],
]

test.each(peeks)('a strategy that asks for %s is stopped', async (_, peek) => {
  const strategy = defineStrategy({
    name: 'peek',
    indicators: ({ close }) => ({ average: close }),
    onBar(context) {
      if (context.step === 500) peek(context)
    },
  })
  await expect(backtest({ data, strategy: strategy() })).rejects.toMatchObject({
    code: 'LOOK_AHEAD',
    message: expect.stringMatching(
      /^Strategy "peek" made a mistake at step 500 \(.*\): at\(-/,
    ) as unknown,
    details: { strategy: 'peek', step: 500 },
  })
})

test('there is no way past the bar in hand by its place either', async () => {
  const seen: number[] = []
  const strategy = defineStrategy({
    name: 'look-back',
    onBar({ step, close }) {
      if (step === 5) seen.push(close.value, close.at(0), close.at(5), close.at(6), close.at(1e9))
    },
  })
  await backtest({ data, strategy: strategy() })
  expect(seen).toEqual([data.close[5], data.close[5], data.close[0], Number.NaN, Number.NaN])
})
