import { describe, expect, test } from 'vitest'

import { fromOrders, fromSignals } from '../src/index.ts'
import { casesFile } from './oracles.ts'
import { readVectorbtCases, type VectorbtCase } from './vectorbt-case.ts'
import { figuresOf, type Figure } from './vectorbt-figures.ts'
import { optionsOf } from './vectorbt-options.ts'

const file = casesFile('vectorbt')
const cases = file === undefined ? [] : readVectorbtCases(file)

describe.skipIf(file === undefined)('simulations of vectorbt', () => {
  test('every figure of every case', async ({ task }) => {
    const replayed = await Promise.all(cases.map(replay))
    const wrong = replayed.filter(({ differing }) => differing.length > 0)
    task.meta.oracle = { folder: 'vectorbt', cases: cases.length, failures: wrong.length }
    const largest = Math.max(...replayed.map(({ error }) => error))
    const figures = replayed.reduce((sum, { count }) => sum + count, 0)
    console.info(
      `vectorbt: ${cases.length} cases, ${wrong.length} failures, ${figures} figures, largest error ${largest.toExponential(1)} of 1 + |expected|`,
    )
    expect(cases.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })
})

async function replay(each: VectorbtCase): Promise<{
  readonly id: string
  readonly count: number
  readonly error: number
  readonly differing: readonly string[]
}> {
  const options = optionsOf(each)
  const result = await (each.method === 'from_signals' ? fromSignals(options) : fromOrders(options))
  const figures = figuresOf(each, result)
  const wrong = figures.filter((figure) => !(errorOf(figure) <= 1e-8))
  return {
    id: each.id,
    count: figures.length,
    error: Math.max(...figures.map(errorOf)),
    differing: wrong.slice(0, 5).map(([name, found, wanted]) => `${name}: ${found} for ${wanted}`),
  }
}

/** The difference over 1 and the figure: 1e-8 of it is 1e-8 relative and absolute. */
function errorOf([, found, wanted]: Figure): number {
  if (Object.is(found, wanted) || found === wanted) return 0
  const error = Math.abs(found - wanted) / (1 + Math.abs(wanted))
  return Number.isNaN(error) ? Infinity : error
}
