import type { Column } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { detach, failure, plainBars } from '../test/plain-bars.ts'
import { computeColumns, computeIndicator, indicatorRegistry } from './indicators.ts'

const close: Column = { column: 'close' }
const average = (input: Column, period: number): Column => ({
  indicator: 'sma',
  inputs: [input],
  params: { period },
  output: 'value',
})

test('the registry describes every indicator, and every one can be computed as described', () => {
  const registry = indicatorRegistry()
  expect(registry.length).toBeGreaterThan(5)
  const names = registry.map(({ name }) => name)
  expect(names).toEqual(names.toSorted())
  for (const { name, meaning, inputs, params, outputs } of registry) {
    expect(meaning.length).toBeGreaterThan(10)
    const columns = inputs.map(() => columnFor(name))
    for (const { name: param, min, max, default: value } of params) {
      expect([param, min <= value && value <= max]).toEqual([param, true])
    }
    for (const { name: output } of outputs) {
      const values = computeIndicator({ name, params: {}, output }, columns)
      expect(values).toHaveLength(300)
      expect(values.at(-1)).not.toBeNaN()
    }
  }
})

/** Prices, or shares of the highest for the functions that know no value beyond 1. */
function columnFor(name: string): Float64Array {
  const { close } = plainBars(300)
  return name === 'acos' || name === 'asin' ? close.map((price) => price / 106) : close
}

test('columns come by name, those of the bars as they are', () => {
  const bars = plainBars(10)
  const { columns, firstDefined } = computeColumns({ price: close, mean: average(close, 3) }, bars)
  expect(columns.price).toBe(bars.close)
  expect(columns.mean[2]).toBe(101)
  expect(firstDefined).toBe(2)
})

test('an indicator of an indicator is the indicator of its column', () => {
  const bars = plainBars(40)
  const { columns, firstDefined } = computeColumns({ twice: average(average(close, 3), 4) }, bars)
  const once = computeIndicator({ name: 'sma', params: { period: 3 }, output: 'value' }, [
    bars.close,
  ])
  const rest = { name: 'sma', params: { period: 4 }, output: 'value' }
  const [, , ...expected] = columns.twice
  expect(expected).toEqual([...computeIndicator(rest, [once.subarray(2)])])
  expect(firstDefined).toBe(5)
})

test('a column that never has a value is defined nowhere', () => {
  expect(computeColumns({ mean: average(close, 30) }, plainBars(10)).firstDefined).toBe(10)
})

test('a wrong output, number of inputs or length has its code', () => {
  const { high, low, close } = plainBars(5)
  const atr = { name: 'atr', params: { period: 2 }, output: 'value' }
  expect(
    failure(() => computeIndicator({ ...atr, output: 'valu' }, [high, low, close])),
  ).toMatchObject({
    code: 'INVALID_PARAMETER',
    details: { indicator: 'atr', output: 'valu' },
  })
  expect(failure(() => computeIndicator(atr, [high]))).toMatchObject({
    code: 'INVALID_ARGUMENT',
    details: { indicator: 'atr' },
  })
  expect(failure(() => computeIndicator(atr, [high, low.subarray(1), close]))).toMatchObject({
    code: 'DATA_LENGTH_MISMATCH',
    details: { indicator: 'atr', column: 'low' },
  })
})

test('a detached column has no values to compute from', () => {
  const bars = plainBars(5)
  detach(bars.close)
  expect(failure(() => computeColumns({ mean: average(close, 3) }, bars)).code).toBe(
    'DATA_LENGTH_MISMATCH',
  )
  const call = { name: 'sma', params: { period: 2 }, output: 'value' }
  expect(computeIndicator(call, [bars.close])).toHaveLength(0)
})
