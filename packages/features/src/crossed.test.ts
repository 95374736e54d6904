import type { Condition, Values } from '@neural-trader/core'
import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'

import { bars } from './bar-source.ts'
import { crossedAbove, crossedBelow } from './crossed.ts'
import { sma } from './generated/overlap.ts'

/** A view of two bars: the one before, and the one in hand. */
function view(before: number, now: number): Values {
  return { value: now, at: (barsAgo) => (barsAgo === 0 ? now : before) }
}

type Case = {
  readonly left: readonly [number, number]
  readonly right: readonly [number, number]
  readonly crossed: boolean
}

const above: readonly Case[] = [
  { left: [1, 3], right: [2, 2], crossed: true },
  { left: [2, 3], right: [2, 2], crossed: true },
  { left: [3, 4], right: [2, 2], crossed: false },
  { left: [1, 2], right: [2, 2], crossed: false },
  { left: [1, 3], right: [0, 2], crossed: false },
  { left: [2, 2], right: [3, 1], crossed: true },
  { left: [Number.NaN, 3], right: [2, 2], crossed: false },
  { left: [1, Number.NaN], right: [2, 2], crossed: false },
  { left: [1, 3], right: [Number.NaN, 2], crossed: false },
  { left: [1, 3], right: [2, Number.NaN], crossed: false },
]

test.each(above)('$left crosses above $right: $crossed', ({ left, right, crossed }) => {
  expect(crossedAbove(view(...left), view(...right))).toBe(crossed)
  expect(crossedBelow(view(...right), view(...left))).toBe(crossed)
})

test('a level is a view that does not move', () => {
  const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(Number.NaN))
  fc.assert(
    fc.property(number, number, number, (before, now, level) => {
      const left = view(before, now)
      expect(crossedAbove(left, level)).toBe(crossedAbove(left, view(level, level)))
      expect(crossedBelow(left, level)).toBe(crossedBelow(left, view(level, level)))
    }),
  )
})

test('below is above in the mirror, and never both', () => {
  const number = fc.integer({ min: -3, max: 3 })
  fc.assert(
    fc.property(number, number, number, (before, now, level) => {
      const crossed = crossedBelow(view(before, now), level)
      expect(crossed).toBe(crossedAbove(view(-before, -now), -level))
      expect(crossed && crossedAbove(view(before, now), level)).toBe(false)
    }),
  )
})

test('over declared columns it is a condition, plain data', () => {
  const average = sma(bars.close, { period: 5 })
  expect(crossedAbove(bars.close, average)).toEqual({
    op: 'crossedAbove',
    left: { column: 'close' },
    right: average,
  })
  expect(crossedBelow(average, 30)).toEqual({ op: 'crossedBelow', left: average, right: 30 })
})

test('the types follow the sides', () => {
  expectTypeOf(crossedAbove(view(1, 2), 3)).toEqualTypeOf<boolean>()
  expectTypeOf(crossedBelow(view(1, 2), view(2, 1))).toEqualTypeOf<boolean>()
  expectTypeOf(crossedAbove(bars.close, 3)).toEqualTypeOf<Condition>()
  expectTypeOf(crossedBelow(bars.close, bars.open)).toEqualTypeOf<Condition>()
  // @ts-expect-error a view has no meaning in a condition
  expect(crossedAbove(bars.close, view(1, 2))).toHaveProperty('op', 'crossedAbove')
})
