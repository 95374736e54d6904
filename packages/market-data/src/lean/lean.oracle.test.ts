import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { leanAbsent, leanFolder as folder } from '../../test/lean-oracle.ts'
import { formatInstant } from '../instant.ts'
import { resample } from '../resample.ts'
import { readLeanBars, readLeanQuoteBars } from './read-lean-bars.ts'
import { readZippedText } from './read-zip.ts'

const ends = (time: BigInt64Array): string[] => [time[0]!, time.at(-1)!].map(formatInstant)

test('every archive unpacks to the bytes its list states', async ({ task, skip }) => {
  if (leanAbsent !== null) skip(leanAbsent)
  const list = readFileSync(resolve(folder, 'README.md'), 'utf8')
  const stated = [...list.matchAll(/^\| (\S+\.zip) \|.*`([0-9a-f]{64})` \|$/gm)]
  const wrong: string[] = []
  for (const [, name, hash] of stated) {
    const text = await readZippedText(resolve(folder, name!))
    if (createHash('sha256').update(text).digest('hex') !== hash) wrong.push(name!)
  }
  task.meta.oracle = { folder: 'lean', cases: stated.length, failures: wrong.length }
  expect(stated.length).toBeGreaterThan(0)
  expect(wrong).toEqual([])
})

test('SPY: minutes of regular hours, trades and quotes, across five days', async ({
  task,
  skip,
}) => {
  if (leanAbsent !== null) skip(leanAbsent)
  const options = { folder, ticker: 'SPY', resolution: 'minute' } as const
  const trades = await readLeanBars(options)
  const { bid, ask } = await readLeanQuoteBars(options)
  const all = await readLeanBars({ ...options, hours: 'all' })
  const week = ['2013-10-07T13:31:00Z', '2013-10-11T20:00:00Z']
  task.meta.oracle = count([
    [
      [...ends(trades.time), trades.time.length],
      [...week, 1950],
    ],
    [
      [...ends(bid.time), bid.time.length],
      [...week, 1950],
    ],
    [ask.time, bid.time],
    [bid.close.filter((price, row) => price > ask.close[row]!).length, 0],
    [
      [ends(all.time)[0], all.close[0], all.volume[0]],
      ['2013-10-07T08:01:00Z', 167.27, 3197],
    ],
  ])
  expect(task.meta.oracle.failures).toBe(0)
})

test('SPY: hours closed on the clock of New York give the days', async ({ task, skip }) => {
  if (leanAbsent !== null) skip(leanAbsent)
  const hours = await readLeanBars({ folder, ticker: 'SPY', resolution: 'hour' })
  const days = await readLeanBars({ folder, ticker: 'SPY', resolution: 'daily' })
  expect(ends(hours.time)).toEqual(['1998-01-02T15:00:00Z', '2021-03-31T20:00:00Z'])
  expect(ends(days.time)).toEqual(['1998-01-02T23:59:59.999Z', '2021-03-31T23:59:59.999Z'])
  const byDay = resample(hours, '1d')
  const dates = (time: bigint): string => formatInstant(time - 1n).slice(0, 10)
  const stated = new Map([...days.time].map((time, row) => [dates(time), days.close[row]!]))
  const failures = [...byDay.time].filter(
    (time, row) => stated.get(dates(time)) !== byDay.close[row],
  )
  task.meta.oracle = { folder: 'lean', cases: byDay.time.length, failures: failures.length }
  expect(byDay.time).toHaveLength(days.time.length)
  expect(failures.map(dates)).toEqual([])
})

test('coins and currencies: plain prices, UTC', async ({ task, skip }) => {
  if (leanAbsent !== null) skip(leanAbsent)
  const coin = { folder, ticker: 'BTCUSD', resolution: 'minute', securityType: 'crypto' } as const
  const euro = { folder, ticker: 'EURUSD', resolution: 'hour', securityType: 'forex' } as const
  const trades = await readLeanBars(coin)
  const quotes = await readLeanQuoteBars(coin)
  const { bid, ask } = await readLeanQuoteBars({ ...euro, instrument: 'EUR/USD.OANDA' })
  task.meta.oracle = count([
    [trades.time.length, 2447],
    [ends(trades.time), ['2018-04-04T00:01:00Z', '2018-04-06T00:00:00Z']],
    [quotes.bid.time.length, 2873],
    [
      [bid.instrument, bid.time.length, ask.time.length],
      ['EUR/USD.OANDA', 74_439, 74_439],
    ],
    [bid.close.filter((price, row) => price > ask.close[row]!).length, 0],
  ])
  expect(task.meta.oracle.failures).toBe(0)
})

/** How many of these pairs differ. */
function count(pairs: readonly (readonly [unknown, unknown])[]): {
  folder: string
  cases: number
  failures: number
} {
  const different = pairs.filter(([actual, wanted]) => !isDeepStrictEqual(actual, wanted))
  for (const [actual, wanted] of different) console.error(actual, 'is not', wanted)
  return { folder: 'lean', cases: pairs.length, failures: different.length }
}
