import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countDecimals } from './decimals.ts'

test.each([
  [[1, 2, 300], 0],
  [[1.5, 2.25], 2],
  [[100.1, 0.00000001], 8],
  [[1469.25, 1438.359985], 6],
  [[1e300], 0],
  [[], 0],
])('%j uses %i decimals', (values, decimals) => {
  expect(countDecimals(Float64Array.from(values))).toEqual({ decimals, finer: 0, finerRows: [] })
})

test('values that need more than nine are counted', () => {
  expect(countDecimals(Float64Array.of(1 / 3, 0.5, 1e-10, NaN))).toEqual({
    decimals: 9,
    finer: 2,
    finerRows: [0, 2],
  })
})

test('agrees with the digits of the text', () => {
  const written = fc.tuple(fc.nat({ max: 999_999 }), fc.stringMatching(/^\d{0,8}[1-9]$/))
  fc.assert(
    fc.property(written, ([whole, digits]) => {
      expect(countDecimals(Float64Array.of(Number(`${whole}.${digits}`))).decimals).toBe(
        digits.length,
      )
    }),
  )
})
