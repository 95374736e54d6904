import { NeuralTraderError } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { suggestNearest } from './suggest-nearest.ts'

const names = ['sma-cross', 'macd-trend', 'buy-and-hold']

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
