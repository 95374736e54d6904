import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { chartGrid, onGrid } from './chart-grid.ts'

describe('the grid of a chart', () => {
  test('is every step where they fit', () => {
    expect(chartGrid(4, 4)).toEqual({ steps: Int32Array.of(0, 1, 2, 3), size: 1 })
    const column = Float64Array.of(3, 1, 2, 4)
    expect(onGrid(column, chartGrid(4, 4))).toBe(column)
  })

  test('shows the low and the high of each bucket in their order', () => {
    const column = Float64Array.of(5, 9, 1, 4, 2, 7, 3, 6)
    const grid = chartGrid(8, 6)
    expect([...grid.steps]).toEqual([0, 1, 2, 4, 5, 7])
    expect([...onGrid(column, grid)]).toEqual([5, 9, 1, 2, 7, 6])
  })

  test('leaves out what is not a number', () => {
    const column = Float64Array.of(
      1,
      Number.NaN,
      8,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      2,
    )
    expect([...onGrid(column, chartGrid(8, 6))]).toEqual([1, 8, 8, Number.NaN, Number.NaN, 2])
  })

  test('keeps the extremes and both ends in ascending steps within the limit', () => {
    const columns = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      minLength: 1,
      maxLength: 500,
    })
    fc.assert(
      fc.property(columns, fc.integer({ min: 6, max: 60 }), (values, most) => {
        const column = Float64Array.from(values)
        const grid = chartGrid(values.length, most)
        const points = onGrid(column, grid)
        expect(points.length).toBe(grid.steps.length)
        expect(points.length).toBeLessThanOrEqual(most)
        expect(grid.steps.every((step, at) => at === 0 || step > grid.steps[at - 1]!)).toBe(true)
        expect(Math.max(...points)).toBe(Math.max(...values))
        expect(Math.min(...points)).toBe(Math.min(...values))
        expect([points[0], points.at(-1)]).toEqual([values[0], values.at(-1)])
      }),
    )
  })
})
