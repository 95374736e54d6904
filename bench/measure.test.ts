import { expect, test } from 'vitest'
import { measure, median } from './measure.ts'

/** Gives the values one after another, the first of which is the discarded warm-up. */
function sequence(...values: number[]): () => Promise<number> {
  let next = 0
  return async () => values[next++]!
}

test('the median of an odd and of an even number of values', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

test('the warm-up is discarded and the figure is the median of the runs', async () => {
  const bench = {
    name: 'a',
    unit: 'bars/s',
    higherIsBetter: true,
    runs: 3,
    run: sequence(1000, 3, 1, 2),
  }
  expect(await measure(bench, 'a.bench.ts')).toEqual({
    name: 'a',
    unit: 'bars/s',
    value: 2,
    runs: [3, 1, 2],
    script: 'a.bench.ts',
  })
})

test.each([
  { higherIsBetter: true, ratio: 0.5 },
  { higherIsBetter: false, ratio: 2 },
])('a ratio above 1 means ours is better: $higherIsBetter', async ({ higherIsBetter, ratio }) => {
  const peer = { name: 'rival', version: '1.0.0', run: sequence(0, 4) }
  const bench = { name: 'b', unit: 'ns', higherIsBetter, runs: 1, run: sequence(0, 2), peer }
  const result = await measure(bench, 'b.bench.ts')
  expect(result.ratio).toBe(ratio)
  expect(result.peer).toEqual({ name: 'rival', version: '1.0.0', value: 4 })
})
