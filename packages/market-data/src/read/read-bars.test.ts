import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { scratchFile } from '../../test/scratch.ts'
import { formatInstant } from '../instant.ts'
import { readBars } from './read-bars.ts'

const rows = ['2020-01-02,10,12,9,11,100', '2020-01-03,11,13,10,12,200']
const plain = ['Date,Open,High,Low,Close,Volume', ...rows].join('\n')
const read = (text: string | Uint8Array, options = {}, name = 'ACME.csv') =>
  readBars(scratchFile(name, text), options)
const times = async (text: string, options = {}) =>
  [...(await read(text, options)).time].map(formatInstant)

test('reads columns, the instrument from the name and the timeframe from the spacing', async () => {
  const bars = await read(`${plain}\n`)
  expect(bars).toEqual({
    instrument: 'ACME',
    timeframe: '1d',
    time: BigInt64Array.of(1_578_009_599_999_000_000n, 1_578_095_999_999_000_000n),
    open: Float64Array.of(10, 11),
    high: Float64Array.of(12, 13),
    low: Float64Array.of(9, 10),
    close: Float64Array.of(11, 12),
    volume: Float64Array.of(100, 200),
  })
})

test.each([
  ['CRLF', plain.replaceAll('\n', '\r\n')],
  ['CR', plain.replaceAll('\n', '\r')],
  ['a byte order mark', `\uFEFF${plain}`],
  ['semicolons', plain.replaceAll(',', ';')],
  ['tabs', plain.replaceAll(',', '\t')],
  ['bars', plain.replaceAll(',', '|')],
  ['quoted fields', plain.replaceAll(/[^,\n]+/g, '"$&"')],
  ['blank lines', `\n\n${plain.replaceAll('\n', '\n\n')}\n\n`],
  ['blanks around the header and the fields', plain.replaceAll(',', ' , ')],
  ['a header that spans lines', `\n${plain.replace('Volume', '"Vol\nume"')}`],
  ['an empty first header', plain.replace('Date', '')],
  ['short upper-case names', plain.replace('Date,Open,High,Low,Close,Volume', 'T,O,H,L,C,V')],
  [
    'a column of notes with line breaks',
    `note,${plain.replaceAll('\n', '\n"said ""buy"",\nthen left",')}`,
  ],
  [
    'an adjusted close that is ignored',
    plain.replaceAll('\n', ',5\n').replace('Volume,5', 'Volume,Adj Close') + ',5',
  ],
  ['YYYYMMDD dates', plain.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$1$2$3')],
  ['slashed dates', plain.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$1/$2/$3')],
  ['a midnight in every row', plain.replaceAll(/-\d\d-\d\d/g, '$& 00:00:00')],
  ['a midnight with its offset in every row', plain.replaceAll(/-\d\d-\d\d/g, '$&T00:00:00-05:00')],
  [
    'seconds since the epoch',
    plain.replace('2020-01-02', '1577923200').replace('2020-01-03', '1578009600'),
  ],
  [
    'milliseconds since the epoch',
    plain.replace('2020-01-02', '1577923200000').replace('2020-01-03', '1578009600000'),
  ],
  ['a file of one column of three thousand', wide()],
])('reads the same from %s', async (_, text) => {
  expect(await read(text)).toEqual(await read(plain))
})

function wide(): string {
  const lines = plain.split('\n')
  const names = Array.from({ length: 3000 }, (_, index) => `extra ${index}`).join(',')
  const zeros = '0,'.repeat(2999)
  return lines.map((line, index) => `${line},${index === 0 ? names : `${zeros}0`}`).join('\n')
}

test('reads gzip whatever the name says, and a file named like a pattern', async () => {
  expect(await read(gzipSync(plain), {}, 'ACME.csv.gz')).toEqual(await read(plain))
  const bars = await read(plain, {}, "b*[1]'?.csv")
  expect(bars.instrument).toBe("b*[1]'?")
  expect(bars.close).toEqual(Float64Array.of(11, 12))
})

test('takes a URL', async () => {
  const path = scratchFile('ACME.csv', plain)
  expect(await readBars(pathToFileURL(path))).toEqual(await readBars(path))
})

test('a missing or empty volume is 0', async () => {
  const none = await read('date,open,high,low,close\n2020-01-02,1,1,1,1\n')
  const blank = await read('date,open,high,low,close,volume\n2020-01-02,1,1,1,1,\n')
  expect([none.volume[0], blank.volume[0]]).toEqual([0, 0])
})

test('a single row is a day unless the timeframe is given', async () => {
  const text = 'time,open,high,low,close\n2020-01-02T10:00Z,1,1,1,1\n'
  expect((await read(text)).timeframe).toBe('1d')
  expect((await read(text, { timeframe: '5m' })).timeframe).toBe('5m')
})

test('times of day are closing times in UTC unless told otherwise', async () => {
  const text = 'time,open,high,low,close\n2020-07-01 09:30,1,1,1,1\n2020-07-01 09:35:00,1,1,1,1\n'
  expect(await times(text)).toEqual(['2020-07-01T09:30:00Z', '2020-07-01T09:35:00Z'])
  expect(await times(text, { timestamp: 'open' })).toEqual([
    '2020-07-01T09:35:00Z',
    '2020-07-01T09:40:00Z',
  ])
  expect(await times(text, { timeZone: 'America/New_York' })).toEqual([
    '2020-07-01T13:30:00Z',
    '2020-07-01T13:35:00Z',
  ])
  expect(await times(text.replace('time,', 'open_time,'))).toEqual([
    '2020-07-01T09:35:00Z',
    '2020-07-01T09:40:00Z',
  ])
})

test('offsets differ from row to row', async () => {
  const text = `time,open,high,low,close
2020-10-31 10:00:00.123456789+02:00,1,1,1,1
2020-11-01T10:00+0100,1,1,1,1
2020-11-02 10:00:00 UTC,1,1,1,1
2020-11-03 10:00:00-05,1,1,1,1
2020-11-04 10:00:00Z,1,1,1,1`
  expect(await times(text)).toEqual([
    '2020-10-31T08:00:00.123456789Z',
    '2020-11-01T09:00:00Z',
    '2020-11-02T10:00:00Z',
    '2020-11-03T15:00:00Z',
    '2020-11-04T10:00:00Z',
  ])
})

test('dates that open a week or a month close with its last day', async () => {
  const text = 'date,open,high,low,close\n2020-01-06,1,1,1,1\n2020-01-13,1,1,1,1\n'
  expect(await times(text)).toEqual(['2020-01-06T23:59:59.999Z', '2020-01-13T23:59:59.999Z'])
  expect(await times(text, { timestamp: 'open' })).toEqual([
    '2020-01-12T23:59:59.999Z',
    '2020-01-19T23:59:59.999Z',
  ])
  const months = text.replace('01-06', '01-01').replace('01-13', '02-01')
  expect(await times(months, { timestamp: 'open' })).toEqual([
    '2020-01-31T23:59:59.999Z',
    '2020-02-29T23:59:59.999Z',
  ])
})

test('a midnight is a moment where another row, the timeframe or the caller says so', async () => {
  const text = 'time,open,high,low,close\n2020-01-02,1,1,1,1\n2020-01-02 01:00,1,1,1,1\n'
  expect(await times(text)).toEqual(['2020-01-02T00:00:00Z', '2020-01-02T01:00:00Z'])
  const single = 'time,open,high,low,close\n2020-01-02 00:00,1,1,1,1\n'
  expect(await times(single)).toEqual(['2020-01-02T23:59:59.999Z'])
  expect(await times(single, { timeframe: '5m' })).toEqual(['2020-01-02T00:00:00Z'])
  expect(await times(single, { timestamp: 'close' })).toEqual(['2020-01-02T00:00:00Z'])
})

test('reads a format that is given, and date and time in two columns', async () => {
  const text = 'date,open,high,low,close\n31/01/2020 15:30,1,1,1,1\n'
  expect(await times(text, { timestampFormat: '%d/%m/%Y %H:%M' })).toEqual(['2020-01-31T15:30:00Z'])
  expect(await times(text.replace(' 15:30', ''), { timestampFormat: '%d/%m/%Y' })).toEqual([
    '2020-01-31T23:59:59.999Z',
  ])
  const split = '<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\n2020-01-31\t15:30:00\t1\t1\t1\t1\n'
  expect(await times(split)).toEqual(['2020-01-31T15:30:00Z'])
})

test('columns are chosen by name, or by position where there is no header', async () => {
  const named = await read('when,first price,top,bottom,end\n2020-01-02,10,12,9,11\n', {
    columns: { time: 'When', open: 'first price', high: 'top', low: 'bottom', close: 4 },
  })
  const bare = await read('1577923200000,10,12,9,11,7\n', {
    columns: { time: 0, open: 1, high: 2, low: 3, close: 4, volume: 5 },
  })
  expect([named.open[0], named.close[0], bare.time[0], bare.volume[0]]).toEqual([
    10,
    11,
    named.time[0],
    7,
  ])
})

test('decimal commas are read when asked for', async () => {
  const bars = await read('date;open;high;low;close\n2020-01-02;10,5;12,25;9;11\n', {
    decimal: ',',
  })
  expect([bars.open[0], bars.high[0]]).toEqual([10.5, 12.25])
})

test('an adjusted close scales the bar when asked for', async () => {
  const text = 'date,open,high,low,close,adj close\n2020-01-02,10,12,8,10,5\n'
  const { open, high, low, close } = await read(text, { adjusted: true })
  expect([open[0], high[0], low[0], close[0]]).toEqual([5, 6, 4, 5])
})

test('every number is the one that Number(text) gives', async () => {
  const price = fc.oneof(
    fc.double({ min: 5e-324, max: 1.7e308, noNaN: true }).map(String),
    fc
      .tuple(fc.nat({ max: 99_999_999 }), fc.stringMatching(/^\d{1,25}$/))
      .map(([whole, digits]) => `${whole + 1}.${digits}`),
    fc
      .tuple(fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: -300, max: 290 }))
      .map(([digits, power]) => `${digits}e${power}`),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(price, { minLength: 200, maxLength: 400 }), async (texts) => {
      const lines = texts.map(
        (text, index) => `${1_600_000_000 + index * 60},${text},${text},${text},${text}`,
      )
      const { close } = await readBars(
        scratchFile('numbers.csv', `t,o,h,l,c\n${lines.join('\n')}\n`),
      )
      expect(close).toEqual(Float64Array.from(texts, Number))
    }),
    { numRuns: 25 },
  )
})

test('reads a million rows within seconds', async () => {
  const lines: string[] = []
  for (let i = 0; i < 1_000_000; i++)
    lines.push(`${1_500_000_000 + i * 60},1.5,2.25,0.5,${1 + (i % 7) / 8},${i}`)
  const path = scratchFile('long.csv', `time,open,high,low,close,volume\n${lines.join('\n')}\n`)
  const start = performance.now()
  const bars = await readBars(path)
  expect(performance.now() - start).toBeLessThan(15_000)
  expect([bars.time.length, bars.timeframe, bars.volume.at(-1)]).toEqual([1_000_000, '1m', 999_999])
})

test('a path is data: nothing in it is taken for SQL', async () => {
  const path = join(scratchFile("x'); DROP TABLE bars; --.csv", plain))
  expect((await readBars(path)).open[0]).toBe(10)
})
