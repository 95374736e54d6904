import type { Timeframe } from '@neural-trader/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { combinatorialSplits, purgedKFold } from './purged-splits.ts'
import { anchoredSplits, rollingSplits } from './rolling-splits.ts'
import type { StepRange } from './windows.ts'

const stepsIn = ({ from, to }: StepRange): number[] =>
  Array.from({ length: to - from }, (_, offset) => from + offset)

const forward = fc.record({
  length: fc.integer({ min: 30, max: 300 }),
  train: fc.integer({ min: 1, max: 20 }),
  test: fc.integer({ min: 1, max: 5 }),
  extra: fc.integer({ min: 0, max: 4 }),
  purge: fc.integer({ min: 0, max: 2 }),
  embargo: fc.integer({ min: 0, max: 2 }),
  partial: fc.boolean(),
})

test.each([
  ['rolling', rollingSplits],
  ['anchored', anchoredSplits],
])('%s: training ends before the gap, and every step is tested once at most', (mode, split) => {
  fc.assert(
    fc.property(forward, ({ length, train, test: tested, extra, ...options }) => {
      const step = tested + extra
      const splits = split(length, { train, test: tested, step, ...options })
      const all = splits.flatMap(({ test: range }) => stepsIn(range))
      expect(new Set(all).size).toBe(all.length)
      expect(all.every((each) => each < length)).toBe(true)
      for (const each of splits) {
        expect(each.train.to).toBe(each.test.from - options.purge - options.embargo)
        expect(each.train.from).toBe(mode === 'anchored' ? 0 : each.train.to - train)
        const isCut = options.partial && each === splits.at(-1)
        expect(stepsIn(each.test).length === tested || isCut).toBe(true)
      }
    }),
  )
})

test('without a gap and a longer step every step after the first training is tested', () => {
  const splits = rollingSplits(103, { train: 20, test: 10, partial: true })
  const tested = splits.flatMap(({ test: range }) => stepsIn(range))
  expect(tested).toEqual(stepsIn({ from: 20, to: 103 }))
  expect(rollingSplits(103, { train: 20, test: 10 })).toHaveLength(8)
})

/** Days from 2020-01-01, stamped at their ends. */
const days = BigInt64Array.from(
  { length: 731 },
  (_, day) => BigInt(Date.UTC(2020, 0, 1 + day)) * 1_000_000n,
)
const date = (step: number): string =>
  new Date(Number(days[step]! / 1_000_000n)).toISOString().slice(0, 10)

test('durations follow the calendar', () => {
  const splits = rollingSplits(days, { train: '6M', test: '1M', purge: '1w' })
  expect(splits.map(({ test: { from } }) => date(from)).slice(0, 3)).toEqual([
    '2020-07-08',
    '2020-08-08',
    '2020-09-08',
  ])
  for (const { train, test: range } of splits) {
    expect(range.from - train.to).toBe(7)
    expect(train.to - train.from).toBeGreaterThan(180)
    expect(train.to - train.from).toBeLessThan(186)
  }
  expect(splits.at(-1)?.test.to).toBe(731 - 24)
})

test('a duration that ends with the data is whole', () => {
  const splits = anchoredSplits(days, { train: '1M', test: '1M' })
  expect(splits).toHaveLength(23)
  expect(splits.at(-1)?.test).toEqual({ from: 700, to: 731 })
})

const purged = fc
  .record({
    length: fc.integer({ min: 12, max: 200 }),
    groups: fc.integer({ min: 2, max: 8 }),
    purge: fc.integer({ min: 0, max: 5 }),
    embargo: fc.integer({ min: 0, max: 5 }),
  })
  .chain((options) =>
    fc
      .integer({ min: 1, max: options.groups - 1 })
      .map((testGroups) => Object.assign({ testGroups }, options)),
  )

test('no training step is in a test, in its purge or its embargo', () => {
  fc.assert(
    fc.property(purged, ({ length, ...options }) => {
      const { purge, embargo } = options
      for (const { train, test: tested } of combinatorialSplits(length, options).splits) {
        const banned = new Set(
          tested.flatMap(({ from, to }) =>
            stepsIn({
              from: Math.max(0, from - purge),
              to: to < length ? to + purge + embargo : to,
            }),
          ),
        )
        const trained = train.flatMap(stepsIn)
        expect(trained.some((step) => banned.has(step))).toBe(false)
        const left = stepsIn({ from: 0, to: length }).filter((step) => !banned.has(step))
        expect(trained).toEqual(left)
      }
    }),
  )
})

test('there are n over k splits and k / n as many paths, each through every group once', () => {
  fc.assert(
    fc.property(purged, ({ length, ...options }) => {
      const { groups, splits, paths } = combinatorialSplits(length, options)
      const { groups: count, testGroups } = options
      let ways = 1
      for (let index = 1; index <= testGroups; index++) ways *= (count - testGroups + index) / index
      expect(splits).toHaveLength(Math.round(ways))
      expect(paths).toHaveLength(Math.round((ways * testGroups) / count))
      expect(groups.flatMap(stepsIn)).toEqual(stepsIn({ from: 0, to: length }))
      const used = paths.flatMap((path) => path.map((split, group) => `${group} ${split}`))
      expect(new Set(used).size).toBe(splits.length * testGroups)
      for (const path of paths) {
        for (const [group, split] of path.entries()) {
          expect(splits[split]?.groups).toContain(group)
        }
      }
    }),
  )
})

test('six groups of which two are tested: fifteen splits and five paths', () => {
  const { splits, paths } = combinatorialSplits(600, { groups: 6, testGroups: 2 })
  expect([splits.length, paths.length]).toEqual([15, 5])
  expect(splits[0]).toEqual({
    groups: [0, 1],
    test: [
      { from: 0, to: 100 },
      { from: 100, to: 200 },
    ],
    train: [{ from: 200, to: 600 }],
  })
})

test('folds test every step once', () => {
  const folds = purgedKFold(100, { folds: 3, purge: 2, embargo: 3 })
  expect(folds.flatMap(({ test: ranges }) => ranges.flatMap(stepsIn))).toEqual(
    stepsIn({ from: 0, to: 100 }),
  )
  expect(folds[1]?.train).toEqual([
    { from: 0, to: 31 },
    { from: 72, to: 100 },
  ])
})

const refused: readonly (readonly [string, () => unknown])[] = [
  ['no training', () => rollingSplits(100, { train: 0, test: 5 })],
  ['half a test', () => rollingSplits(100, { train: 10, test: 2.5 })],
  ['a step that tests twice', () => rollingSplits(100, { train: 10, test: 5, step: 4 })],
  ['a duration without times', () => rollingSplits(100, { train: '10d', test: 5 })],
  ['no duration', () => rollingSplits(days, { train: '10x' as Timeframe, test: 5 })],
  ['what does not fit', () => anchoredSplits(20, { train: 18, test: 5 })],
  ['a negative purge', () => anchoredSplits(20, { train: 8, test: 5, purge: -1 })],
  ['one fold', () => purgedKFold(100, { folds: 1 })],
  ['more folds than steps', () => purgedKFold(5, { folds: 6 })],
  ['all groups tested', () => combinatorialSplits(100, { groups: 4, testGroups: 4 })],
  ['too many ways', () => combinatorialSplits(100, { groups: 40, testGroups: 20 })],
]

test.each(refused)('%s: refused', (_, split) => {
  expect(split).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }))
})
