import { syntheticBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { range } from './range.ts'
import { sweepGate } from './sweep-gate.ts'
import { sweep } from './sweep.ts'
import { grid } from './sweep-space.ts'

const params = grid({ fast: range(2, 20, 2), slow: range(22, 60, 4) })
const walk = syntheticBars({ seed: 5, bars: 1500, timeframe: '1d' })
// A year of rise, a year of fall, and so on: what an average can follow.
const waves = walk.close.map((_, bar) => 100 * Math.exp(0.4 * Math.sin((2 * Math.PI * bar) / 500)))
const wavy = {
  ...walk,
  open: waves,
  high: waves.map((price) => price * 1.001),
  low: waves.map((price) => price * 0.999),
  close: waves,
}

test('the best of a random walk is luck, that of an edge is not', async () => {
  const chance = await sweep({ data: walk, strategy: smaCross, params })
  const luck = await sweepGate(chance)
  expect(luck).toMatchObject({ passed: false, row: chance.best('sharpeRatio')?.row })
  expect(luck?.trials).toBe(100)
  const skill = await sweepGate(await sweep({ data: wavy, strategy: smaCross, params }))
  expect(skill?.passed).toBe(true)
})

test('without a Sharpe ratio there is nothing to judge', async () => {
  const other = await sweep({ data: walk, strategy: smaCross, params, measures: ['trades'] })
  await expect(sweepGate(other)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
})
