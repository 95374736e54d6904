import { expect, test } from 'vitest'

import { crowding, dominates, fronts, ranking } from './dominance.ts'

const losses = [
  [1, 5],
  [2, 2],
  [5, 1],
  [3, 3],
  [6, 6],
  [2, 2],
]

test('one dominates where it is nowhere worse and somewhere better', () => {
  expect(dominates([1, 2], [1, 3])).toBe(true)
  expect(dominates([1, 2], [1, 2])).toBe(false)
  expect(dominates([0, 4], [1, 3])).toBe(false)
})

test('fronts, room and order of a handful', () => {
  expect(fronts(losses)).toEqual([[0, 1, 2, 5], [3], [4]])
  // From 1 to 5 in both: the neighbours of row 1 are 1 apart in the first, and 3 in the second.
  expect([...crowding([0, 1, 2], losses)]).toEqual([
    [0, Infinity],
    [1, 2],
    [2, Infinity],
  ])
  expect(ranking(losses).slice(0, 2)).toEqual([0, 2])
  expect(ranking(losses).slice(-2)).toEqual([3, 4])
  expect(ranking([[3], [1], [Infinity], [1]])).toEqual([1, 3, 0, 2])
})
