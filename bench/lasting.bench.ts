import { backtest } from '@neural-trader/backtesting'
import type { Strategy } from '@neural-trader/core'
import { smaCross } from '@neural-trader/strategies'

import type { Bench } from './bench.ts'
import { feed } from './feed.ts'

const window = 100_000

/** Reverses every tenth bar, so that 100,000 trades lie behind bar 1,000,000, and takes the time. */
async function lateOverEarly(): Promise<number> {
  const moments = new Map<number, number>()
  const strategy: Strategy = {
    name: 'reverses-every-tenth-bar',
    params: {},
    indicators: {},
    onBar({ step, orders }) {
      if (step % 10 === 0) orders.targetPercent(step % 20 === 0 ? 1 : -1)
      if (step % 10_000 === 0) moments.set(step, performance.now())
    },
  }
  const result = await backtest({ data: feed(1_000_001), strategy, cash: 1e9, quantityDecimals: 3 })
  if (result.measures.closedTrades < 99_000)
    throw new Error(`only ${result.measures.closedTrades} trades`)
  const took = (from: number): number =>
    (moments.get(from + window) ?? 0) - (moments.get(from) ?? 0)
  return took(10_000) / took(1_000_000 - window)
}

/**
 * Resident megabytes that 1,000 reruns in one process add, after twice as many in which the allocator
 * and the collector settle. */
async function rerunGrowth(): Promise<number> {
  const rerun = async (times: number): Promise<number> => {
    for (let run = 0; run < times; run += 1) {
      const result = await backtest({ data: feed(10_000), strategy: smaCross() })
      if (result.measures.trades === 0) throw new Error('nothing was traded')
    }
    globalThis.gc?.()
    return process.memoryUsage().rss / 2 ** 20
  }
  const before = await rerun(2000)
  return (await rerun(1000)) - before
}

/** What must not get worse with time: speed behind many trades, memory behind many runs. */
export const benches: readonly Bench[] = [
  { name: 'backtest.late_over_early', unit: 'ratio', higherIsBetter: true, run: lateOverEarly },
  {
    name: 'backtest.rerun_growth_mb',
    unit: 'MB',
    higherIsBetter: false,
    runs: 3,
    run: rerunGrowth,
  },
]
