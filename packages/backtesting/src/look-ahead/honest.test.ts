import {
  seededRandom,
  type Bars,
  type FillModel,
  type Strategy,
  type StrategyContext,
} from '@neural-trader/core'
import { atr, ema, rsi, sma } from '@neural-trader/features'
import { alignTimeframes, resample, syntheticBars } from '@neural-trader/market-data'
import {
  defineStrategy,
  equalWeights,
  readyStrategies,
  topInstruments,
} from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { checkLookAhead } from './check-look-ahead.ts'
import type { CheckLookAheadOptions } from './check-options.ts'

/** A strategy that does not cheat, though it may look like one that does. */
type Honest = {
  readonly name: string
  readonly make: (data: readonly Bars[]) => () => Strategy
  readonly options?: Partial<CheckLookAheadOptions>
  /** Whether an instrument has no bar before some of the cuts: such a run is refused. */
  readonly listsLater?: boolean
}

type OnBar = (context: StrategyContext) => void

const plain = (name: string, onBar: OnBar): Strategy => ({
  name,
  params: {},
  indicators: {},
  onBar,
})

const synthetic = (seed: number, instrument: string, bars = 500): Bars =>
  syntheticBars({ seed, bars, timeframe: '1d', instrument, volatility: 0.4 })

const single = [synthetic(7, 'ONE.XNAS')]
const universe = ['A', 'B', 'C', 'D'].map((name, index) => synthetic(40 + index, `${name}.XNAS`))
const young: Bars = syntheticBars({
  seed: 60,
  bars: 300,
  timeframe: '1d',
  instrument: 'YOUNG.XNAS',
  start: '2020-07-01',
  volatility: 0.4,
})
const hourly = [syntheticBars({ seed: 5, bars: 700, timeframe: '1h', instrument: 'H.XNYS' })]

const middleFills: FillModel = {
  name: 'middle-fills',
  fill: (_, { high, low }) => ({ price: (high + low) / 2 }),
}

const ready: readonly Honest[] = readyStrategies.map((create) => ({
  name: `ready-made ${create.strategyName}`,
  make: () => create,
}))

const written: readonly Honest[] = [
  {
    name: 'a long warm-up',
    make: () =>
      defineStrategy({
        name: 'long-warm-up',
        indicators: ({ close }) => ({ slow: sma(close, { period: 200 }) }),
        onBar({ close, indicators, orders }) {
          orders.targetPercent(close.value > indicators.slow.value ? 1 : 0)
        },
      }),
  },
  {
    name: 'random exits from a seed kept inside the run',
    make: () => () => {
      const random = seededRandom(11)
      return plain('random-exits', ({ position, orders }) => {
        if (position.isFlat) orders.buyPercent(0.5)
        else if (random() % 10 === 0) orders.close()
      })
    },
  },
  {
    name: 'weeks that had closed, from bars of its own',
    make: ([bars]) => {
      const weeks = resample(bars!, '1w')
      const closed = alignTimeframes(bars!, weeks)
      return () =>
        plain('closed-weeks', ({ step, close, orders }) => {
          const week = weeks.close[closed[step]!]
          if (week !== undefined) orders.targetPercent(close.value > week ? 1 : 0)
        })
    },
  },
  {
    name: 'a coarser series beside the finer one',
    make: () => () =>
      plain('two-timeframes', ({ instruments: [fine, coarse], orders }) => {
        const isRising = coarse!.close.value > coarse!.close.at(1)
        orders.targetPercent(isRising && fine!.close.value > fine!.close.at(1) ? 0.5 : 0)
      }),
    options: { data: [single[0]!, { ...resample(single[0]!, '1w'), instrument: 'ONE-W.XNAS' }] },
  },
  {
    name: 'bars of its own, read up to the bar in hand',
    make:
      ([bars]) =>
      () =>
        plain('closure-to-now', ({ step, orders }) => {
          const { close } = bars!
          orders.targetPercent(close[step]! > (close[step - 5] ?? Infinity) ? 1 : 0)
        }),
  },
  {
    name: 'a scale learnt as it goes',
    make: () => () => {
      let [count, sum, squares] = [0, 0, 0]
      return plain('expanding-z-score', ({ close, orders }) => {
        const price = close.value
        count += 1
        sum += price
        squares += price * price
        const mean = sum / count
        const width = Math.sqrt(Math.max(0, squares / count - mean * mean))
        if (count > 30) orders.targetPercent(price < mean - width ? 1 : 0)
      })
    },
  },
  {
    name: 'turning points when they show',
    make: () => () =>
      plain('late-pivots', ({ low, position, orders }) => {
        const before = [4, 5, 6].map((bars) => low.at(bars))
        const after = [0, 1, 2].map((bars) => low.at(bars))
        const isPivot = low.at(3) < Math.min(...before, ...after)
        if (isPivot && position.isFlat) orders.targetPercent(1)
        if (!isPivot && position.isLong && low.value < low.at(3)) orders.close()
      }),
  },
  {
    name: 'what it learnt in earlier bars of the run',
    make: () => () => {
      let gains = 0
      return plain('online-learner', ({ close, orders }) => {
        const change = close.value / close.at(1) - 1
        if (Number.isNaN(change)) return
        gains = 0.95 * gains + 0.05 * change
        orders.targetPercent(Math.max(-1, Math.min(1, Math.round(gains * 1000) / 10)))
      })
    },
  },
  {
    name: 'the best of a universe',
    make: () =>
      defineStrategy({
        name: 'rotation',
        indicators: ({ close }) => ({ momentum: rsi(close, { period: 20 }) }),
        onBar({ instruments, isFirstOf, rebalance }) {
          if (!isFirstOf('month')) return
          const best = topInstruments(instruments, 2, ({ indicators }) => indicators.momentum.value)
          rebalance(equalWeights(best, 0.9))
        },
      }),
    options: { data: universe },
  },
  {
    name: 'a universe whose last member lists later',
    make: () =>
      defineStrategy({
        name: 'newcomers',
        indicators: ({ close }) => ({ mean: sma(close, { period: 10 }) }),
        onBar({ instruments, isFirstOf, rebalance }) {
          if (!isFirstOf('week')) return
          const up = instruments.filter(
            ({ close, indicators }) => close.value > indicators.mean.value,
          )
          rebalance(equalWeights(up, up.length === 0 ? 0 : 0.9))
        },
      }),
    options: { data: [...universe, young], startWhen: 'one-ready' },
    listsLater: true,
  },
  {
    name: 'one instrument against another',
    make: () => () =>
      plain('pair', ({ instruments: [one, two] }) => {
        const ratio = (ago: number): number => one!.close.at(ago) / two!.close.at(ago)
        const side = ratio(0) < ratio(20) ? 0.4 : -0.4
        if (Number.isNaN(ratio(20))) return
        one!.orders.targetPercent(side)
        two!.orders.targetPercent(-side)
      }),
    options: { data: universe.slice(0, 2) },
  },
  {
    name: 'the end of the data, to go home flat',
    make: () => () =>
      plain('goes-home', ({ step, isLast, orders }) => {
        if (isLast) orders.close()
        else if (step % 40 === 0) orders.targetPercent(step % 80 === 0 ? 1 : -0.5)
      }),
  },
  {
    name: 'the clock, to see how long it takes',
    make: () => () => {
      let spent = 0
      return plain('timed', ({ close, orders }) => {
        const begin = performance.now() + Date.now()
        orders.targetPercent(close.value > close.at(10) ? 1 : 0)
        spent += performance.now() + Date.now() - begin
        if (spent > 1e12) throw new Error('too slow')
      })
    },
  },
  {
    name: 'random numbers that decide nothing',
    make: () => () =>
      plain('fidgety', ({ close, orders }) => {
        const drawn = Math.random()
        orders.targetPercent(close.value > close.at(3) && drawn < 2 ? 1 : 0)
      }),
  },
  {
    name: 'brackets at multiples of the range',
    make: () =>
      defineStrategy({
        name: 'brackets',
        indicators: ({ high, low, close }) => ({
          range: atr({ high, low, close }, { period: 14 }),
        }),
        onBar({ close, indicators: { range }, position, orders }) {
          if (!position.isFlat || !(close.value > close.at(5))) return
          const [stopLoss, takeProfit] = [
            close.value - 2 * range.value,
            close.value + 3 * range.value,
          ]
          orders.buy(10, { stopLoss, takeProfit })
        },
      }),
  },
  {
    name: 'a grid of limits, taken back every week',
    make: () => () =>
      plain('grid', ({ isFirstOf, close, orders }) => {
        if (!isFirstOf('week')) return
        orders.cancelAll()
        for (const step of [0.98, 0.96, 0.94]) orders.buy(2, { limit: close.value * step })
        orders.sell(3, { limit: close.value * 1.03 })
      }),
  },
  {
    name: 'a trailing stop, moved by hand',
    make: () => () => {
      let entry = 0
      return plain('trail', ({ close, position, orders }) => {
        if (position.isFlat && close.value > close.at(1)) {
          entry = orders.buy(10, { stopLoss: close.value * 0.9 })
        } else if (position.isLong) orders.setExits(entry, { stopLoss: close.value * 0.95 })
      })
    },
  },
  {
    name: 'the calendar alone',
    make: () => () =>
      plain('turn-of-month', ({ isFirstOf, time, orders }) => {
        if (isFirstOf('month')) orders.targetPercent(1)
        if (new Date(time.milliseconds).getUTCDate() === 10) orders.targetPercent(0)
      }),
  },
  {
    name: 'doubling after losses',
    make: () => () => {
      let [size, equity] = [1, 0]
      return plain('martingale', ({ step, account, position, orders }) => {
        if (step % 7 !== 0) return
        size = account.equity < equity ? Math.min(32, size * 2) : 1
        equity = account.equity
        if (position.isFlat) orders.buy(size)
        else orders.close()
      })
    },
  },
  {
    name: 'its own average, bar by bar',
    make: () => () => {
      const window: number[] = []
      return plain('own-average', ({ close, orders }) => {
        window.push(close.value)
        if (window.length > 20) window.shift()
        const mean = window.reduce((sum, price) => sum + price, 0) / window.length
        orders.targetPercent(close.value > mean ? 1 : -1)
      })
    },
  },
  {
    name: 'the rules of backtesting.py',
    make: () => () =>
      plain('lots', ({ step, orders, position }) => {
        if (step % 9 === 0) orders.buyPercent(0.2)
        if (step % 50 === 0 && !position.isFlat) orders.close({ portion: 0.5 })
      }),
    options: { profile: 'backtesting.py', feeRate: 0.002 },
  },
  {
    name: 'the rules of LEAN',
    make: () => readyStrategies[0]!,
    options: { profile: 'lean' },
  },
  {
    name: 'fills of its own, by the bar in hand',
    make: () => () =>
      plain('own-fills', ({ close, orders }) => {
        orders.targetPercent(close.value > close.at(4) ? 1 : 0)
      }),
    options: { fillModel: middleFills },
  },
  {
    name: 'fills at the close that decides, with costs',
    make: () => readyStrategies[2]!,
    options: { fillPolicy: 'this-close', fees: 'alpaca', slippage: 0.001, maxVolumeShare: 0.1 },
  },
  {
    name: 'sessions of a venue, with orders for a day and for the close',
    make: () =>
      defineStrategy({
        name: 'session-orders',
        indicators: ({ close }) => ({ fast: ema(close, { period: 5 }) }),
        onBar({ close, indicators, position, orders }) {
          if (position.isFlat && close.value < indicators.fast.value) {
            orders.buy(5, { limit: close.value * 0.999, timeInForce: 'DAY' })
          } else if (position.isLong) orders.sell(5, { timeInForce: 'CLOSE', reduceOnly: true })
        },
      }),
    options: { data: hourly, calendar: 'XNYS' },
  },
  {
    name: 'splits and dividends that come later',
    make: () => readyStrategies[0]!,
    options: {
      corporateActions: [
        { type: 'split', time: single[0]!.time[250]!, newShares: 2, oldShares: 1 },
        { type: 'cash-dividend', time: single[0]!.time[300]!, amount: 0.5 },
      ],
    },
  },
]

const honest = [...ready, ...written]

test('there are enough of them, each with a name of its own', () => {
  expect(new Set(honest.map(({ name }) => name)).size).toBe(honest.length)
  expect(honest.length).toBeGreaterThanOrEqual(20)
})

test.each(honest)('not flagged: $name', async ({ make, options, listsLater = false }) => {
  const data = (options?.data ?? single) as readonly Bars[]
  const given = { data, strategy: make(data), seed: 3, ...options }
  const alone = await checkLookAhead(given)
  expect(alone.findings.map(({ message }) => message)).toEqual([])
  expect(alone).toMatchObject({ unchecked: null, cuts: 12 })
  expect(alone.refused > 0).toBe(listsLater)
  const loaded = await checkLookAhead({ ...given, reload: (anew) => make(anew)() })
  expect(loaded.findings.map(({ message }) => message)).toEqual([])
})
