import { seededRandom } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { samplerOf, type SearchMethod } from './method.ts'
import type { Tried } from './sampler.ts'
import { choice, decode, integer, real, type Combination, type Space } from './space.ts'

/** Losses of what a sampler tries, in order. */
function tried(
  method: SearchMethod,
  space: Space,
  loss: (params: Combination) => readonly number[],
  { trials = 200, seed = 1 } = {},
): readonly Tried[] {
  const random = seededRandom(seed)
  const dimensions = Object.values(space)
  const objectives = loss(decode(space, new Float64Array(dimensions.length))).length
  const sampler = samplerOf(method, { dimensions, objectives, random, trials })
  const all: Tried[] = []
  while (all.length < trials) {
    const news = sampler.ask().map((point) => ({ point, losses: loss(decode(space, point)) }))
    sampler.tell(news)
    all.push(...news)
  }
  return all
}

const least = (all: readonly Tried[]): number =>
  Math.min(...all.map(({ losses: [loss = Infinity] }) => loss))

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

const seeds = Array.from({ length: 15 }, (_, at) => at + 1)
const plane = { x: real(-5, 5), y: real(-5, 5) }
const bowl = ({ x, y }: Combination): readonly number[] => [
  (Number(x) - 1.3) ** 2 + (Number(y) + 2.1) ** 2,
]
const mixed = {
  n: integer(1, 200),
  rate: real(1e-4, 1, { log: true }),
  kind: choice(['a', 'b', 'c']),
}
const rough = ({ n, rate, kind }: Combination): readonly number[] => [
  Math.abs(Number(n) - 57) / 20 + Math.abs(Math.log10(Number(rate)) + 2) + (kind === 'b' ? 0 : 2),
]

test.each(['tpe', 'genetic', 'cma-es'] as const)('%s beats random draws on a bowl', (method) => {
  const of = (each: SearchMethod) =>
    median(seeds.map((seed) => least(tried(each, plane, bowl, { seed }))))
  expect(of(method)).toBeLessThan(of('random') / 5)
})

test.each(['tpe', 'genetic'] as const)('%s beats random draws on mixed parameters', (method) => {
  const of = (each: SearchMethod) =>
    median(seeds.map((seed) => least(tried(each, mixed, rough, { seed }))))
  expect(of(method)).toBeLessThan(of('random') * 0.7)
})

test('cma-es follows a bent valley to its end', () => {
  const valley = ({ x, y }: Combination): readonly number[] => {
    const [a, b] = [Number(x), Number(y)]
    return [(1 - a) ** 2 + 100 * (b - a * a) ** 2]
  }
  const found = least(tried('cma-es', plane, valley, { trials: 1500 }))
  expect(found).toBeLessThan(1e-10)
})

test('genetic spreads over the front of two objectives', () => {
  const cube = Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`x${at}`, real(0, 1)]))
  const losses = (params: Combination): readonly number[] => {
    const [x = 0, ...rest] = Object.values(params).map(Number)
    const g = 1 + (9 * rest.reduce((sum, value) => sum + value, 0)) / rest.length
    return [x, g * (1 - Math.sqrt(x / g))]
  }
  const last = tried('genetic', cube, losses, { trials: 4000 }).slice(-40)
  // On the front itself the second loss is 1 less the root of the first.
  const away = last.map(({ losses: [a = 0, b = 0] }) => b - (1 - Math.sqrt(a)))
  expect(median(away)).toBeLessThan(0.05)
  const firsts = last.map(({ losses: [a = 0] }) => a)
  expect(Math.max(...firsts) - Math.min(...firsts)).toBeGreaterThan(0.8)
})

test.each(['tpe', 'genetic', 'cma-es', 'random'] as const)('%s repeats by its seed', (method) => {
  const points = (seed: number) =>
    tried(method, plane, bowl, { trials: 60, seed }).map(({ point }) => Array.from(point))
  expect(points(7)).toEqual(points(7))
  expect(points(7)).not.toEqual(points(8))
})

test('infinite losses everywhere do no harm', () => {
  for (const method of ['tpe', 'genetic', 'cma-es'] as const) {
    const all = tried(method, plane, () => [Infinity], { trials: 100 })
    for (const { point } of all) {
      expect([...point].every((place) => place >= 0 && place < 1)).toBe(true)
    }
  }
})
