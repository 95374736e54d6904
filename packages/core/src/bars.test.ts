import fc from 'fast-check'
import { expect, test } from 'vitest'

import { barColumns, sliceBars, type Bars } from './bars.ts'
import { NeuralTraderError } from './error.ts'

function barsOf(length: number): Bars {
  const column = (base: number): Float64Array =>
    Float64Array.from({ length }, (_, row) => base + row)
  return {
    instrument: 'TEST.XNAS',
    timeframe: '1d',
    time: BigInt64Array.from({ length }, (_, row) => BigInt(row + 1)),
    open: column(100),
    high: column(300),
    low: column(50),
    close: column(200),
    volume: column(0),
  }
}

test('a slice is the rows from start to end, in every column', () => {
  const cases = fc
    .nat({ max: 40 })
    .chain((length) =>
      fc.tuple(fc.constant(length), fc.nat({ max: length }), fc.nat({ max: length })),
    )
  fc.assert(
    fc.property(cases, ([length, one, other]) => {
      const bars = barsOf(length)
      const [start, end] = one <= other ? [one, other] : [other, one]
      const slice = sliceBars(bars, start, end)
      expect(slice.time).toEqual(bars.time.slice(start, end))
      for (const name of barColumns) expect(slice[name]).toEqual(bars[name].slice(start, end))
    }),
  )
})

test('a slice is a view on the same memory, of the same instrument', () => {
  const bars = barsOf(10)
  const slice = sliceBars(bars, 4)
  expect(slice).toMatchObject({ instrument: 'TEST.XNAS', timeframe: '1d' })
  expect(slice.time).toHaveLength(6)
  for (const name of barColumns) expect(slice[name].buffer).toBe(bars[name].buffer)
})

test.each([
  [-1, 5],
  [0, 11],
  [6, 5],
  [0.5, 5],
  [0, Number.NaN],
  [11, undefined],
])('rows %s to %s of 10 are refused, naming them', (start, end) => {
  let thrown: unknown
  try {
    sliceBars(barsOf(10), start, end)
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(NeuralTraderError)
  const { code, message, details } = thrown as NeuralTraderError
  expect(code).toBe('INVALID_ARGUMENT')
  expect(message).toContain(`Rows ${start} to ${end ?? 10} are not within a series of 10 bars`)
  expect(details).toEqual({ start, end: end ?? 10, length: 10 })
})
