import { NeuralTraderError } from '@neural-trader/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { combination, combinationsOf } from './combinations.ts'
import { grid, zip, type Combination, type SweepSpace } from './sweep-space.ts'
import { range } from './range.ts'
import { random, sobol } from './sampled-space.ts'
import { sobolDimensions, sobolPoints } from './sobol-points.ts'

function rowsOf(space: SweepSpace, where?: (params: Combination) => boolean): Combination[] {
  const all = combinationsOf(space, where)
  return Array.from({ length: all.rows }, (_, row) => combination(all, row))
}

function refusal(make: () => unknown): NeuralTraderError {
  try {
    make()
  } catch (error) {
    if (error instanceof NeuralTraderError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

test('a range has both ends, and fractions do not drift', () => {
  expect(range(2, 5)).toEqual([2, 3, 4, 5])
  expect(range(20, 200, 90)).toEqual([20, 110, 200])
  expect(range(0, 1, 0.4)).toEqual([0, 0.4, 0.8])
  expect(range(0.1, 0.5, 0.1)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5])
  expect(refusal(() => range(5, 2)).message).toContain('from 5 to 2')
  expect(refusal(() => range(0, 2, 0)).code).toBe('INVALID_ARGUMENT')
})

test('a grid has every combination, the last parameter varying fastest', () => {
  expect(rowsOf(grid({ a: [1, 2], b: [true, false], c: [7] }))).toEqual([
    { a: 1, b: true, c: 7 },
    { a: 1, b: false, c: 7 },
    { a: 2, b: true, c: 7 },
    { a: 2, b: false, c: 7 },
  ])
})

test('zip goes row by row, and a constraint leaves rows out', () => {
  const space = zip({ a: [1, 2, 3], b: [3, 2, 1] })
  expect(rowsOf(space)).toEqual([
    { a: 1, b: 3 },
    { a: 2, b: 2 },
    { a: 3, b: 1 },
  ])
  expect(rowsOf(space, ({ a, b }) => Number(a) < Number(b))).toEqual([{ a: 1, b: 3 }])
})

test('random draws the same for the same seed, within its axes', () => {
  const draw = (seed: number): Combination[] =>
    rowsOf(
      random(
        {
          n: { from: 2, to: 9, whole: true },
          x: { from: 0.001, to: 10, logarithmic: true },
          f: [true, false],
        },
        { count: 500, seed },
      ),
    )
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
  const rows = draw(3)
  expect(new Set(rows.map(({ n }) => n))).toEqual(new Set([2, 3, 4, 5, 6, 7, 8, 9]))
  const small = rows.filter(({ x }) => Number(x) < 0.1).length
  expect(small / rows.length).toBeGreaterThan(0.4)
  for (const { x } of rows) expect(Number(x) >= 0.001 && Number(x) <= 10).toBe(true)
})

test('combinations that are drawn again are left out', () => {
  const space = random({ n: { from: 1, to: 3, whole: true } }, { count: 100 })
  expect(space.size).toBe(3)
  expect(new Set(rowsOf(space).map(({ n }) => n)).size).toBe(3)
})

describe('Sobol points', () => {
  test('the first of all in two dimensions', () => {
    const [x, y] = sobolPoints(2, 5)
    expect([...x!]).toEqual([0.5, 0.75, 0.25, 0.375, 0.875])
    expect([...y!]).toEqual([0.5, 0.25, 0.75, 0.375, 0.875])
  })

  test('with the origin each interval of a power of two has one, in every dimension', () => {
    for (const points of sobolPoints(sobolDimensions, 1_023)) {
      const cells = new Set([0, ...Array.from(points, (point) => Math.floor(point * 1_024))])
      expect(cells.size).toBe(1_024)
    }
  })

  test('they fill a square more evenly than random numbers', () => {
    const [x, y] = sobolPoints(2, 1_023)
    const cells = new Set(
      Array.from(x!, (_, i) => Math.floor(x![i]! * 32) * 32 + Math.floor(y![i]! * 32)),
    )
    expect(cells.size).toBeGreaterThanOrEqual(1_023)
  })

  test('a space of them', () => {
    const space = sobol(
      { n: { from: 1, to: 100, whole: true }, s: { from: 0, to: 1 } },
      { count: 64 },
    )
    expect(space.size).toBe(64)
    expect(rowsOf(space)[0]).toEqual({ n: 51, s: 0.5 })
  })
})

test.each([
  [() => grid({}), 'no parameter'],
  [() => grid({ a: [] }), 'Parameter "a" has no values'],
  [() => grid({ a: [1, Number.NaN] }), 'has the value NaN'],
  [() => grid({ a: [1, '2' as unknown as number] }), 'has the value 2'],
  [() => grid({ a: [1, 2, 1] }), 'the value 1 twice'],
  [() => grid({ a: range(1, 4_000), b: range(1, 4_000) }), '16000000 combinations'],
  [() => zip({ a: [1, 2], b: [1] }), '"b" has 1 values and "a" 2'],
  [() => zip({ a: [1, 1], b: [2, 2] }), 'a 1, b 2 is given twice'],
  [() => random({ a: { from: 2, to: 1 } }, { count: 5 }), 'from 2 to 1'],
  [() => random({ a: { from: 0, to: 1, logarithmic: true } }, { count: 5 }), 'from 0 to 1'],
  [() => random({ a: [1, 2] }, { count: 0 }), 'count is 0'],
  [() => random({ a: [1, 2] }, { count: 2, seed: 0.5 }), 'seed is 0.5'],
  [() => sobol({ a: [1, 2] }, { count: 2e7 }), '20000000 combinations'],
])('%s is refused', (make, words) => {
  const error = refusal(make)
  expect(error.code).toBe('INVALID_ARGUMENT')
  expect(error.message).toContain(words)
})

test('a constraint that leaves nothing is refused', () => {
  const error = refusal(() => combinationsOf(grid({ a: [1, 2] }), () => false))
  expect(error.message).toContain('None of the 2 combinations')
})

test('every row of a grid is another combination', () => {
  const axis = fc.uniqueArray(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-d]$/), axis, { minKeys: 1 }), (axes) => {
      const rows = rowsOf(grid(axes))
      const size = Object.values(axes).reduce((product, values) => product * values.length, 1)
      expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(size)
      for (const row of rows) for (const name in row) expect(axes[name]).toContain(row[name])
    }),
  )
})
