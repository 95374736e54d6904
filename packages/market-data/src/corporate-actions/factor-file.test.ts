import { expect, test } from 'vitest'
import { failure, scratchFile } from '../../test/scratch.ts'
import { parseInstant } from '../instant.ts'
import { actionsFromFactors } from './actions-from-factors.ts'
import { adjustByFactors } from './adjust-by-factors.ts'
import { readFactorFile } from './read-factor-file.ts'
import { simplestRatio } from './simplest-ratio.ts'

const file = `20200102,0.92169,0.25,100
20200601,0.9405,0.5,80
20200901,0.95,0.5,50
20201130,0.95,1,50
20501231,1,1,0
`

test('rows become splits, dividends, and both at once', async () => {
  const rows = await readFactorFile(scratchFile('abc.csv', file))
  expect(rows[0]).toEqual({
    date: '2020-01-02',
    priceFactor: 0.92169,
    splitFactor: 0.25,
    referencePrice: 100,
  })
  const actions = actionsFromFactors(rows)
  expect(actions).toEqual([
    { type: 'split', time: parseInstant('2020-01-03T05:00Z'), newShares: 2, oldShares: 1 },
    {
      type: 'cash-dividend',
      time: parseInstant('2020-01-03T05:00Z'),
      amount: expect.closeTo(1, 9),
    },
    {
      type: 'cash-dividend',
      time: parseInstant('2020-06-02T04:00Z'),
      amount: expect.closeTo(0.8, 9),
    },
    { type: 'split', time: parseInstant('2020-09-02T04:00Z'), newShares: 2, oldShares: 1 },
    {
      type: 'cash-dividend',
      time: parseInstant('2020-12-01T05:00Z'),
      amount: expect.closeTo(2.5, 9),
    },
  ])
  expect(actionsFromFactors(rows, { timeZone: 'UTC' })[0]!.time).toBe(parseInstant('2020-01-03'))
})

test('a day takes the first row that is not before it', async () => {
  const rows = await readFactorFile(scratchFile('abc.csv', file))
  const column = Float64Array.of(8, 8, 8)
  const midnight = '2020-01-03T05:00Z'
  const times = [midnight, '2020-01-03T21:00Z', '2051-01-01T21:00Z']
  const bars = {
    instrument: 'ABC',
    timeframe: '1d' as const,
    time: BigInt64Array.from(times, (time) => parseInstant(time)),
    open: column,
    high: column,
    low: column,
    close: column,
    volume: column,
  }
  const split = adjustByFactors(bars, rows, { mode: 'split-adjusted' })
  expect([split.close, split.volume]).toEqual([
    Float64Array.of(2, 4, 8),
    Float64Array.of(32, 16, 8),
  ])
  const total = adjustByFactors(bars, rows, { mode: 'total-return' })
  expect(total.close).toEqual(Float64Array.of(8 * (0.92169 * 0.25), 8 * (0.9405 * 0.5), 8))
  expect(adjustByFactors(bars, rows, { mode: 'raw' })).toBe(bars)
})

test.each<[string, string, number, string]>([
  ['20200102,0.9,zero,1', 'DATA_FORMAT', 1, 'splitFactor'],
  ['20200102,0.9', 'DATA_FORMAT', 1, 'splitFactor'],
  ['20200102,0.9,0,1', 'DATA_NOT_POSITIVE', 1, 'splitFactor'],
  ['20200102,-0.9,1,1', 'DATA_NOT_POSITIVE', 1, 'priceFactor'],
  ['20200102,Infinity,1,1', 'DATA_NOT_FINITE', 1, 'priceFactor'],
  ['2020-01-02,1,1,1', 'DATA_FORMAT', 1, 'date'],
  ['20200231,1,1,1', 'DATA_FORMAT', 1, 'date'],
  ['20200103,1,1,1\n20200102,1,1,1', 'DATA_UNSORTED', 2, 'date'],
  ['20200102,1,1,1\n20200102,1,1,1', 'DATA_DUPLICATE_TIME', 2, 'date'],
])('%s is refused', async (content, code, row, column) => {
  const error = await failure(readFactorFile(scratchFile('abc.csv', content)))
  expect([error.code, error.details['row'], error.details['column']]).toEqual([code, row, column])
})

test('an empty file and none', async () => {
  expect(await failure(readFactorFile(scratchFile('abc.csv', '\n')))).toMatchObject({
    code: 'DATA_EMPTY',
  })
  expect(await failure(readFactorFile('/nowhere/abc.csv'))).toMatchObject({
    code: 'FILE_NOT_READABLE',
  })
})

test.each<[number, [number, number]]>([
  [6.9999972, [7, 1]],
  [0.1, [1, 10]],
  [1.5, [3, 2]],
  [1.0099999, [101, 100]],
  [0.333333, [1, 3]],
])('%d is the ratio %j', (value, ratio) => {
  expect(simplestRatio(value, 1e-5)).toEqual(ratio)
})
