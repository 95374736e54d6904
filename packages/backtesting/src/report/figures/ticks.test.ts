import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { logTicks, numberTicks, timeTicks } from './ticks.ts'

test('round numbers within the range', () => {
  expect(numberTicks(0, 10, 5)).toEqual([0, 2, 4, 6, 8, 10])
  expect(numberTicks(-0.42, 0, 4)).toEqual([-0.4, -0.2, 0])
  expect(numberTicks(3, 3, 5)).toEqual([3])
  expect(logTicks(0.4, 30, 5)).toEqual([0.5, 1, 2, 5, 10, 20])
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      (low, span) => {
        const ticks = numberTicks(low, low + span, 5)
        expect(ticks.length).toBeLessThan(8)
        for (const tick of ticks) {
          expect(tick >= low - span * 1e-6 && tick <= low + span * (1 + 1e-6)).toBe(true)
        }
      },
    ),
  )
})

test.each([
  ['2000-01-03', '2020-04-17', ['2000', '2005', '2010', '2015', '2020']],
  ['2019-11-20', '2020-04-17', ['2019-12', '2020-01', '2020-02', '2020-03', '2020-04']],
  ['2020-01-01T10:00', '2020-01-01T13:30', ['10:00', '11:00', '12:00', '13:00']],
  ['2020-01-01', '2020-01-04', ['01-01', '01-02', '01-03', '01-04']],
])('beginnings from %s to %s', (first, last, labels) => {
  const at = (text: string) => Date.parse(text.includes('T') ? `${text}:00Z` : text)
  const ticks = timeTicks(at(first), at(last), 7).map(({ label }) => label)
  expect(ticks.filter((label) => labels.includes(label))).toEqual(ticks)
  expect(ticks.length).toBeGreaterThan(1)
})
