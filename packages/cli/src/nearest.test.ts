import { NeuralTraderError } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { nearest, suggestNearest } from './nearest.ts'

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

test('an error keeps its code and details', () => {
  const error = new NeuralTraderError('UNKNOWN_STRATEGY', 'No strategy is called "x"', {
    details: { strategy: 'sma-crss' },
  })
  expect(suggestNearest(error, 'sma-crss', names).toJSON()).toEqual({
    code: 'UNKNOWN_STRATEGY',
    message: 'No strategy is called "x". Did you mean sma-cross?',
    details: { strategy: 'sma-crss', suggestion: 'sma-cross' },
  })
  expect(suggestNearest(error, 'zzz', names)).toBe(error)
})
