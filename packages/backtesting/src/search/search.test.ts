import { syntheticBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'
import { expect, expectTypeOf, test } from 'vitest'

import { backtest } from '../backtest.ts'
import { search, type SearchOptions } from './search.ts'
import { choice, integer } from './space.ts'

const data = syntheticBars({ bars: 600, seed: 11, timeframe: '1d' })
const space = { fast: integer(2, 12), slow: integer(13, 40) }
const common = { data, strategy: smaCross, space, cash: 10_000, feeRate: 0.001 } as const

test('finds what trying everything finds, with fewer trials, and says how many', async () => {
  const objective = 'totalReturn'
  const all = await search({ ...common, objective, method: 'random', trials: 11 * 28 })
  expect(all).toMatchObject({ trialCount: 308, ended: 'trials' })
  const values = all.trials.map((trial) => trial.values['totalReturn'] ?? -Infinity)
  expect(all.best?.values['totalReturn']).toBe(Math.max(...values))
  const found = await search({ ...common, objective, trials: 100, seed: 3 })
  expect(found.trialCount).toBe(100)
  const rank = values.filter((value) => value > (found.best?.values['totalReturn'] ?? 0)).length
  expect(rank).toBeLessThan(6)
})

test('a trial is the backtest of its combination', async () => {
  const { trials, best } = await search({ ...common, objective: 'sharpeRatio', trials: 20 })
  expect(new Set(trials.map(({ params }) => JSON.stringify(params))).size).toBe(20)
  expectTypeOf(best!.params.fast).toEqualTypeOf<number>()
  for (const { params, values } of trials.slice(0, 3)) {
    const rules = { cash: common.cash, feeRate: common.feeRate }
    const { measures } = await backtest({ ...rules, data, strategy: smaCross(params) })
    expect(values).toEqual({ sharpeRatio: measures.sharpeRatio })
  }
})

test('two objectives give a front that nothing beats', async () => {
  const { front, trials, best } = await search({
    ...common,
    objective: ['totalReturn', { minimise: 'annualVolatility' }],
    method: 'genetic',
    trials: 120,
  })
  const beats = (a: Record<string, number>, b: Record<string, number>) =>
    a['totalReturn']! >= b['totalReturn']! &&
    a['annualVolatility']! <= b['annualVolatility']! &&
    (a['totalReturn'] !== b['totalReturn'] || a['annualVolatility'] !== b['annualVolatility'])
  expect(front.length).toBeGreaterThan(1)
  expect(front).toContainEqual(best)
  for (const { values } of front) {
    expect(trials.filter((other) => beats(other.values, values))).toEqual([])
  }
})

test('what makes no sense is not tried, a small space is exhausted, patience ends', async () => {
  const narrow = { fast: integer(2, 5), slow: integer(3, 6) }
  const tried = await search({
    ...common,
    space: narrow,
    where: ({ fast, slow }) => fast < slow,
    objective: 'totalReturn',
    trials: 50,
  })
  expect(tried).toMatchObject({ trialCount: 10, ended: 'exhausted' })
  expect(tried.trials.every(({ params }) => params.fast < params.slow)).toBe(true)
  const patient = await search({ ...common, objective: 'totalReturn', trials: 300, patience: 25 })
  expect(patient.ended).toBe('patience')
  expect(patient.trialCount).toBeLessThan(300)
})

test('halving gives most up on a part of the bars, and the best has seen all of them', async () => {
  const { trials, best } = await search({
    ...common,
    objective: 'totalReturn',
    method: 'halving',
    trials: 27,
  })
  const shares = trials.map(({ share }) => share).toSorted((a, b) => a - b)
  expect(shares).toEqual([...Array(18).fill(1 / 9), ...Array(6).fill(1 / 3), 1, 1, 1])
  expect(best?.share).toBe(1)
})

test('the same seed finds the same, and progress is told', async () => {
  const made: number[] = []
  const options = { ...common, objective: 'totalReturn', trials: 30 } as const
  const first = await search({ ...options, onProgress: (count) => made.push(count) })
  expect(await search(options)).toEqual(first)
  expect(made.at(-1)).toBe(30)
  expect(made).toEqual(made.toSorted((a, b) => a - b))
})

test.each<[Partial<SearchOptions<typeof space>>, string]>([
  [{ trials: 0 }, 'Option trials is 0: give a whole number from 1'],
  [{ patience: 1.5 }, 'Option patience is 1.5: give a whole number from 1'],
  [
    { method: 'grid' as 'tpe' },
    'Option method is grid: give tpe or genetic or cma-es or random or halving',
  ],
  [{ objective: [] }, 'Option objective is []: give one measure or more, each once'],
  [
    { method: 'cma-es', objective: ['totalReturn', 'sharpeRatio'] },
    'Method cma-es cannot search here: it takes one objective: give tpe or genetic',
  ],
])('%j is refused', async (wrong, message) => {
  const options = { ...common, objective: 'totalReturn', trials: 5, ...wrong } as const
  await expect(search(options)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT', message })
})

test('a measure that does not exist, a choice for cma-es, and an abort', async () => {
  const objective = 'sharp' as 'sharpeRatio'
  await expect(search({ ...common, objective, trials: 2 })).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringContaining('There is no measure sharp') as string,
  })
  const kinds = { ...space, kind: choice(['a', 'b']) }
  const strategy = ({ fast, slow }: { fast: number; slow: number }) => smaCross({ fast, slow })
  await expect(
    search({
      ...common,
      space: kinds,
      strategy,
      objective: 'totalReturn',
      method: 'cma-es',
      trials: 2,
    }),
  ).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
  const signal = AbortSignal.abort()
  await expect(
    search({ ...common, objective: 'totalReturn', trials: 2, signal }),
  ).rejects.toMatchObject({ code: 'CANCELLED' })
})
