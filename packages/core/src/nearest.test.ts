import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { nearest } from './nearest.ts'

const names = ['sma-cross', 'macd-trend', 'buy-and-hold']

test.each([
  ['sma-crss', 'sma-cross'],
  ['SMA-Cross', 'sma-cross'],
  ['smacross', 'sma-cross'],
  ['macd-trned', 'macd-trend'],
  ['buy-hold', 'buy-and-hold'],
  ['something-else', undefined],
  ['', undefined],
])('%s is meant to be %s', (word, expected) => {
  expect(nearest(word, names)).toBe(expected)
})

test('of two that are close, the closer one', () => {
  expect(nearest('fasd', ['slow', 'fest', 'fast'])).toBe('fast')
})

test('a known name is the nearest to itself, and to itself less one letter', () => {
  const lists = fc.uniqueArray(fc.stringMatching(/^[a-z]{4,12}$/), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(lists, (known) => {
      for (const name of known) expect(nearest(name, known)).toBe(name)
      for (const name of known) expect(nearest(name.slice(1), [name])).toBe(name)
    }),
  )
})
