import { grid, range, sweep, type SweepTable } from '@neural-trader/backtesting'
import type { Bars } from '@neural-trader/core'
import { readBars, syntheticBars } from '@neural-trader/market-data'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { rsiMeanReversion } from '@neural-trader/strategies'

import type { Bench } from './bench.ts'
import { longCross } from './sma-cross-pairs.ts'

const measures = ['totalReturn', 'maxDrawdown', 'trades', 'sharpeRatio'] as const
const rules = {
  cash: 1_000_000,
  feeRate: 0.001,
  measures,
  conventions: { returnsPer: 'bar' },
} as const

const made = new Map<number, Bars>()

/** A seeded random walk of so many half-daily bars on a grid of cents. */
function walk(bars: number): Bars {
  const known = made.get(bars)
  if (known !== undefined) return known
  const fresh = syntheticBars({
    seed: 7,
    bars,
    timeframe: '12h',
    price: 100,
    volatility: 0.3,
    tick: 0.01,
  })
  made.set(bars, fresh)
  return fresh
}

/** All pairs of the windows 2 to 149, fast below slow: 10,878 of them. */
function pairs(bars: number): Promise<SweepTable<{ fast: number; slow: number }>> {
  const windows = range(2, 149)
  return sweep({
    ...rules,
    data: walk(bars),
    strategy: longCross,
    params: grid({ fast: windows, slow: windows }),
    where: ({ fast, slow }) => fast < slow,
  })
}

/** Milliseconds of a sweep; a row of it is held against its single run. */
async function milliseconds(bars: number): Promise<number> {
  const begun = performance.now()
  const table = await pairs(bars)
  const taken = performance.now() - begun
  await hold(table, 5_432)
  return taken
}

async function hold(table: SweepTable<{ fast: number; slow: number }>, row: number): Promise<void> {
  const { measures: alone } = await table.detail(row)
  const { measures: swept, params } = table.row(row)
  if (table.rows !== 10_878 || measures.some((name) => !Object.is(swept[name], alone[name]))) {
    throw new Error(`row ${row} (${JSON.stringify(params)}) of ${table.rows} is not its single run`)
  }
}

/** Megabytes by which the process has grown at its largest over a sweep. */
async function growth(bars: number): Promise<number> {
  walk(bars)
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5)
  await pairs(bars)
  clearInterval(timer)
  return (Math.max(most, process.memoryUsage().rss) - before) / 1e6
}

const goog = join(
  process.env['NT_ORACLES'] ?? join(import.meta.dirname, '../../shared/oracles'),
  'bars/GOOG.csv',
)

/** Milliseconds of 1,000 combinations of a strategy with rules, all measures, on daily bars of GOOG. */
async function declarative(): Promise<number> {
  const data = existsSync(goog) ? await readBars(goog) : walk(2_148)
  const begun = performance.now()
  const table = await sweep({
    data,
    strategy: rsiMeanReversion,
    params: grid({ period: range(5, 24), oversold: range(20, 38, 2), exit: range(50, 70, 5) }),
    feeRate: 0.001,
  })
  if (table.rows !== 1_000 || table.failures.length > 0) throw new Error(`${table.rows} rows`)
  return performance.now() - begun
}

const module = new URL('./sma-cross-pairs.ts', import.meta.url)

/** Seconds of a sweep of a TypeScript strategy on so many workers. */
async function workers(threads: number): Promise<number> {
  const begun = performance.now()
  const table = await sweep({
    ...rules,
    data: walk(100_000),
    strategy: { module, export: 'longCrossTypeScript' },
    params: grid({ fast: range(5, 19), slow: range(20, 200, 10) }),
    threads,
  })
  const taken = (performance.now() - begun) / 1000
  const { measures: alone } = await table.detail(7)
  if (!Object.is(table.measures.sharpeRatio[7], alone.sharpeRatio)) throw new Error('row 7')
  return taken
}

export const benches: readonly Bench[] = [
  { name: 'sweep.sma_2500_ms', unit: 'ms', higherIsBetter: false, run: () => milliseconds(2_500) },
  {
    name: 'sweep.sma_100k_ms',
    unit: 'ms',
    higherIsBetter: false,
    runs: 3,
    run: () => milliseconds(100_000),
  },
  {
    name: 'sweep.sma_100k_mb',
    unit: 'MB',
    higherIsBetter: false,
    runs: 3,
    run: () => growth(100_000),
  },
  { name: 'sweep.declarative_ms', unit: 'ms', higherIsBetter: false, run: declarative },
  {
    name: 'sweep.workers_ratio',
    unit: 'x',
    higherIsBetter: true,
    runs: 3,
    run: async () => (await workers(1)) / (await workers(2)),
  },
]
