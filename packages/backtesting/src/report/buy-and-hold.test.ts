import { expect, test } from 'vitest'

import { buyAndHoldEquity } from './buy-and-hold.ts'

test('grows with the close of the instrument', () => {
  expect([...buyAndHoldEquity([Float64Array.of(50, 75, 25)], 1000)]).toEqual([1000, 1500, 500])
})

test('divides the cash, waits for a first close and keeps the last one', () => {
  const early = Float64Array.of(10, 20, Number.NaN)
  const late = Float64Array.of(Number.NaN, 5, 10)
  expect([...buyAndHoldEquity([early, late], 1000)]).toEqual([1000, 1500, 2000])
})
