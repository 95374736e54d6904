import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { encodeNumbers, encodeTimes } from './encode-column.ts'

const client = (await import(new URL('client/report-data.js', import.meta.url).href)) as {
  decodeTimes: (encoded: unknown, length: number) => Float64Array
}

test('daily times are whole days apart', () => {
  const day = 86_400_000
  expect(encodeTimes(Float64Array.of(day, 2 * day, 5 * day))).toEqual({
    start: day,
    unit: day,
    gaps: [1, 3],
  })
})

test('the page decodes the times that were encoded', () => {
  const times = fc.array(fc.integer({ min: -1e13, max: 1e13 }))
  fc.assert(
    fc.property(times, (values) => {
      const column = Float64Array.from(values)
      const sent: unknown = JSON.parse(JSON.stringify(encodeTimes(column)))
      expect(client.decodeTimes(sent, column.length)).toEqual(column)
    }),
  )
})

test('numbers keep nine digits; what is not finite is null', () => {
  const column = Float64Array.of(1 / 3, 12_345_678_901, Number.NaN, Infinity, -0.1)
  expect(encodeNumbers(column)).toEqual([0.333333333, 12_345_678_901, null, null, -0.1])
})
