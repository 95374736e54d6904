import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { checkSpace, choice, decode, integer, real, sizeOf } from './space.ts'

const space = {
  period: integer(2, 9),
  stop: real(0.001, 0.1, { log: true }),
  kind: choice(['sma', 'ema']),
}

test('every place of the cube is a combination', () => {
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(fc.tuple(place, place, place), (point) => {
      const { period, stop, kind } = decode(space, Float64Array.from(point))
      expect(Number.isInteger(period) && Number(period) >= 2 && Number(period) <= 9).toBe(true)
      expect(Number(stop) >= 0.001 && Number(stop) <= 0.1).toBe(true)
      expect(['sma', 'ema']).toContain(kind)
    }),
  )
})

test('whole numbers are equally likely, and both ends are among them', () => {
  const values = Array.from({ length: 8 }, (_, at) =>
    Number(decode({ n: integer(2, 9) }, Float64Array.of((at + 0.5) / 8))['n']),
  )
  expect(values).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
  const middle = decode({ x: real(0.001, 0.1, { log: true }) }, Float64Array.of(0.5))['x']
  expect(Number(middle)).toBeCloseTo(0.01, 12)
  expect([integer(2, 9), real(0, 1), choice([1, 2]), real(3, 3)].map(sizeOf)).toEqual([
    8,
    Infinity,
    2,
    1,
  ])
})

test.each([
  [{}, 'The space has no parameters: give at least one'],
  [{ n: integer(3, 2) }, 'Parameter n of the space goes from 3 to 2: give the lower end first'],
  [{ n: integer(0.5, 2) }, 'Parameter n of the space goes from 0.5 to 2: give two whole numbers'],
  [
    { x: real(0, 1, { log: true }) },
    'Parameter x of the space goes from 0 to 1 by logarithms: begin above 0',
  ],
  [{ x: real(0, NaN) }, 'Parameter x of the space goes from 0 to NaN: give two finite numbers'],
  [{ k: choice([]) }, 'Parameter k of the space has no values: give at least one'],
])('%j is refused', (wrong, message) => {
  expect(() => checkSpace(wrong)).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT', message }),
  )
})
