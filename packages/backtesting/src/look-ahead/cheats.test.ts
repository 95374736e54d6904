import { readFileSync } from 'node:fs'

import type { Bars, FillModel, Strategy, StrategyContext } from '@neural-trader/core'
import { lookAheadBarriers, lookAheadReturn, sma } from '@neural-trader/features'
import { resample, syntheticBars } from '@neural-trader/market-data'
import { above, defineStrategy, when } from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { checkLookAhead } from './check-look-ahead.ts'
import type { CheckLookAheadOptions } from './check-options.ts'
import type { LookAheadKind } from './report.ts'

/** A strategy that cheats, made by what it was loaded with. */
type Cheat = {
  readonly kind: LookAheadKind
  readonly name: string
  readonly make: (data: readonly Bars[]) => () => Strategy
  readonly options?: (data: readonly Bars[]) => Partial<CheckLookAheadOptions>
  /** Found without loading it anew for each future. */
  readonly alone?: boolean
  /** What the finding names. */
  readonly subject?: string
}

const universe = ['A', 'B', 'C', 'D'].map((name, index) =>
  syntheticBars({
    seed: 40 + index,
    bars: 500,
    timeframe: '1d',
    instrument: `${name}.XNAS`,
    volatility: 0.4,
  }),
)

type OnBar = (context: StrategyContext) => void

const plain = (name: string, onBar: OnBar): Strategy => ({
  name,
  params: {},
  indicators: {},
  onBar,
})

/** Long where a column made before the run is above a level at the bar in hand, otherwise out. */
const follow =
  (name: string, column: ArrayLike<number>, level = 0) =>
  (): Strategy =>
    plain(name, ({ step, orders }) => {
      orders.targetPercent(column[step]! > level ? 1 : 0)
    })

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length

const deviation = (values: ArrayLike<number>): number =>
  Math.sqrt(mean(Array.from(values, (value) => (value - mean(values)) ** 2)))

const average = (x: Float64Array, from: number, to: number): number =>
  mean(x.slice(Math.max(0, from), Math.min(x.length, to)))

let runsBefore = 0
const remembered: number[] = []

const peekingFills = (bars: Bars): FillModel => ({
  name: 'peeking-fills',
  outsideBar: true,
  fill: ({ side }, { time }) => {
    const row = bars.time.findIndex((each) => Number(each / 1_000_000n) === time)
    const next = side === 'buy' ? bars.low[row + 1] : bars.high[row + 1]
    return next !== undefined && next > 0 ? { price: next } : undefined
  },
})

const cheats: readonly Cheat[] = [
  {
    kind: 'order',
    name: 'reads the next close past its context',
    alone: true,
    make:
      ([bars]) =>
      () =>
        plain('next-close', ({ step, close, orders }) => {
          orders.targetPercent(bars!.close[step + 1]! > close.value ? 1 : -1)
        }),
  },
  {
    kind: 'order',
    name: 'waits for a gap it knows of',
    alone: true,
    make:
      ([bars]) =>
      () =>
        plain('next-open', ({ step, close, orders, position }) => {
          if (position.isFlat && bars!.low[step + 1]! < close.value * 0.985) orders.sell(1)
          else if (!position.isFlat) orders.close()
        }),
  },
  {
    kind: 'order',
    name: 'puts its limit at the low of tomorrow',
    alone: true,
    make:
      ([bars]) =>
      () =>
        plain('best-limit', ({ step, orders, position }) => {
          const low = bars!.low[step + 1] ?? Number.NaN
          if (position.isFlat && step % 20 === 0 && low > 0) orders.buy(10, { limit: low })
          if (step % 20 === 10) orders.close()
        }),
  },
  {
    kind: 'order',
    name: 'puts its stop below the lowest price to come',
    make: ([bars]) => {
      const { low } = bars!
      const safe = low.map((_, row) => Math.min(...low.slice(row, row + 30)) * 0.99)
      return () =>
        plain('safe-stop', ({ step, orders, position }) => {
          if (position.isFlat && step % 30 === 0) orders.buy(5, { stopLoss: safe[step]! })
        })
    },
  },
  {
    kind: 'order',
    name: 'buys before the highest of the next five',
    make: ([bars]) => {
      const { close } = bars!
      const best = close.map((price, row) => Math.max(...close.slice(row, row + 6)) / price - 1.03)
      return follow('five-ahead', best)
    },
  },
  {
    kind: 'order',
    name: 'smooths by a centred window',
    make: ([bars]) => {
      const { close } = bars!
      const centred = close.map((_, row) => average(close, row - 5, row + 6))
      return follow(
        'centred',
        centred.map((value, row) => value - (centred[row - 1] ?? value)),
      )
    },
  },
  {
    kind: 'order',
    name: 'smooths forth and back',
    make: ([bars]) => {
      const forth = Float64Array.from(bars!.close)
      for (let row = 1; row < forth.length; row++) forth[row] = (forth[row]! + forth[row - 1]!) / 2
      for (let row = forth.length - 2; row >= 0; row--)
        forth[row] = (forth[row]! + forth[row + 1]!) / 2
      return follow(
        'forth-and-back',
        forth.map((value, row) => value - (forth[row - 1] ?? value)),
      )
    },
  },
  {
    kind: 'order',
    name: 'normalises by mean and deviation of the whole sample',
    make: ([bars]) => {
      const { close } = bars!
      const [centre, width] = [mean(close), deviation(close)]
      return follow(
        'z-score',
        close.map((price) => -(price - centre) / width),
      )
    },
  },
  {
    kind: 'order',
    name: 'scales by the extremes of the whole sample',
    make: ([bars]) => {
      const [low, high] = [Math.min(...bars!.low), Math.max(...bars!.high)]
      return () =>
        plain('min-max', ({ close, orders }) => {
          orders.targetPercent((close.value - low) / (high - low) < 0.5 ? 1 : 0)
        })
    },
  },
  {
    kind: 'order',
    name: 'ranks a value among all there will be',
    make: ([bars]) => {
      const { volume } = bars!
      const sorted = volume.toSorted()
      return () =>
        plain('rank', ({ volume: today, orders, position }) => {
          const rank = sorted.findIndex((each) => each >= today.value) / sorted.length
          if (rank > 0.95 && position.isFlat) orders.buyPercent(0.5)
          if (rank < 0.05) orders.close()
        })
    },
  },
  {
    kind: 'order',
    name: 'trades a label: the return to come',
    make: ([bars]) => follow('label-return', lookAheadReturn(bars!.close, { bars: 3 }), 0.005),
  },
  {
    kind: 'order',
    name: 'trades a label: the barrier met first',
    make: ([bars]) => follow('label-barrier', lookAheadBarriers(bars!, { width: 0.02 }).label),
  },
  {
    kind: 'order',
    name: 'buys turning points where they are, not where they show',
    make: ([bars]) => {
      const { low } = bars!
      const isPivot = low.map((price, row) =>
        Math.min(...low.slice(Math.max(0, row - 3), row + 4)) === price ? 1 : 0,
      )
      return follow('pivots', isPivot, 0.5)
    },
  },
  {
    kind: 'order',
    name: 'fills gaps from behind',
    make: ([bars]) => {
      const { close } = bars!
      const sparse = close.map((price, row) => (row % 10 === 9 ? price : Number.NaN))
      for (let row = sparse.length - 2; row >= 0; row--) {
        if (Number.isNaN(sparse[row])) sparse[row] = sparse[row + 1]!
      }
      return follow(
        'back-filled',
        sparse.map((value, row) => value - close[row]!),
      )
    },
  },
  {
    kind: 'order',
    name: 'reads the week in which the day lies',
    make: ([bars]) => {
      const weeks = resample(bars!, '1w')
      return () =>
        plain('open-week', ({ time, close, orders }) => {
          const week = weeks.time.findIndex((end) => end >= time.nanoseconds)
          orders.targetPercent(weeks.close[week]! > close.value ? 1 : 0)
        })
    },
  },
  {
    kind: 'order',
    name: 'knows that volume dries up',
    alone: true,
    make:
      ([bars]) =>
      () =>
        plain('next-volume', ({ step, volume, orders }) => {
          orders.targetPercent(bars!.volume[step + 1]! < volume.value * 0.7 ? 0.5 : 0)
        }),
  },
  {
    kind: 'order',
    name: 'knows where the data end',
    make:
      ([bars]) =>
      () =>
        plain('knows-the-end', ({ step, orders }) => {
          const left = bars!.time.length - step
          orders.targetPercent(left % 50 < 25 ? 1 : 0)
        }),
  },
  {
    kind: 'definition',
    name: 'picks the period that was best on the whole sample',
    subject: 'indicator mean',
    make: ([bars]) => {
      const { close } = bars!
      const gain = (period: number): number =>
        close.reduce((sum, price, row) => {
          const before = average(close, row - period, row)
          return row > 50 && close[row - 1]! > before ? sum + price / close[row - 1]! - 1 : sum
        }, 0)
      const periods = [3, 5, 8, 13, 21, 34, 50]
      const best = periods.toSorted((one, other) => gain(other) - gain(one))[0] ?? 3
      const strategy = defineStrategy({
        name: 'best-period',
        indicators: ({ close: column }) => ({ mean: sma(column, { period: best }) }),
        onBar({ close: today, indicators, orders }) {
          orders.targetPercent(today.value > indicators.mean.value ? 1 : 0)
        },
      })
      return strategy
    },
  },
  {
    kind: 'definition',
    name: 'has rules with a level of the whole sample',
    subject: 'rule 1',
    make: ([bars]) => {
      const level = mean(bars!.close)
      return defineStrategy({
        name: 'mean-level',
        indicators: ({ close }) => ({ mean: sma(close, { period: 5 }) }),
        rules: ({ mean: column }) => [when(above(column, level), 1), when(above(level, column), 0)],
      })
    },
  },
  {
    kind: 'future-read',
    name: 'asks the context for tomorrow',
    alone: true,
    make: () => () =>
      plain('at-minus-one', ({ step, close, orders }) => {
        if (step > 50) orders.targetPercent(close.at(-1) > close.value ? 1 : 0)
      }),
  },
  {
    kind: 'future-read',
    name: 'asks an indicator for later',
    alone: true,
    make: () =>
      defineStrategy({
        name: 'indicator-minus-two',
        indicators: ({ close }) => ({ mean: sma(close, { period: 5 }) }),
        onBar({ indicators, orders }) {
          if (indicators.mean.at(-2) > indicators.mean.value) orders.targetPercent(1)
        },
      }),
  },
  {
    kind: 'state',
    name: 'counts on from run to run',
    alone: true,
    make: () => () =>
      plain('counter', ({ step, orders }) => {
        if (step === 0) runsBefore += 1
        if (step % 25 === 0) orders.targetPercent(runsBefore % 2 === 0 ? 1 : -1)
      }),
  },
  {
    kind: 'state',
    name: 'remembers the closes of the last run',
    alone: true,
    make: () => () =>
      plain('second-sight', ({ step, close, orders }) => {
        const next = remembered[step + 1]
        remembered[step] = close.value
        orders.targetPercent(next !== undefined && next > close.value ? 1 : 0)
      }),
  },
  {
    kind: 'random',
    name: 'throws a coin that no seed repeats',
    alone: true,
    subject: 'orders.targetPercent',
    make: () => () =>
      plain('coin', ({ step, orders }) => {
        if (step % 10 === 0) orders.targetPercent(Math.random() < 0.5 ? 1 : 0)
      }),
  },
  {
    kind: 'clock',
    name: 'goes by the clock of the machine',
    alone: true,
    make: () => () =>
      plain('clock', ({ step, orders }) => {
        if (step % 10 === 0) orders.targetPercent((Date.now() / 1e7) % 2 < 1 ? 1 : 0)
      }),
  },
  {
    kind: 'clock',
    name: 'goes by what day it is today',
    alone: true,
    make: () => () =>
      plain('today', ({ step, orders }) => {
        if (step % 10 === 0) orders.buy(1 + new Date().getUTCDate())
      }),
  },
  {
    kind: 'fill',
    name: 'fills at the best price of the bar after',
    alone: true,
    make: () => () =>
      plain('flat-and-full', ({ step, orders }) => {
        if (step % 15 === 0) orders.targetPercent(step % 30 === 0 ? 1 : 0)
      }),
    options: ([bars]) => ({ fillModel: peekingFills(bars!) }),
  },
  {
    kind: 'order',
    name: 'holds the instruments that will have done best',
    subject: 'rebalance',
    make: (data) => () =>
      plain('survivors', ({ isFirstOf, rebalance }) => {
        const gain = ({ close }: Bars): number => close.at(-1)! / close[0]!
        const [first] = data.toSorted((one, other) => gain(other) - gain(one))
        if (isFirstOf('month')) rebalance({ [first!.instrument]: 0.9 })
      }),
    options: () => ({ data: universe }),
  },
  {
    kind: 'order',
    name: 'ranks a universe by the return of tomorrow',
    subject: 'rebalance',
    alone: true,
    make: (data) => () =>
      plain('tomorrow-ranked', ({ step, isFirstOf, rebalance }) => {
        if (!isFirstOf('week')) return
        const gain = ({ close }: Bars): number => close[step + 1]! / close[step]!
        const [first] = data.toSorted((one, other) => gain(other) - gain(one))
        rebalance({ [first!.instrument]: 0.9 })
      }),
    options: () => ({ data: universe }),
  },
  {
    kind: 'foreknowledge',
    name: 'has its signals written down',
    alone: true,
    make: ([bars]) => {
      const signals = bars!.close.map((price, row) => (bars!.close[row + 2]! > price ? 1 : -1))
      return () =>
        plain('written-down', ({ step, orders }) => {
          orders.targetPercent(signals[step] ?? 0)
        })
    },
  },
]

const single = [syntheticBars({ seed: 7, bars: 500, timeframe: '1d', volatility: 0.4 })]

const optionsOf = (cheat: Cheat): CheckLookAheadOptions => {
  const given = cheat.options?.(single)
  const data = (given?.data ?? single) as readonly Bars[]
  const strategy = cheat.make(data)
  const reload = (loaded: readonly Bars[]): Strategy => cheat.make(loaded)()
  return { data, strategy, ...given, ...(cheat.alone ? {} : { reload }) }
}

test('there are enough of them, each with a name of its own', () => {
  expect(new Set(cheats.map(({ name }) => name)).size).toBe(cheats.length)
  expect(cheats.length).toBeGreaterThanOrEqual(20)
})

test.each(cheats)('$kind: one that $name', async (cheat) => {
  const { findings } = await checkLookAhead(optionsOf(cheat))
  const found = findings.find(({ kind }) => kind === cheat.kind)
  expect(findings.map(({ kind }) => kind)).toContain(cheat.kind)
  expect(found?.subject).toBe(cheat.subject ?? found?.subject)
  expect(found?.message.length).toBeGreaterThan(40)
  const { file, line } = found?.place ?? { file: 'cheats.test.ts', line: 0 }
  expect(file).toMatch(/cheats\.test\.ts$/)
  expect(line === 0 ? 'orders' : lineOf(line)).toMatch(/orders|rebalance|at\(-|Math\.random|Date/)
})

function lineOf(line: number): string {
  return readFileSync(new URL(import.meta.url), 'utf8').split('\n')[line - 1] ?? ''
}
