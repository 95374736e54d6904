import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { failure, scratchFolder } from '../../test/scratch.ts'
import { zip } from '../../test/zip.ts'
import { formatInstant } from '../instant.ts'
import type { ReadLeanOptions } from './options.ts'
import { readLeanBars, readLeanQuoteBars } from './read-lean-bars.ts'

/** A data folder with these files. */
function dataFolder(files: Readonly<Record<string, string>>): string {
  const folder = scratchFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), zip('a.csv', text))
  }
  return folder
}

const times = (time: BigInt64Array): string[] => Array.from(time, formatInstant)

test('hours close on the clock of New York, summer and winter', async () => {
  const folder = dataFolder({
    'equity/usa/hour/abc.zip':
      '20240308 15:00,100000,110000,90000,105000,7\r\n20240311 09:00,105000,105000,105000,105000,0\r\n',
  })
  const bars = await readLeanBars({ folder, ticker: 'ABC', resolution: 'hour' })
  expect(times(bars.time)).toEqual(['2024-03-08T21:00:00Z', '2024-03-11T14:00:00Z'])
  expect([bars.instrument, bars.timeframe]).toEqual(['ABC', '1h'])
  expect([bars.open[0], bars.high[0], bars.low[0], bars.close[0], bars.volume[0]]).toEqual([
    10, 11, 9, 10.5, 7,
  ])
})

const minute = (hour: number, minutes: number): number => (hour * 60 + minutes) * 60_000

test('minutes of several days in order, outside hours on request', async () => {
  const row = (stamp: number): string => `${stamp},10000,10000,10000,10000,5`
  const folder = dataFolder({
    'equity/usa/minute/abc/20240311_trade.zip': row(minute(15, 59)),
    'equity/usa/minute/abc/20240308_trade.zip': [
      row(minute(9, 29)),
      row(minute(9, 30)),
      row(minute(16, 0)),
    ].join('\n'),
    'equity/usa/minute/abc/20240308_quote.zip': `${minute(9, 30)},1,1,1,1,3,20000,20000,20000,20000,4`,
  })
  const options = { folder, ticker: 'abc', resolution: 'minute', instrument: 'ABC.XNAS' } as const
  const regular = await readLeanBars(options)
  expect(times(regular.time)).toEqual(['2024-03-08T14:31:00Z', '2024-03-11T20:00:00Z'])
  expect(regular.instrument).toBe('ABC.XNAS')
  expect((await readLeanBars({ ...options, hours: 'all' })).time).toHaveLength(4)
  const { bid, ask } = await readLeanQuoteBars(options)
  expect([bid.close[0], bid.volume[0], ask.close[0], ask.volume[0]]).toEqual([0.0001, 3, 2, 4])
})

test.each<[string, string, number, string]>([
  ['20240308 00:00,1,1,1,one,1', 'DATA_FORMAT', 1, 'close'],
  ['2024-03-08,1,1,1,1,1', 'DATA_FORMAT', 1, 'time'],
  ['20240308 00:00,1,1,1,,1', 'DATA_NOT_FINITE', 1, 'close'],
  ['20240308 00:00,1,1,-1,1,1', 'DATA_NOT_POSITIVE', 1, 'low'],
  ['20240308 00:00,1,1,1,1,1\n20240307 00:00,1,1,1,1,1', 'DATA_UNSORTED', 2, 'time'],
])('%s is refused', async (text, code, row, column) => {
  const folder = dataFolder({ 'equity/usa/daily/abc.zip': text })
  const error = await failure(readLeanBars({ folder, ticker: 'ABC', resolution: 'daily' }))
  expect([error.code, error.details['row'], error.details['column']]).toEqual([code, row, column])
})

test.each<[string, Partial<ReadLeanOptions>]>([
  ['DATA_EMPTY', {}],
  ['FILE_NOT_READABLE', { ticker: 'XYZ' }],
  ['FILE_NOT_READABLE', { resolution: 'minute' }],
  ['FILE_NOT_READABLE', { market: 'Canada' }],
  ['INVALID_ARGUMENT', { ticker: '../abc' }],
  ['INVALID_ARGUMENT', { market: '..' }],
  ['INVALID_ARGUMENT', { resolution: 'week' as never }],
  ['INVALID_ARGUMENT', { securityType: 'bond' as never }],
])('%s: %j', async (code, wrong) => {
  const folder = dataFolder({ 'equity/usa/daily/abc.zip': '' })
  const options: ReadLeanOptions = { folder, ticker: 'ABC', resolution: 'daily', ...wrong }
  expect((await failure(readLeanBars(options))).code).toBe(code)
})
