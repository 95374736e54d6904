import type { Bars } from '@neural-trader/core'
import { describe, expect, test } from 'vitest'

import { backtest, type BacktestResult } from '../src/index.ts'
import { casesFile } from './oracles.ts'
import { numberAt, readVectorbtCases, type VectorbtCase } from './vectorbt-case.ts'
import { whyNotExpressed } from './vectorbt-scope.ts'
import { isUnlimitedShort, vectorbtStrategy } from './vectorbt-strategy.ts'

const file = casesFile('vectorbt')
const cases = file === undefined ? [] : readVectorbtCases(file)

describe.skipIf(file === undefined)('simulations of vectorbt that our options can express', () => {
  test('every one of them', async ({ task }) => {
    const within = cases.filter((each) => whyNotExpressed(each) === undefined)
    const replayed = await Promise.all(
      within.map(async (each) => ({ id: each.id, difference: await differenceOf(each) })),
    )
    const wrong = replayed.filter(({ difference }) => difference !== undefined)
    task.meta.oracle = { folder: 'vectorbt', cases: within.length, failures: wrong.length }
    console.info(`${within.length} of ${cases.length} cases of vectorbt can be expressed`)
    for (const [reason, count] of countReasons()) console.info(`${count}: ${reason}`)
    expect(within.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })
})

function countReasons(): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const each of cases) {
    const reason = whyNotExpressed(each)
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)
}

/** The first figure that differs, or undefined. */
async function differenceOf(each: VectorbtCase): Promise<string | undefined> {
  for (let column = 0; column < each.cols; column += 1) {
    const closes = each.input['close']?.[column] ?? []
    // A bar without a price is no bar here, and nothing happens on it there.
    const rows = closes.flatMap((close, row) => (close > 0 ? [row] : []))
    const found = figuresOf(await run(each, column, rows), rows)
    const wanted = figuresOfCase(each, column, rows)
    const fault = wanted.findIndex((figure, at) => !isNear(found[at], figure))
    if (fault !== -1 || found.length !== wanted.length) {
      return `column ${column}, figure ${fault}: ${found[fault]} for ${wanted[fault]}`
    }
  }
  return undefined
}

function run(each: VectorbtCase, column: number, rows: readonly number[]): Promise<BacktestResult> {
  const cost = (name: string): number => numberAt(each, name, column, { absent: 0 })
  const closes = each.input['close']?.[column] ?? []
  return backtest({
    data: barsOf(rows.map((row) => closes[row] ?? Number.NaN)),
    strategy: vectorbtStrategy(each, column, rows),
    cash: numberAt(each, 'init_cash', column, { absent: 100 }),
    leverage: isUnlimitedShort(each) ? 1000 : 1,
    feeRate: cost('fees'),
    feePerOrder: cost('fixed_fees'),
    slippage: cost('slippage'),
    fillPolicy: 'this-close',
    priceDecimals: 9,
    quantityDecimals: 9,
  })
}

function barsOf(closes: readonly number[]): Bars {
  const close = Float64Array.from(closes)
  const time = BigInt64Array.from(closes, (_, day) => BigInt(day + 1) * 86_400_000_000_000n)
  const volume = new Float64Array(close.length)
  return {
    instrument: 'X.XTST',
    timeframe: '1d',
    time,
    open: close,
    high: close,
    low: close,
    close,
    volume,
  }
}

/** Fills (bar, signed size, price, fee) and equity, as one list of numbers. */
function figuresOf({ fills, equity }: BacktestResult, rows: readonly number[]): readonly number[] {
  const orders = [...fills.step].flatMap((step, row) => [
    rows[step] ?? Number.NaN,
    fills.quantity[row] ?? Number.NaN,
    fills.price[row] ?? Number.NaN,
    fills.fee[row] ?? Number.NaN,
  ])
  return [fills.step.length, ...orders, ...equity]
}

function figuresOfCase(
  { expect: { orders, value } }: VectorbtCase,
  column: number,
  rows: readonly number[],
): readonly number[] {
  const own = orders.col.flatMap((of, at) => (of === column ? [at] : []))
  const figures = own.flatMap((at) => {
    const sign = orders.side[at] === 'buy' ? 1 : -1
    const { idx, size, price, fees } = orders
    return [idx[at], sign * (size[at] ?? Number.NaN), price[at], fees[at]]
  })
  const equity = rows.map((row) => value[column]?.[row])
  return [own.length, ...figures, ...equity].map((figure) => figure ?? Number.NaN)
}

/**
 * To 1e-8, and 1e-7 beside: a quantity is whole billionths here, so that an all-in order leaves up to
 * a billionth of a unit in cash, and each billionth of a unit is worth as much as its price.
 */
function isNear(found: number | undefined, wanted: number): boolean {
  return found !== undefined && Math.abs(found - wanted) <= 1e-7 + 1e-8 * Math.abs(wanted)
}
