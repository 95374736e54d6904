import { backtest } from '@neural-trader/backtesting'
import type { Bars } from '@neural-trader/core'
import { syntheticBars } from '@neural-trader/market-data'
import { defineStrategy } from '@neural-trader/strategies'

import type { Bench } from './bench.ts'

const symbols = 500
const days = 2_520
const held = 100
const year = 252

let made: readonly Bars[] | undefined

/** Ten years of seeded daily bars of 500 symbols, made once. */
function universe(): readonly Bars[] {
  made ??= Array.from({ length: symbols }, (_, seed) =>
    weekdays(
      syntheticBars({
        seed,
        instrument: `S${seed}.TEST`,
        bars: (days * 7) / 5,
        timeframe: '1d',
        price: 50,
        drift: 0.06,
        volatility: 0.3,
        tick: 0.01,
      }),
    ),
  )
  return made
}

/** The bars that do not close at a weekend. */
function weekdays(bars: Bars): Bars {
  const isWeekday = (time: bigint): boolean => {
    const day = new Date(Number(time / 1_000_000n)).getUTCDay()
    return day !== 0 && day !== 6
  }
  const keep = (_: unknown, row: number): boolean => isWeekday(bars.time[row] ?? 0n)
  return {
    ...bars,
    time: bars.time.filter(isWeekday),
    open: bars.open.filter(keep),
    high: bars.high.filter(keep),
    low: bars.low.filter(keep),
    close: bars.close.filter(keep),
    volume: bars.volume.filter(keep),
  }
}

/** Holds the 100 symbols that gained most over twelve months in equal parts, from month to month. */
const momentum = defineStrategy({
  name: 'momentum',
  onBar({ instruments, isFirstOf, rebalance, step }) {
    if (step < year || !isFirstOf('month')) return
    const gains = instruments
      .map(({ id, close }) => ({ id, gain: close.value / close.at(year) }))
      .toSorted((one, other) => other.gain - one.gain)
    rebalance(Object.fromEntries(gains.slice(0, held).map(({ id }) => [id, 1 / held])))
  },
})

/** 500 symbols, ten years of daily bars, rebalanced monthly: the whole run, its set-up and result. */
export const benches: readonly Bench[] = [
  {
    name: 'kernel.universe_s',
    unit: 's',
    higherIsBetter: false,
    runs: 5,
    run: async () => {
      const data = universe()
      const begun = performance.now()
      const result = await backtest({ data, strategy: momentum(), cash: 1e7, feeRate: 5e-4 })
      const { totalReturn } = result.measures
      const seconds = (performance.now() - begun) / 1000
      const rebalanced = new Set(result.fills.step).size
      if (!Number.isFinite(totalReturn) || rebalanced < 100 || result.fills.step.length < 10_000) {
        throw new Error(`rebalanced ${rebalanced} times, ${result.fills.step.length} fills`)
      }
      return seconds
    },
  },
]
