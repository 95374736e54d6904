import type { Bars, QuoteBars } from '@neural-trader/core'
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

/** Data as LEAN feeds them to an algorithm: these days, adjusted for splits and dividends. */
async function load({
  ticker,
  resolution,
  from,
  to,
}: LeanAlgorithm): Promise<{ data: Bars; quotes?: QuoteBars } | undefined> {
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
