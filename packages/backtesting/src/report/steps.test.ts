import { expect, test } from 'vitest'

import { firstStepAfter, warmUpSteps } from './steps.ts'

const time = BigInt64Array.of(1_000_000n, 2_500_000n, 4_000_000n)

test('the first step after a moment', () => {
  expect([0n, 1_000_000n, 2_500_001n, 4_000_000n].map((at) => firstStepAfter(time, at))).toEqual([
    0, 1, 2, 3,
  ])
})

test('the steps before the measures begin, whose start is in whole milliseconds', () => {
  expect([1, 2, 4, Number.NaN].map((start) => warmUpSteps(time, start))).toEqual([0, 1, 2, 0])
})
