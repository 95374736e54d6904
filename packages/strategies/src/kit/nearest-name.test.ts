import fc from 'fast-check'
import { expect, test } from 'vitest'

import { nearestName } from './nearest-name.ts'

test.each([
  ['smacross', ['buy-and-hold', 'sma-cross', 'macd-trend'], 'sma-cross'],
  ['SMA-CROSS', ['sma-cross'], 'sma-cross'],
  ['slwo', ['fast', 'slow'], 'slow'],
  ['period', ['fast', 'slow'], undefined],
  ['anything', [], undefined],
])('%s among %j is %s', (name, known, expected) => {
  expect(nearestName(name, known)).toBe(expected)
})

test('a known name is the nearest to itself, and to itself less one letter', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{4,12}$/), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(names, (known) => {
      for (const name of known) expect(nearestName(name, known)).toBe(name)
      for (const name of known) expect(nearestName(name.slice(1), [name])).toBe(name)
    }),
  )
})
