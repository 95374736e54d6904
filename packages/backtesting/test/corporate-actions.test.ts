import type { Bars, CashDividend, CorporateAction, Split, Strategy } from '@neural-trader/core'
import { bars, rsi, sma } from '@neural-trader/features'
import { adjustBars, syntheticBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { backtest, type BacktestOptions, type BacktestResult } from '../src/index.ts'
import { exOpenOffset } from './ex-open-offset.ts'

const rows = 120
const minute = 60_000_000_000n

/** Prices and quantities so fine that their rounding is below what is compared. */
const fine = { cash: 1_000_000, priceDecimals: 9, quantityDecimals: 9 }

/** Takes effect between the bar of its row and the one before. */
const before = (bars: Bars, row: number): bigint => bars.time[row]! - minute / 2n

const splits = fc.array(
  fc.record({
    row: fc.integer({ min: 1, max: rows - 1 }),
    newShares: fc.integer({ min: 1, max: 5 }),
    oldShares: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 3 },
)

const dividends = fc.array(
  fc.record({
    row: fc.integer({ min: 1, max: rows - 1 }),
    share: fc.double({ min: 0.001, max: 0.05, noNaN: true }),
  }),
  { maxLength: 5 },
)

/** What holds before splits, and the raw bars that they leave. */
const splitHistory = fc.record({ seed: fc.nat(), drafts: splits }).map(({ seed, drafts }) => {
  // Ticks so small that two averages never tie: of a tie rounding would decide.
  const smooth = syntheticBars({ seed, bars: rows, volatility: 4, tick: 1e-8 })
  const actions = drafts
    .toSorted((a, b) => a.row - b.row)
    .map(({ row, newShares, oldShares }): Split => ({
      type: 'split',
      time: before(smooth, row),
      newShares,
      oldShares,
    }))
  return { raw: unadjusted(smooth, actions), actions }
})

/** Prices as they were quoted: each split divides those from its row on. */
function unadjusted(bars: Bars, actions: readonly Split[]): Bars {
  const factors = Float64Array.from(bars.time, (time) =>
    actions
      .filter((split) => split.time < time)
      .reduce((factor, { newShares, oldShares }) => (factor * oldShares) / newShares, 1),
  )
  const by = (column: Float64Array): Float64Array =>
    column.map((value, row) => value * factors[row]!)
  return {
    ...bars,
    open: by(bars.open),
    high: by(bars.high),
    low: by(bars.low),
    close: by(bars.close),
    volume: bars.volume.map((value, row) => value / factors[row]!),
  }
}

const returns = (equity: Float64Array): number[] =>
  Array.from(equity.subarray(1), (value, row) => value / equity[row]!)

/** Largest difference of two columns of returns; infinite where their lengths differ. */
function difference(left: readonly number[], right: readonly number[]): number {
  if (left.length !== right.length) return Infinity
  return left.reduce((most, value, row) => Math.max(most, Math.abs(value - right[row]!)), 0)
}

const run = (
  strategy: Strategy,
  data: Bars,
  options: Partial<BacktestOptions> = {},
): Promise<BacktestResult> => backtest({ ...fine, data, strategy, ...options })

/** Long above its average with exits, short where it is overbought. */
const swing: Strategy = {
  name: 'swing',
  params: {},
  indicators: {
    average: sma(bars.close, { period: 12 }),
    strength: rsi(bars.close, { period: 9 }),
  },
  onBar({ close: price, indicators, position, orders }) {
    const above = price.value > indicators['average']!.value
    if (above && !position.isLong) orders.targetPercent(0.9, { stopLossPercent: 0.03 })
    if (indicators['strength']!.value > 65 && !position.isShort) orders.targetPercent(-0.5)
    if (price.value < 0.97 * price.at(3)) orders.close()
  },
}

/** Fully invested at every open, whatever came in before it. */
const invested: Strategy = {
  name: 'invested',
  params: {},
  indicators: {},
  onBar({ orders }) {
    orders.targetPercent(1)
  },
}

const atFill = { sizing: 'at-fill' } as const

test.each<[string, Strategy]>([
  ['rules', smaCross({ fast: 4, slow: 11 })],
  ['TypeScript', swing],
])('%s over raw bars with splits returns what it does over adjusted bars', async (_, strategy) => {
  let traded = 0
  const property = fc.asyncProperty(splitHistory, async ({ raw, actions }) => {
    const adjusted = adjustBars(raw, actions, { mode: 'split-adjusted' })
    const [live, smooth] = await Promise.all([
      run(strategy, raw, { corporateActions: actions }),
      run(strategy, adjusted),
    ])
    traded += live.fills.step.length
    expect([...live.fills.step]).toEqual([...smooth.fills.step])
    expect(difference(returns(live.equity), returns(smooth.equity))).toBeLessThan(1e-7)
  })
  await fc.assert(property, { numRuns: 150 })
  expect(traded).toBeGreaterThan(500)
})

/** Raw bars with splits and dividends. */
const fullHistory = fc.record({ history: splitHistory, drafts: dividends }).map((drawn) => {
  const { raw, actions } = drawn.history
  const paid = drawn.drafts.map(({ row, share }): CashDividend => ({
    type: 'cash-dividend',
    time: before(raw, row) + 1n,
    amount: Number((Math.min(raw.close[row - 1]!, raw.close[row]!) * share * 0.2).toFixed(9)),
  }))
  const all: readonly CorporateAction[] = [...actions, ...paid].toSorted((a, b) =>
    Number(a.time - b.time),
  )
  return { raw, splits: actions, dividends: paid.toSorted((a, b) => Number(a.time - b.time)), all }
})

test('dividends on raw bars are those of split-adjusted bars, restated', async () => {
  const property = fc.asyncProperty(fullHistory, async ({ raw, splits, dividends, all }) => {
    const adjusted = adjustBars(raw, splits, { mode: 'split-adjusted' })
    const restated = dividends.map((dividend): CashDividend => {
      const row = raw.time.findIndex((time) => time > dividend.time)
      return { ...dividend, amount: dividend.amount * (adjusted.close[row]! / raw.close[row]!) }
    })
    const live = await run(swing, raw, { corporateActions: all })
    const smooth = await run(swing, adjusted, { corporateActions: restated })
    expect(difference(returns(live.equity), returns(smooth.equity))).toBeLessThan(1e-7)
  })
  await fc.assert(property, { numRuns: 100 })
})

test('who reinvests at the ex-open has the total return, times what the open was off', async () => {
  const property = fc.asyncProperty(fullHistory, async ({ raw, all }) => {
    const live = await run(invested, raw, { corporateActions: all, ...atFill })
    const total = await run(invested, adjustBars(raw, all, { mode: 'total-return' }), atFill)
    // On the bar of the entry nothing was held yet.
    const expected = returns(total.equity).map(
      (value, at) => value * (at === 0 ? 1 : exOpenOffset(raw, all, at + 1)),
    )
    expect(difference(returns(live.equity), expected)).toBeLessThan(1e-7)
  })
  await fc.assert(property, { numRuns: 150 })
})

test('where the ex-open is the close less the dividend, that is the total return itself', async () => {
  const property = fc.asyncProperty(fullHistory, async ({ raw, all }) => {
    const opens = raw.open.map((open, row) => open * (row < 2 ? 1 : exOpen(raw, all, row) / open))
    const data: Bars = {
      ...raw,
      open: opens,
      high: raw.high.map((high, row) => Math.max(high, opens[row]!)),
      low: raw.low.map((low, row) => Math.min(low, opens[row]!)),
    }
    const live = await run(invested, data, { corporateActions: all, ...atFill })
    const total = await run(invested, adjustBars(data, all, { mode: 'total-return' }), atFill)
    expect(difference(returns(live.equity), returns(total.equity))).toBeLessThan(1e-7)
  })
  await fc.assert(property, { numRuns: 100 })
})

/** Where a share opens that does nothing but go ex; elsewhere as it did. */
function exOpen(raw: Bars, actions: readonly CorporateAction[], row: number): number {
  const due = actions.filter(({ time }) => time > raw.time[row - 1]! && time < raw.time[row]!)
  return due.reduce(
    (price, action) => {
      if (action.type === 'split') return (price * action.oldShares) / action.newShares
      return action.type === 'cash-dividend' ? price - action.amount : price
    },
    due.length === 0 ? raw.open[row]! : raw.close[row - 1]!,
  )
}

test('the benchmark holds: its worth grows like total-return prices', () => {
  const property = fc.asyncProperty(fullHistory, async ({ raw, all }) => {
    const result = await run(invested, raw, { corporateActions: all })
    const total = adjustBars(raw, all, { mode: 'total-return' })
    expect(difference(returns(result.holding(0)), returns(total.close))).toBeLessThan(1e-9)
    const growth = total.close.at(-1)! / total.close[0]! - 1
    expect(result.measures.buyAndHoldReturn).toBeCloseTo(growth, 9)
  })
  return fc.assert(property, { numRuns: 50 })
})
