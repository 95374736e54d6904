import { expect, test } from 'vitest'
import { failure, scratchFile } from '../../test/scratch.ts'
import { sampleBars } from '../samples.ts'
import { syntheticBars } from '../synthetic-bars.ts'
import type { ValidationReport } from './report.ts'
import { validateBars, validateFile } from './validate-bars.ts'

/** Rows by code, over all findings of that code. */
function codes({ findings }: ValidationReport): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { code, count } of findings) counts[code] = (counts[code] ?? 0) + count
  return counts
}

test('real daily bars: holidays are gaps, weekends are not', async () => {
  const report = validateBars(await sampleBars('aapl'))
  expect(report).toMatchObject({
    source: 'AAPL.XNAS',
    timeframe: '1d',
    rows: 1260,
    first: '2013-05-13T23:59:59.999Z',
    last: '2018-05-11T23:59:59.999Z',
    decimals: { price: 6, volume: 0 },
    ok: true,
  })
  expect(codes(report)).toEqual({ GAP: 45 })
  expect(report.missingBars).toBe(45)
  expect(report.closures).toBe(226)
})

test('a file with everything wrong gives findings, not errors', async () => {
  const text = `time,open,high,low,close,volume
2020-01-02 10:00,100,102,99,101,100
2020-01-02 10:01,100,102,99,oops,100
2020-01-02 10:02,100,nan,99,101,100
2020-01-02 10:03,100,102,-99,101,100
2020-01-02 10:04,100,99,102,101,100
2020-01-02 10:04,100,102,99,101,0
2020-01-02 10:03,100,102,99,101,100
2020-01-02 10:06+01:00,100,102,99,101,100
2020-01-02 10:09,100,102,99,190,100
bad,100,102,99,101.12345678901,100`
  const report = await validateFile(scratchFile('bad.csv', text))
  expect(report.ok).toBe(false)
  expect(report.timeframe).toBe('1m')
  expect(codes(report)).toMatchObject({
    DATA_FORMAT: 2,
    DATA_NOT_FINITE: 1,
    DATA_NOT_POSITIVE: 1,
    DATA_CROSSED_PRICES: 2,
    DATA_DUPLICATE_TIME: 2,
    DATA_UNSORTED: 2,
    DATA_TIME_ZONE: 1,
    ZERO_VOLUME: 1,
    PRICE_JUMP: 2,
    TOO_FINE: 1,
    ASSUMED_TIME_ZONE: 10,
  })
  const oops = report.findings.find(({ message }) => message.includes('oops'))
  expect(oops?.examples).toEqual([{ row: 2, time: '2020-01-02T10:01:00Z', text: 'close: oops' }])
})

test('the report is plain data', async () => {
  const report = await validateFile(
    scratchFile('a.csv', 'date,open,high,low,close\n2020-01-02,1,2,1,2\n'),
  )
  expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  expect(report).toMatchObject({
    timeZone: 'dates',
    ok: true,
    rows: 1,
    findings: [{ code: 'ZERO_VOLUME', severity: 'info' }],
  })
})

test('clean synthetic bars have no findings', () => {
  expect(validateBars(syntheticBars({ seed: 1, bars: 5000 })).findings).toEqual([])
})

test('a split and a bad tick are jumps', () => {
  const bars = syntheticBars({ seed: 2, bars: 2000 })
  for (const column of [bars.open, bars.high, bars.low, bars.close]) {
    for (let i = 1000; i < 2000; i++) column[i] = column[i]! / 2
  }
  bars.high[1500] = bars.high[1500]! * 3
  const found = validateBars(bars).findings.find(({ code }) => code === 'PRICE_JUMP')
  expect(found?.examples.map(({ row }) => row)).toEqual([1001, 1501])
})

test('bars in memory may be empty or of unequal columns', () => {
  const bars = syntheticBars({ seed: 1, bars: 10 })
  const short = validateBars({ ...bars, volume: bars.volume.subarray(1) })
  expect(codes(short)).toMatchObject({ DATA_LENGTH_MISMATCH: 1 })
  const none = validateBars(syntheticBars({ seed: 1, bars: 0 }))
  expect([none.ok, codes(none), none.first]).toEqual([false, { DATA_EMPTY: 0 }, null])
})

test('a file that gives no rows at all is an error', async () => {
  expect((await failure(validateFile(scratchFile('a.csv', '')))).code).toBe('DATA_EMPTY')
})
