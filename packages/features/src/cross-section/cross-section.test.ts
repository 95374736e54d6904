import { expect, test } from 'vitest'

import { crossDemean } from './cross-demean.ts'
import { crossQuantile } from './cross-quantile.ts'
import { crossRank } from './cross-rank.ts'
import { crossWinsorise } from './cross-winsorise.ts'
import { crossZScore } from './cross-z-score.ts'
import type { Universe } from './universe.ts'

const universe = {
  first: Float64Array.of(10, 1),
  second: Float64Array.of(30, Number.NaN),
  third: Float64Array.of(20, 5),
  fourth: Float64Array.of(100, 9),
}
const groups = { first: 'a', second: 'a', third: 'b', fourth: 'b' }

type Name = keyof typeof universe
const rows = (made: Universe<Name>): Record<string, number[]> =>
  Object.fromEntries(Object.entries(made).map(([name, column]) => [name, [...column]]))

test('each bar is ranked by itself, and what is not there counts for nothing', () => {
  expect(rows(crossRank(universe))).toEqual({
    first: [1, 1],
    second: [3, Number.NaN],
    third: [2, 2],
    fourth: [4, 3],
  })
  const percent = rows(crossRank(universe, { percent: true }))
  expect(percent).toMatchObject({ first: [0, 0], third: [1 / 3, 0.5], fourth: [1, 1] })
})

test('groups are taken by themselves', () => {
  expect(rows(crossDemean(universe, { groups }))).toEqual({
    first: [-10, 0],
    second: [10, Number.NaN],
    third: [-40, -2],
    fourth: [40, 2],
  })
  expect(rows(crossZScore(universe, { groups }))).toEqual({
    first: [-1, 0],
    second: [1, Number.NaN],
    third: [-1, -1],
    fourth: [1, 1],
  })
})

test('ends are pulled in and parts counted', () => {
  const inner = rows(crossWinsorise(universe, { share: 1 / 3 }))
  expect(inner).toMatchObject({ first: [20, 11 / 3], third: [20, 5] })
  expect(inner['fourth']?.[0]).toBeCloseTo(30, 12)
  const parts = rows(crossQuantile(universe, { parts: 2 }))
  expect(parts).toMatchObject({ first: [0, 0], second: [1, Number.NaN], fourth: [1, 1] })
})

test.each([
  [() => crossWinsorise(universe, { share: 0.7 }), 'INVALID_PARAMETER'],
  [() => crossQuantile(universe, { parts: 1.5 }), 'INVALID_PARAMETER'],
  [() => crossRank({ a: Float64Array.of(1), b: Float64Array.of() }), 'DATA_LENGTH_MISMATCH'],
])('a fault has a code: %#', (call, code) => {
  expect(call).toThrow(expect.objectContaining({ code }))
})
