import { barColumns, type Bars } from '@neural-trader/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { detach, detachAll, failure, plainBars } from '../test/plain-bars.ts'
import { inspectBars } from './inspect-bars.ts'

/** One way to spoil a row, the code it has to get, and the column at fault where there is one. */
const faults: readonly [string, (bars: Bars, row: number) => void, string?][] = [
  ['DATA_NOT_FINITE', (bars, row) => (bars.close[row] = Number.NaN), 'close'],
  ['DATA_NOT_FINITE', (bars, row) => (bars.open[row] = Number.NaN), 'open'],
  ['DATA_NOT_FINITE', (bars, row) => (bars.high[row] = Infinity), 'high'],
  ['DATA_NOT_FINITE', (bars, row) => (bars.low[row] = -Infinity), 'low'],
  ['DATA_NOT_FINITE', (bars, row) => (bars.volume[row] = Number.NaN), 'volume'],
  ['DATA_NOT_POSITIVE', (bars, row) => (bars.low[row] = -1), 'low'],
  ['DATA_NOT_POSITIVE', (bars, row) => (bars.low[row] = 0), 'low'],
  ['DATA_NOT_POSITIVE', (bars, row) => (bars.volume[row] = -1), 'volume'],
  ['DATA_CROSSED_PRICES', (bars, row) => (bars.high[row] = bars.low[row]! - 1)],
  ['DATA_CROSSED_PRICES', (bars, row) => (bars.close[row] = bars.high[row]! + 1)],
  ['DATA_CROSSED_PRICES', (bars, row) => (bars.open[row] = bars.low[row]! - 1)],
  ['DATA_DUPLICATE_TIME', (bars, row) => (bars.time[row] = bars.time[row - 1]!)],
  ['DATA_UNSORTED', (bars, row) => (bars.time[row] = bars.time[row - 1]! - 1n)],
]

test.each(faults)('%s names the first row at fault', (code, spoil, column) => {
  const rows = fc
    .integer({ min: 2, max: 80 })
    .chain((length) => fc.tuple(fc.constant(length), fc.integer({ min: 1, max: length - 1 })))
  fc.assert(
    fc.property(rows, ([length, row]) => {
      const bars = plainBars(length)
      spoil(bars, row)
      const error = failure(() => inspectBars(bars))
      expect(error.code).toBe(code)
      expect(error.message).toMatch(new RegExp(`\\brow ${row}\\b`))
      expect(Number(error.details['row'])).toBe(row)
      expect(error.details['column']).toBe(column)
    }),
  )
})

test('of several faults the first row is named', () => {
  const bars = plainBars(10)
  bars.close[7] = Number.NaN
  bars.low[4] = -1
  expect(failure(() => inspectBars(bars))).toMatchObject({ code: 'DATA_NOT_POSITIVE' })
})

test('no bars are refused', () => {
  expect(failure(() => inspectBars(plainBars(0))).code).toBe('DATA_EMPTY')
})

test.each(barColumns)('a column %s of another length is refused, naming it', (name) => {
  const error = failure(() => inspectBars({ ...plainBars(5), [name]: new Float64Array(4) }))
  expect(error.code).toBe('DATA_LENGTH_MISMATCH')
  expect(error.message).toContain(`column ${name} has 4 values for 5 times`)
  expect(error.details['column']).toBe(name)
})

test.each([
  [[100, 101], 2],
  [[100.125, 101], 3],
  [[0.000_000_001, 101], 9],
])('closes %j need their decimals', (closes, decimals) => {
  const column = (): Float64Array => Float64Array.from(closes)
  const bars = { ...plainBars(2), open: column(), high: column(), low: column(), close: column() }
  bars.high[1] = 101.25
  expect(inspectBars(bars)).toBe(decimals)
})

test('the answer is kept while the bars have their memory, and not longer', () => {
  const bars = plainBars(1_000_000)
  const first = performance.now()
  inspectBars(bars)
  const second = performance.now()
  for (let again = 0; again < 100; again += 1) inspectBars(bars)
  expect(performance.now() - second).toBeLessThan(second - first)
  detachAll(bars)
  expect(failure(() => inspectBars(bars)).code).toBe('DATA_EMPTY')
})

test('a detached column is a fault of the data', () => {
  for (const name of barColumns) {
    const bars = plainBars(5)
    detach(bars[name])
    expect(failure(() => inspectBars(bars)).code).toBe('DATA_LENGTH_MISMATCH')
  }
  const bars = plainBars(5)
  detach(bars.time)
  expect(failure(() => inspectBars(bars)).code).toBe('DATA_EMPTY')
})

test('columns of another type are refused', () => {
  const arrays = { ...plainBars(3), close: [1, 2, 3] } as unknown as Bars
  const narrow = { ...plainBars(3), close: new Float32Array(3) } as unknown as Bars
  const { close: _, ...missing } = plainBars(3)
  for (const bars of [arrays, narrow, missing as Bars]) {
    expect(failure(() => inspectBars(bars)).code).toBe('INVALID_ARGUMENT')
  }
})
