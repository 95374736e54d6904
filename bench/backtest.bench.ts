import { backtest, type BacktestOptions, type BacktestResult } from '@neural-trader/backtesting'
import type { Strategy } from '@neural-trader/core'
import { sma } from '@neural-trader/features'
import { smaCross } from '@neural-trader/strategies'

import type { Bench, Peer } from './bench.ts'
import { feed } from './feed.ts'
import { handWritten } from './hand-written.ts'
import { smaCrossTypeScript } from './sma-cross-typescript.ts'

const bars = 1_000_000
const cash = 1_000_000
const feeRate = 1e-6

const rules: Omit<BacktestOptions, 'strategy'> = {
  data: feed(bars),
  cash,
  feeRate,
  sizing: 'at-fill',
}

/** Bars per second of one whole backtest, its final equity held against the hand-written loop's. */
async function speed(strategy: Strategy): Promise<number> {
  const begun = performance.now()
  const result = await backtest({ ...rules, strategy })
  const seconds = (performance.now() - begun) / 1000
  hold(result)
  return bars / seconds
}

function hold(result: BacktestResult): void {
  const { equity, fills } = handWritten(feed(bars), {
    cash,
    feeRate,
    average: (values, period) => sma(values, { period }),
  })
  const drift = Math.abs((result.equity.at(-1) ?? 0) / (equity.at(-1) ?? 0) - 1)
  if (!(drift < 1e-9) || result.fills.step.length !== fills) {
    throw new Error(
      `the engine and the hand-written loop disagree: ${drift}, ${result.fills.step.length} and ${fills} fills`,
    )
  }
}

const peer: Peer = {
  name: 'hand-written JavaScript loop',
  version: process.version,
  run: async () => {
    const begun = performance.now()
    handWritten(feed(bars), { cash, feeRate })
    return bars / ((performance.now() - begun) / 1000)
  },
}

/** One backtest over 1,000,000 one-minute bars: SMA 10/30 cross, next open, fees, equity curve. */
export const benches: readonly Bench[] = [
  {
    name: 'backtest.typescript',
    unit: 'bars/s',
    higherIsBetter: true,
    run: () => speed(smaCrossTypeScript()),
    peer,
  },
  {
    name: 'backtest.declarative',
    unit: 'bars/s',
    higherIsBetter: true,
    run: () => speed(smaCross()),
    peer,
  },
]
