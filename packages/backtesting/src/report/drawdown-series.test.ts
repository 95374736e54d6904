import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { drawdownSeries } from './drawdown-series.ts'

test('is the fall from the highest value so far', () => {
  const drawdown = drawdownSeries(Float64Array.of(100, 120, 90, 130, 65))
  expect([...drawdown]).toEqual([0, 0, 90 / 120 - 1, 0, 65 / 130 - 1])
})

test('is never positive, and equals the fall from some earlier value', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 1 }),
      (values) => {
        const drawdown = drawdownSeries(Float64Array.from(values))
        drawdown.forEach((fall, step) => {
          expect(fall).toBe(values[step]! / Math.max(...values.slice(0, step + 1)) - 1)
        })
      },
    ),
  )
})

test('is not defined before equity was ever positive', () => {
  expect([...drawdownSeries(Float64Array.of(0, -1, 5))]).toEqual([Number.NaN, Number.NaN, 0])
})
