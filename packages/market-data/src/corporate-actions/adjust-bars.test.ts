import type { Bars, CorporateAction } from '@neural-trader/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { syntheticBars } from '../synthetic-bars.ts'
import { adjustBars, type AdjustmentMode } from './adjust-bars.ts'

const minute = 60_000_000_000n

type Draft = { row: number; split: boolean; newShares: number; oldShares: number; share: number }

const draft = fc.record<Draft>({
  row: fc.integer({ min: -2, max: 42 }),
  split: fc.boolean(),
  newShares: fc.integer({ min: 1, max: 20 }),
  oldShares: fc.integer({ min: 1, max: 20 }),
  share: fc.double({ min: 0.001, max: 0.2, noNaN: true }),
})

/** Forty bars whose prices jump by the splits and dividends listed with them. */
const history = fc
  .record({ seed: fc.nat(), drafts: fc.array(draft, { maxLength: 8 }) })
  .map(({ seed, drafts }) => {
    const bars = syntheticBars({ seed, bars: 40, volatility: 5 })
    const actions = drafts.toSorted((a, b) => a.row - b.row).map((entry) => toAction(entry, bars))
    return { bars, actions }
  })

/**
 * Takes effect between the bar of its row and the one before; dividends are shares of a low price.
 */
function toAction({ row, split, newShares, oldShares, share }: Draft, bars: Bars): CorporateAction {
  const time = bars.time[0]! + BigInt(row) * minute - minute / 2n
  if (split) return { type: 'split', time, newShares, oldShares }
  const low = (bars.close[Math.min(39, Math.max(0, row - 1))] ?? 1) / 20 ** 8
  return { type: 'cash-dividend', time, amount: low * share }
}

const returns = (values: readonly number[]): number[] =>
  values.slice(1).map((value, i) => value / values[i]!)

/** Worth of one share bought at the first close, counting shares forward in time. */
function hold(bars: Bars, actions: readonly CorporateAction[], withDividends: boolean): number[] {
  let shares = 1
  return [...bars.close].map((close, row) => {
    const came = actions.filter(
      ({ time }) => row > 0 && time >= bars.time[row - 1]! && time < bars.time[row]!,
    )
    let price = bars.close[row - 1] ?? 0
    for (const action of came) {
      if (action.type === 'split') {
        shares = (shares * action.newShares) / action.oldShares
        price = (price * action.oldShares) / action.newShares
      }
      if (action.type === 'cash-dividend') {
        price -= action.amount
        if (withDividends) shares += (shares * action.amount) / price
      }
    }
    return shares * close
  })
}

/** Largest relative difference; infinite where the lengths differ. */
function difference(actual: readonly number[], expected: readonly number[]): number {
  if (actual.length !== expected.length) return Infinity
  return Math.max(0, ...actual.map((value, i) => Math.abs(value / expected[i]! - 1)))
}

test.each<[AdjustmentMode, boolean]>([
  ['split-adjusted', false],
  ['total-return', true],
])('%s returns are those of holding the raw shares', (mode, withDividends) => {
  fc.assert(
    fc.property(history, ({ bars, actions }) => {
      const adjusted = adjustBars(bars, actions, { mode })
      const held = hold(bars, actions, withDividends)
      expect(difference(returns([...adjusted.close]), returns(held))).toBeLessThan(1e-12)
    }),
    { numRuns: 500 },
  )
})

test('the newest bar keeps its numbers; split-adjusted turnover is the raw one', () => {
  fc.assert(
    fc.property(history, ({ bars, actions }) => {
      const adjusted = adjustBars(bars, actions, { mode: 'split-adjusted' })
      expect([adjusted.close.at(-1), adjusted.volume.at(-1)]).toEqual([
        bars.close.at(-1),
        bars.volume.at(-1),
      ])
      const turnover = ({ close, volume }: Bars): number[] =>
        [...close].map((price, row) => price * volume[row]!)
      expect(difference(turnover(adjusted), turnover(bars))).toBeLessThan(1e-12)
    }),
  )
})

test('cutting the future off changes no return', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 1, max: 40 }), ({ bars, actions }, end) => {
      const cut: Bars = { ...bars, ...sliced(bars, end) }
      const known = actions.filter(({ time }) => time < cut.time.at(-1)!)
      const whole = adjustBars(bars, actions, { mode: 'total-return' })
      const before = adjustBars(cut, known, { mode: 'total-return' })
      const expected = returns([...whole.close].slice(0, end))
      expect(difference(returns([...before.close]), expected)).toBeLessThan(1e-12)
      expect(adjustBars(cut, actions, { mode: 'total-return' })).toEqual(before)
    }),
  )
})

function sliced(bars: Bars, end: number): Omit<Bars, 'instrument' | 'timeframe'> {
  return {
    time: bars.time.slice(0, end),
    open: bars.open.slice(0, end),
    high: bars.high.slice(0, end),
    low: bars.low.slice(0, end),
    close: bars.close.slice(0, end),
    volume: bars.volume.slice(0, end),
  }
}

const prices = Float64Array.of(100, 100, 49, 49)
const byHand: Bars = {
  instrument: 'ABC',
  timeframe: '1s',
  time: BigInt64Array.of(10n, 20n, 30n, 40n),
  open: prices,
  high: prices,
  low: prices,
  close: prices,
  volume: Float64Array.of(5, 5, 10, 10),
}

test('a split and a dividend on the new shares by hand', () => {
  const actions: CorporateAction[] = [
    { type: 'symbol-change', time: 15n, from: 'OLD', to: 'ABC' },
    { type: 'split', time: 20n, newShares: 2, oldShares: 1 },
    { type: 'cash-dividend', time: 20n, amount: 1 },
    { type: 'delisting', time: 40n, payment: 0 },
    { type: 'cash-dividend', time: 40n, amount: 1000 },
    { type: 'split', time: 50n, newShares: 3, oldShares: 1 },
  ]
  expect(adjustBars(byHand, actions, { mode: 'raw' })).toBe(byHand)
  const split = adjustBars(byHand, actions, { mode: 'split-adjusted' })
  expect([...split.close]).toEqual([50, 50, 49, 49])
  expect([...split.volume]).toEqual([10, 10, 10, 10])
  const total = adjustBars(byHand, actions, { mode: 'total-return' })
  expect([...total.close]).toEqual([49, 49, 49, 49])
  expect([...total.volume]).toEqual([10, 10, 10, 10])
})

test.each<[string, CorporateAction[], object]>([
  [
    'DATA_NOT_POSITIVE',
    [{ type: 'split', time: 1n, newShares: 0, oldShares: 1 }],
    { row: 1, column: 'newShares', value: 0 },
  ],
  [
    'DATA_NOT_POSITIVE',
    [{ type: 'split', time: 1n, newShares: 2, oldShares: -1 }],
    { row: 1, column: 'oldShares', value: -1 },
  ],
  [
    'DATA_NOT_FINITE',
    [{ type: 'cash-dividend', time: 1n, amount: Number.NaN }],
    { row: 1, column: 'amount', value: Number.NaN },
  ],
  [
    'DATA_NOT_POSITIVE',
    [{ type: 'delisting', time: 1n, payment: -1 }],
    { row: 1, column: 'payment', value: -1 },
  ],
  [
    'DATA_UNSORTED',
    [
      { type: 'delisting', time: 2_000_000_000n, payment: null },
      { type: 'cash-dividend', time: 1_000_000_000n, amount: 1 },
    ],
    { row: 2, column: 'time', value: '1970-01-01T00:00:01Z' },
  ],
  [
    'INVALID_ARGUMENT',
    [
      { type: 'cash-dividend', time: 20n, amount: 40 },
      { type: 'cash-dividend', time: 20n, amount: 60 },
    ],
    { row: 2, column: 'amount', value: 60 },
  ],
])('%s', (code, actions, details) => {
  for (const mode of ['split-adjusted', 'total-return'] as const)
    expect(() => adjustBars(byHand, actions, { mode })).toThrow(
      expect.objectContaining({ code, details }),
    )
})

test('bars that are wrong are refused by row and column', () => {
  const close = Float64Array.of(100, Number.NaN, 49, 49)
  expect(() => adjustBars({ ...byHand, close }, [], { mode: 'raw' })).toThrow(
    expect.objectContaining({
      code: 'DATA_NOT_FINITE',
      details: { source: 'ABC', row: 2, column: 'close', value: 'NaN' },
    }),
  )
})
