import { expect, test } from 'vitest'
import { failure, scratchFile } from '../../test/scratch.ts'
import { parseInstant } from '../instant.ts'
import { readCorporateActions } from './read-corporate-actions.ts'

const csv = `time,type,newShares,oldShares,amount,payment,from,to
2020-08-31,split,4,1,,,,
2020-08-07,cash-dividend,,,0.82,,,
2021-01-04T14:30:00Z,symbol-change,,,,,FB,META
2022-01-03,delisting,,,,,,
`

const expected = [
  { type: 'cash-dividend', time: parseInstant('2020-08-07T04:00Z'), amount: 0.82 },
  { type: 'split', time: parseInstant('2020-08-31T04:00Z'), newShares: 4, oldShares: 1 },
  { type: 'symbol-change', time: parseInstant('2021-01-04T14:30Z'), from: 'FB', to: 'META' },
  { type: 'delisting', time: parseInstant('2022-01-03T05:00Z'), payment: null },
]

test('a table, sorted by time; dates begin where the exchange is', async () => {
  const options = { instrument: 'FB' }
  expect(await readCorporateActions(scratchFile('fb.csv', csv), options)).toEqual({ FB: expected })
})

test('JSON with the same fields, of several instruments', async () => {
  const rows = [
    { instrument: 'A', time: '2020-08-31', type: 'split', newShares: 4, oldShares: 1 },
    { instrument: 'B', time: '2020-09-01', type: 'delisting', payment: 1.5 },
  ]
  const path = scratchFile('two.json', JSON.stringify(rows))
  expect(await readCorporateActions(path, { timeZone: 'UTC' })).toEqual({
    A: [{ type: 'split', time: parseInstant('2020-08-31'), newShares: 4, oldShares: 1 }],
    B: [{ type: 'delisting', time: parseInstant('2020-09-01'), payment: 1.5 }],
  })
})

test('a factor file is known by its first row', async () => {
  const path = scratchFile('abc.csv', '20200828,1,0.25,500\n20501231,1,1,0\n')
  const { ABC: actions } = await readCorporateActions(path, { instrument: 'ABC' })
  expect(actions).toEqual([
    { type: 'split', time: parseInstant('2020-08-29T04:00Z'), newShares: 4, oldShares: 1 },
  ])
})

test.each<[string, string, string]>([
  ['time,type\n2020-01-01,merger', 'DATA_FORMAT', 'type'],
  ['time,type\n2020-31-01,split', 'DATA_FORMAT', 'time'],
  ['time,type,newShares\n2020-01-01,split,2', 'DATA_FORMAT', 'oldShares'],
  ['time,type,amount\n2020-01-01,cash-dividend,much', 'DATA_NOT_FINITE', 'amount'],
  ['time,type,amount\n2020-01-01,cash-dividend,0', 'DATA_NOT_POSITIVE', 'amount'],
  ['[{"type":"delisting"}]', 'DATA_FORMAT', 'time'],
])('%s is refused', async (text, code, column) => {
  const options = { instrument: 'ABC' }
  const error = await failure(readCorporateActions(scratchFile('bad.csv', text), options))
  expect([error.code, error.details['row'], error.details['column']]).toEqual([code, 1, column])
})

test.each<[string, string]>([
  ['time,type\n2020-01-01,delisting', 'INVALID_ARGUMENT'],
  ['{"type":"split"}', 'DATA_FORMAT'],
  ['[{"type"', 'DATA_FORMAT'],
])('%s without more is refused', async (text, code) => {
  expect((await failure(readCorporateActions(scratchFile('bad.csv', text)))).code).toBe(code)
  expect((await failure(readCorporateActions('/nowhere/a.csv'))).code).toBe('FILE_NOT_READABLE')
})
