import { expect, test } from 'vitest'

import { bars } from '../bar-source.ts'
import { sessionNumbers } from '../session-numbers.ts'
import { lookAheadBarriers } from './look-ahead-barriers.ts'
import { lookAheadReturn } from './look-ahead-return.ts'

const close = [100, 101, 112, 108]
const prices = { high: [100, 104, 113, 109], low: [99, 100, 103, 95], close }

test('a return says what came after', () => {
  const ahead = lookAheadReturn([100, 110, 55])
  expect(ahead[0]).toBeCloseTo(0.1, 12)
  expect([...ahead].slice(1)).toEqual([-0.5, Number.NaN])
})

test('the first barrier tells', () => {
  const labels = lookAheadBarriers(prices, { bars: 2, width: 0.1 })
  expect([...labels.label]).toEqual([1, 1, -1, Number.NaN])
  expect([...labels.bars]).toEqual([2, 1, 1, Number.NaN])
  const slow = lookAheadBarriers(prices, { profit: Infinity, bars: 1, width: close.map(() => 0.5) })
  expect(slow.result[0]).toBe(lookAheadReturn(close)[0])
})

test('no strategy may read them', () => {
  const declared = bars.close as unknown as Float64Array
  const fault = expect.objectContaining({ code: 'LOOK_AHEAD' }) as Error
  expect(() => lookAheadReturn(declared)).toThrow(fault)
  const columns = { high: declared, low: declared, close: declared }
  expect(() => lookAheadBarriers(columns, { width: 0.1 })).toThrow(fault)
})

test.each([0, -1, 1.5, Number.NaN])('%s bars are refused', (count) => {
  const fault = expect.objectContaining({ code: 'INVALID_PARAMETER' }) as Error
  expect(() => lookAheadReturn(close, { bars: count })).toThrow(fault)
  expect(() => lookAheadBarriers(prices, { width: 0.1, bars: count })).toThrow(fault)
})

test('a session number changes where a session begins', () => {
  const hour = 3_600_000
  const times = [0, 5, 6, 23, 24, 30].map((at) => at * hour)
  expect([...sessionNumbers(times)]).toEqual([0, 0, 0, 0, 1, 1])
  expect([...sessionNumbers(times, { offset: 6 * hour })]).toEqual([-1, -1, 0, 0, 0, 1])
  const fault = expect.objectContaining({ code: 'INVALID_PARAMETER' }) as Error
  expect(() => sessionNumbers(times, { length: 0 })).toThrow(fault)
})
