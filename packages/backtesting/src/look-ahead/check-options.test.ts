import { syntheticBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { checkLookAhead } from './check-look-ahead.ts'
import type { CheckLookAheadOptions } from './check-options.ts'

const single = [syntheticBars({ seed: 7, bars: 500, timeframe: '1d', volatility: 0.4 })]

const thrower = (): never => {
  throw new Error('no')
}

test('the bars of the caller are as they were', async () => {
  const [data] = [syntheticBars({ seed: 9, bars: 200, timeframe: '1d' })]
  const kept = structuredClone(data)
  await Promise.all([
    checkLookAhead({ data, strategy: smaCross }),
    checkLookAhead({ data, strategy: smaCross({ fast: 3, slow: 8 }) }),
  ])
  expect(data).toEqual(kept)
})

const refused: readonly (readonly [string, object, string])[] = [
  ['no series', { data: [] }, 'DATA_EMPTY'],
  ['no cuts', { cuts: 0 }, 'INVALID_ARGUMENT'],
  ['too many cuts', { cuts: 1001 }, 'INVALID_ARGUMENT'],
  ['half a seed', { seed: 0.5 }, 'INVALID_ARGUMENT'],
  ['no strategy', { strategy: undefined }, 'INVALID_STRATEGY'],
  ['a strategy that does nothing', { strategy: { name: 'n', params: {} } }, 'INVALID_STRATEGY'],
  ['a reload that is none', { reload: 5 }, 'INVALID_ARGUMENT'],
  ['an option that does not exist', { chas: 5 }, 'INVALID_ARGUMENT'],
  ['ticks', { data: { instrument: 'A', time: [], bid: [] } }, 'INVALID_ARGUMENT'],
  ['an aborted signal', { signal: AbortSignal.abort() }, 'CANCELLED'],
  [
    'a strategy that throws',
    { strategy: { name: 'thrower', params: {}, indicators: {}, onBar: thrower } },
    'STRATEGY_FAILED',
  ],
]

test.each(refused)('%s: refused', async (_, options, code) => {
  const given = { data: single, strategy: smaCross, ...options } as CheckLookAheadOptions
  await expect(checkLookAhead(given)).rejects.toMatchObject({ code })
})
