import { NeuralTraderError } from '@neural-trader/core'
import { syntheticBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { crossOnBar } from '../../test/sweep-module.ts'
import { grid } from './sweep-space.ts'
import { range } from './range.ts'
import { sweep } from './sweep.ts'

const data = syntheticBars({
  seed: 5,
  bars: 800,
  timeframe: '1d',
  price: 50,
  volatility: 0.4,
  tick: 0.05,
})
const module = new URL('../../test/sweep-module.ts', import.meta.url)
const params = grid({ fast: range(2, 6), slow: range(4, 12, 2) })
const options = { data, params, feeRate: 0.001 }

async function failure(run: Promise<unknown>): Promise<unknown> {
  return await run.then(
    () => undefined,
    (error: unknown) => error,
  )
}

test('a TypeScript strategy has the numbers of its declarative twin, here and on workers', async () => {
  const declarative = await sweep({ ...options, strategy: smaCross })
  const here = await sweep({ ...options, strategy: crossOnBar })
  const two = await sweep({ ...options, strategy: { module, export: 'crossOnBar' }, threads: 2 })
  const one = await sweep({ ...options, strategy: { module }, threads: 1 })
  expect(here.strategy).toEqual({ name: 'cross-on-bar', form: 'typescript' })
  for (const table of [here, two, one]) {
    expect(table.measures).toEqual(declarative.measures)
    expect(table.failures.map(({ row }) => row)).toEqual(declarative.failures.map(({ row }) => row))
  }
  const { measures } = await two.detail(1)
  expect({ ...measures }).toEqual(two.row(1).measures)
})

test('a combination that throws in a worker is a failure, and the others go on', async () => {
  const bad = grid({ bad: [-1, 100, -2] })
  const table = await sweep({ data, params: bad, strategy: { module }, threads: 2 })
  expect(table.failures).toMatchObject([{ row: 1, code: 'STRATEGY_FAILED' }])
  expect(table.failures[0]?.message).toContain('asked to throw')
  expect(Number.isFinite(table.measures.totalReturn[2])).toBe(true)
})

test('workers are stopped by the signal', async () => {
  const controller = new AbortController()
  const running = sweep({
    ...options,
    params: grid({ fast: range(2, 40), slow: range(41, 80) }),
    strategy: { module },
    signal: controller.signal,
    onProgress: () => controller.abort(),
  })
  expect(await failure(running)).toMatchObject({ code: 'CANCELLED' })
})

test('what no worker could run is refused', async () => {
  const fillModel = { name: 'own', fill: () => null } as never
  const unsent = sweep({ ...options, strategy: { module }, fillModel })
  expect(await failure(unsent)).toMatchObject({ code: 'INVALID_ARGUMENT' })
  const missing = sweep({ ...options, strategy: { module: './no-such-module.ts' } })
  expect(await failure(missing)).toMatchObject({ code: 'STRATEGY_FAILED' })
  const empty = sweep({ ...options, strategy: { module, export: 'nothing' } })
  const error = await failure(empty)
  expect(error).toBeInstanceOf(NeuralTraderError)
  expect(error).toMatchObject({ code: 'INVALID_STRATEGY' })
})
