import type { InstrumentContext } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { equalWeights, topInstruments } from './universe.ts'

const scores: Readonly<Record<string, number>> = { A: 1, B: Number.NaN, C: 3, D: -Infinity, E: 3 }
const instruments = Object.keys(scores).map((id) => ({ id }) as InstrumentContext)
const top = (count: number): string[] =>
  topInstruments(instruments, count, ({ id }) => scores[id] ?? 0).map(({ id }) => id)

test('the highest scores come first, equal ones as in the data, unknown ones never', () => {
  expect(top(2)).toEqual(['C', 'E'])
  expect(top(9)).toEqual(['C', 'E', 'A', 'D'])
  expect(top(0)).toEqual([])
})

test('a count that is none is refused', () => {
  expect(() => top(1.5)).toThrow('count of 1.5: give a whole number from 0')
})

test('equal weights come to the total', () => {
  expect(equalWeights([{ id: 'A' }, { id: 'B' }])).toEqual({ A: 0.5, B: 0.5 })
  expect(equalWeights([{ id: 'A' }, { id: 'B' }], -3)).toEqual({ A: -1.5, B: -1.5 })
  expect(equalWeights([])).toEqual({})
})
