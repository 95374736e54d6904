import { isDeepStrictEqual } from 'node:util'

import { sliceBars, type Bars, type QuoteBars, type StrategyContext } from '@neural-trader/core'
import {
  adjustByFactors,
  readFactorFile,
  readLeanBars,
  readLeanQuoteBars,
  selectRange,
} from '@neural-trader/market-data'
import { describe, expect, test } from 'vitest'

import { backtest, type BacktestResult } from '../src/index.ts'
import { leanAlgorithms, type LeanAlgorithm } from './lean-algorithms.ts'
import { leanReplica, type ReplicaRun } from './lean-replica.ts'
import { oracleFile } from './oracles.ts'

const folder = oracleFile('lean')

describe.skipIf(folder === undefined)('regression algorithms of LEAN', () => {
  test.for(leanAlgorithms)('$name', async (algorithm, { task, skip }) => {
    const loaded = await load(algorithm)
    if (loaded === undefined) return skip(`the data of ${algorithm.name} are not there`)
    const { data, quotes } = loaded
    const { name, onBar } = algorithm
    const strategy = { name, params: {}, indicators: {}, onBar }
    const quoted = quotes === undefined ? {} : { quotes }
    const found = figuresOf(await backtest({ data, strategy, profile: 'lean', ...quoted }))
    const wanted = figuresOfLean(algorithm, data, quotes)
    const failures = wanted.filter((figure, at) => found[at] !== figure).length
    task.meta.oracle = { folder: 'lean', cases: wanted.length, failures }
    expect(found).toEqual(wanted)
  })
})

const series = [
  { ticker: 'SPY', resolution: 'daily' },
  { ticker: 'SPY', resolution: 'hour' },
  { ticker: 'SPY', resolution: 'minute' },
  { ticker: 'AAPL', resolution: 'hour' },
] as const

describe.skipIf(folder === undefined)('targets over other dates, against a second telling', () => {
  test.for(series)('$ticker $resolution', async (each, { task, skip }) => {
    const loaded = await load({ ...each, from: '1998-01-02', to: '2021-03-31' })
    if (loaded === undefined) return skip(`the data of ${each.ticker} are not there`)
    const random = randomNumbers(7)
    const wrong: number[] = []
    const runs = 100
    for (let run = 0; run < runs; run += 1) {
      const first = Math.floor(random() * (loaded.data.time.length - 200))
      const end = first + 20 + Math.floor(random() * 180)
      const data = sliceBars(loaded.data, first, end)
      const quotes = loaded.quotes && sliceQuotes(loaded.quotes, first, end)
      const targets = randomTargets(data.time.length, random)
      const found = await playTargets(data, targets, quotes)
      if (!isDeepStrictEqual(found, roundedRun(leanReplica(data, targets, quotes))))
        wrong.push(first)
    }
    task.meta.oracle = { folder: 'lean', cases: runs, failures: wrong.length }
    expect(wrong).toEqual([])
  })
})

const shares = [1, 1, 0.5, 0.99, -1, -0.4, 0]

/** A target on every fifth bar or so, the first on the first. */
function randomTargets(length: number, random: () => number): ReadonlyMap<number, number> {
  const steps = Array.from({ length }, (_, step) => step)
  const chosen = steps.filter((step) => step === 0 || random() < 0.2)
  return new Map(chosen.map((step) => [step, shares[Math.floor(random() * shares.length)] ?? 1]))
}

/** The quotes of these rows; those of SPY by the minute stand beside its bars, row by row. */
function sliceQuotes({ bid, ask }: QuoteBars, start: number, end: number): QuoteBars {
  return { bid: sliceBars(bid, start, end), ask: sliceBars(ask, start, end) }
}

async function playTargets(
  data: Bars,
  targets: ReadonlyMap<number, number>,
  quotes: QuoteBars | undefined,
): Promise<unknown> {
  const onBar = ({ step, orders }: StrategyContext): void => {
    const target = targets.get(step)
    if (target !== undefined) orders.targetPercent(target)
  }
  const strategy = { name: 'targets', params: {}, indicators: {}, onBar }
  const { fills, equity } = await backtest({
    data,
    strategy,
    profile: 'lean',
    ...(quotes && { quotes }),
  })
  return roundedRun({
    fills: [...fills.step].map((step, row) => [
      step,
      fills.quantity[row] ?? 0,
      fills.price[row] ?? 0,
    ]),
    fees: fills.fee.reduce((sum, fee) => sum + fee, 0),
    equity: equity.at(-1) ?? Number.NaN,
  })
}

/** To a hundred thousandth: prices are billionths here and doubles there. */
function roundedRun({ fills, fees, equity }: ReplicaRun): unknown {
  const near = (amount: number): string => (Math.round(amount * 1e5) / 1e5).toFixed(4)
  const rows = fills.map(([step, quantity, price]) => [step, quantity, near(price)])
  return [rows, near(fees), equity.toFixed(2)]
}

/** Numbers from 0 to below 1, the same for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Data as LEAN feeds them to an algorithm: these days, adjusted for splits and dividends. */
async function load({
  ticker,
  resolution,
  from,
  to,
}: Pick<LeanAlgorithm, 'ticker' | 'resolution' | 'from' | 'to'>): Promise<
  { data: Bars; quotes?: QuoteBars } | undefined
> {
  const place = ['lean', 'equity', 'usa'] as const
  const name = ticker.toLowerCase()
  const isMinute = resolution === 'minute'
  const series = oracleFile(...place, resolution, isMinute ? name : `${name}.zip`)
  const factors = oracleFile(...place, 'factor_files', `${name}.csv`)
  if (folder === undefined || series === undefined || factors === undefined) return undefined
  const rows = await readFactorFile(factors)
  const fed = (bars: Bars): Bars =>
    adjustByFactors(selectRange(bars, { from, to }), rows, { mode: 'total-return' })
  const data = fed(await readLeanBars({ folder, ticker, resolution }))
  if (!isMinute) return { data }
  const { bid, ask } = await readLeanQuoteBars({ folder, ticker, resolution })
  return { data, quotes: { bid: fed(bid), ask: fed(ask) } }
}

/** Orders, fees and equity as LEAN prints them, then quantity and price of each fill. */
function figuresOf({ orders, equity, fills }: BacktestResult): readonly (number | string)[] {
  const fees = fills.fee.reduce((sum, fee) => sum + fee, 0)
  const pairs = [...fills.price].flatMap((price, row) => [fills.quantity[row] ?? 0, exact(price)])
  return [orders.step.length, cents(fees), cents(equity.at(-1) ?? Number.NaN), ...pairs]
}

function figuresOfLean(
  { orders, fees, equity, fills }: LeanAlgorithm,
  data: Bars,
  quotes: QuoteBars | undefined,
): readonly (number | string)[] {
  const pairs = fills(data, quotes).flatMap(([quantity, price]) => [quantity, exact(price)])
  return [orders, cents(fees), cents(equity), ...pairs]
}

/** Rounded half away from zero, as LEAN prints money; doubles are a hair off. */
function cents(amount: number): string {
  return (Math.round(amount * 100 + 1e-7) / 100).toFixed(2)
}

/** A price in the decimals that a run of the profile keeps. */
function exact(price: number): string {
  return price.toFixed(9)
}
