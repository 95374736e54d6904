import { bars } from '@neural-trader/features'
import { expect, test } from 'vitest'

import { above, and, below, isFlat, isLong, isShort, not, or, when } from './rules.ts'

test('conditions and rules are plain data', () => {
  const condition = or(and(isFlat, above(bars.close, bars.open)), not(below(bars.volume, 100)))
  expect(when(condition, 0.5, { stopLoss: 0.1, takeProfit: 0.2 })).toEqual({
    when: {
      op: 'or',
      conditions: [
        {
          op: 'and',
          conditions: [
            { op: 'position', is: 'flat' },
            { op: 'above', left: { column: 'close' }, right: { column: 'open' } },
          ],
        },
        { op: 'not', condition: { op: 'below', left: { column: 'volume' }, right: 100 } },
      ],
    },
    then: { targetPercent: 0.5, stopLoss: 0.1, takeProfit: 0.2 },
  })
  expect([isLong, isShort]).toEqual([
    { op: 'position', is: 'long' },
    { op: 'position', is: 'short' },
  ])
})
