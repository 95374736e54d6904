/**
 * Prints, as JSON, the distinct event log hashes of `runs` runs on each of `threads` threads, every
 * other one declarative: `node hashes.ts THREADS RUNS`.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

import { crossedAbove, crossedBelow, sma } from '@neural-trader/features'
import { syntheticBars } from '@neural-trader/market-data'
import { defineStrategy, smaCross } from '@neural-trader/strategies'

import { backtest } from '../src/index.ts'

const twin = defineStrategy({
  name: 'sma-cross-typescript',
  indicators: ({ close }) => ({
    fast: sma(close, { period: 10 }),
    slow: sma(close, { period: 30 }),
  }),
  onBar({ indicators: { fast, slow }, orders }) {
    if (crossedAbove(fast, slow)) orders.targetPercent(1)
    if (crossedBelow(fast, slow)) orders.targetPercent(-1)
  },
})

async function distinctHashes(runs: number): Promise<string[]> {
  const data = syntheticBars({ seed: 11, bars: 5_000, timeframe: '1m', price: 100, tick: 0.01 })
  const found = new Set<string>()
  for (let run = 0; run < runs; run += 1) {
    const strategy = run % 2 === 0 ? smaCross() : twin()
    const { log, trades } = await backtest({ data, strategy, feeRate: 1e-4, slippage: 1e-4 })
    if (trades.pnl.length < 50) throw new Error(`only ${trades.pnl.length} trades`)
    found.add(log.hash)
  }
  return [...found]
}

function onThread(runs: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: runs })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

if (isMainThread) {
  const [threads, runs] = process.argv.slice(2).map(Number)
  const found = await Promise.all(Array.from({ length: threads ?? 1 }, () => onThread(runs ?? 1)))
  console.log(JSON.stringify([...new Set(found.flat())]))
} else {
  parentPort?.postMessage(await distinctHashes(workerData as number))
}
