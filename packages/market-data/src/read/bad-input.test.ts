import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { failure, scratchFile, scratchFolder } from '../../test/scratch.ts'
import { readBars } from './read-bars.ts'

const header = 'date,open,high,low,close,volume'
const good = '2020-01-02,10,12,9,11,100'
const csv = (...rows: string[]): string => `${[header, ...rows].join('\n')}\n`
const refusal = (content: string | Uint8Array, options = {}) =>
  failure(readBars(scratchFile('bars.csv', content), options))
const next = (row: string): string => csv(good, row)

test.each<[what: string, content: string | Uint8Array, code: string, says: RegExp]>([
  ['an empty file', '', 'DATA_EMPTY', /is empty/],
  ['an empty gzip file', gzipSync(''), 'DATA_EMPTY', /empty/],
  ['blank lines only', '\n\n\n', 'DATA_EMPTY', /blank lines/],
  ['a header only', header, 'DATA_EMPTY', /header and no rows/],
  ['a header and blank lines', `${header}\n\n`, 'DATA_EMPTY', /header and no rows/],
  ['NaN', next('2020-01-03,10,nan,9,11,1'), 'DATA_NOT_FINITE', /row 2: column 'high' holds 'nan'/],
  [
    'infinity',
    next('2020-01-03,10,12,9,inf,1'),
    'DATA_NOT_FINITE',
    /row 2: column 'close' holds 'inf'/,
  ],
  [
    'an empty price',
    next('2020-01-03,10,12,,11,1'),
    'DATA_NOT_FINITE',
    /row 2: column 'low' holds nothing/,
  ],
  [
    'null',
    next('2020-01-03,null,12,9,11,1'),
    'DATA_NOT_FINITE',
    /row 2: column 'open' holds 'null'/,
  ],
  [
    'a volume that is NaN',
    next('2020-01-03,10,12,9,11,NaN'),
    'DATA_NOT_FINITE',
    /row 2: column 'volume'/,
  ],
  [
    'a word',
    next('2020-01-03,10,12,9,abc,1'),
    'DATA_FORMAT',
    /row 2: column 'close' holds 'abc', which is not a number/,
  ],
  [
    'an underscore',
    next('2020-01-03,1_0,12,9,11,1'),
    'DATA_FORMAT',
    /'1_0', which is not a number/,
  ],
  ['thousands separators', next('2020-01-03,10,12,9,11,"1,234"'), 'DATA_FORMAT', /'1,234'/],
  ['more of them', next('2020-01-03,10,"1,234.5",9,11,1'), 'DATA_FORMAT', /thousands separators/],
  [
    'a zero price',
    next('2020-01-03,10,12,0,11,1'),
    'DATA_NOT_POSITIVE',
    /row 2: column 'low' holds '0'/,
  ],
  [
    'a negative price',
    next('2020-01-03,-10,12,9,11,1'),
    'DATA_NOT_POSITIVE',
    /row 2: column 'open' holds '-10'/,
  ],
  [
    'a negative volume',
    next('2020-01-03,10,12,9,11,-1'),
    'DATA_NOT_POSITIVE',
    /a volume is at least 0/,
  ],
  [
    'high below low',
    next('2020-01-03,10,9,12,11,1'),
    'DATA_CROSSED_PRICES',
    /row 2: high 9 is below low 12/,
  ],
  [
    'open outside',
    next('2020-01-03,13,12,9,11,1'),
    'DATA_CROSSED_PRICES',
    /row 2: open 13 lies outside low 9 to high 12/,
  ],
  [
    'close outside',
    next('2020-01-03,10,12,9,8,1'),
    'DATA_CROSSED_PRICES',
    /row 2: close 8 lies outside/,
  ],
  [
    'a time given twice',
    next('2020-01-02,10,12,9,11,1'),
    'DATA_DUPLICATE_TIME',
    /row 2: its time 2020-01-02T23:59:59.999Z/,
  ],
  [
    'an earlier row',
    next('2020-01-01,10,12,9,11,1'),
    'DATA_UNSORTED',
    /row 2: its time 2020-01-01.* before that of row 1/,
  ],
  [
    'a time that is none',
    next('2020-13-01,10,12,9,11,1'),
    'DATA_FORMAT',
    /row 2: column 'date' holds '2020-13-01'/,
  ],
  ['an empty time', next(',10,12,9,11,1'), 'DATA_FORMAT', /row 2: column 'date' holds nothing/],
  [
    'a word for a time',
    next('infinity,10,12,9,11,1'),
    'DATA_FORMAT',
    /row 2: column 'date' holds 'infinity'/,
  ],
  [
    'day before month',
    csv('31/01/2020,10,12,9,11,1'),
    'DATA_FORMAT',
    /'31\/01\/2020'.*timestampFormat/,
  ],
  [
    'a missing column',
    'date,open,high,close\n2020-01-02,1,1,1\n',
    'DATA_MISSING_COLUMN',
    /no column for low; it has 'date'/,
  ],
  ['no time column', 'open,high,low,close\n1,1,1,1\n', 'DATA_MISSING_COLUMN', /no column for time/],
  [
    'no header',
    `${good}\n${good}\n`,
    'DATA_MISSING_COLUMN',
    /no header: its first line holds data/,
  ],
  [
    'an unknown delimiter',
    csv(good).replaceAll(',', ':'),
    'DATA_FORMAT',
    /has no ',' but ':' instead/,
  ],
  ['no delimiter', 'hello\nworld\n', 'DATA_FORMAT', /no delimiter at all/],
  [
    'rows split otherwise',
    csv(good.replaceAll(',', ';')),
    'DATA_FORMAT',
    /row 1 has 1 fields .* separated by ';', the header by ','/,
  ],
  [
    'a short row',
    next('2020-01-03,10,12'),
    'DATA_FORMAT',
    /row 2 has 3 fields where the header has 6/,
  ],
  [
    'decimal commas',
    next('2020-01-03,10,5,12,5,9,5,11,5,1'),
    'DATA_FORMAT',
    /row 2 has 10 fields.*decimals with a point/,
  ],
  [
    'decimal commas and semicolons',
    csv('2020-01-02;10,5;12;9;11;1').replaceAll(/^date.*/g, header.replaceAll(',', ';')),
    'DATA_FORMAT',
    /'10,5'.*decimal: ','/,
  ],
  [
    'an open quote',
    next('"2020-01-03,10,12,9,11,1'),
    'DATA_FORMAT',
    /row 2: a quoted field is not closed/,
  ],
  [
    'mixed line breaks',
    csv(good).replace('\n', '\r\n') + '2020-01-03,10,12,9,11,1\n',
    'DATA_FORMAT',
    /one kind of line break/,
  ],
  [
    'binary garbage',
    Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
    'DATA_FORMAT',
    /binary/,
  ],
  ['Latin-1', Uint8Array.of(0x64, 0xe9, 0x2c, 0x31), 'DATA_FORMAT', /UTF-8/],
  ['UTF-16', Buffer.from(`\uFEFF${csv(good)}`, 'utf16le'), 'DATA_FORMAT', /UTF-16/],
  [
    'a spreadsheet',
    Uint8Array.of(0x50, 0x4b, 3, 4, 0),
    'DATA_FORMAT',
    /ZIP archive or a spreadsheet/,
  ],
  ['half a gzip file', gzipSync(csv(good)).subarray(0, 30), 'DATA_FORMAT', /gzip/],
  ['something like Parquet', 'PAR1 and nothing more PAR1', 'DATA_FORMAT', /Parquet/],
])('%s', async (_, content, code, says) => {
  const error = await refusal(content)
  expect(error.message).toMatch(says)
  expect(error.code).toBe(code)
})

test('the error names row, column and value for programs', async () => {
  const error = await refusal(next('2020-01-03,10,12,-9,11,1'))
  expect(error.details).toMatchObject({ row: 2, column: 'low', value: '-9' })
})

test('of several faults the first row is named', async () => {
  const error = await refusal(csv(good, '2020-01-03,10,12,9,11,-5', '2020-01-04,x,12,9,11,1'))
  expect(error.details).toMatchObject({ row: 2, column: 'volume' })
})

test('a row far into the file is named right', async () => {
  const lines = Array.from({ length: 200_000 }, (_, i) => `${1_500_000_000 + 60 * i},1,1,1,1`)
  lines[123_456] = lines[123_456]!.replace(',1,1,1,1', ',1,1,1,oops')
  const error = await refusal(`time,open,high,low,close\n\n${lines.join('\n')}`)
  expect(error.details).toMatchObject({ row: 123_457, value: 'oops' })
})

test('zones stated in some rows only', async () => {
  const rows = ['2020-01-02 10:00:00Z,1,1,1,1,1', '2020-01-02 11:00:00,1,1,1,1,1']
  const later = await refusal(csv(...rows))
  expect([later.code, later.message]).toEqual([
    'DATA_TIME_ZONE',
    expect.stringMatching(/row 2: '2020-01-02 11:00:00' states no time zone/),
  ])
  const first = await refusal(
    csv(
      '2020-01-02 10:00:00,1,1,1,1,1',
      '2020-01-02 11:00:00+01:00,1,1,1,1,1',
      '2020-01-02 12:00:00,1,1,1,1,1',
    ),
  )
  expect([first.code, first.message]).toEqual([
    'DATA_TIME_ZONE',
    expect.stringMatching(/row 2: .* states a time zone, earlier rows do not/),
  ])
})

test('a time that the clocks of the zone skip', async () => {
  const rows = csv('2020-03-08 01:30,1,1,1,1,1', '2020-03-08 02:30,1,1,1,1,1')
  const error = await refusal(rows, { timeZone: 'America/New_York' })
  expect([error.code, error.message]).toEqual([
    'DATA_TIME_ZONE',
    expect.stringMatching(/row 2: .* does not exist in America\/New_York/),
  ])
})

test('a missing file and a folder', async () => {
  const missing = await failure(readBars(join(scratchFolder(), 'none.csv')))
  expect([missing.code, missing.message]).toEqual([
    'FILE_NOT_READABLE',
    expect.stringContaining('none.csv'),
  ])
  const folder = await failure(readBars(scratchFolder()))
  expect([folder.code, folder.message]).toEqual([
    'FILE_NOT_READABLE',
    expect.stringContaining('folder'),
  ])
})

test.each([
  [{ timeZone: 'Mars/Olympus' }, 'INVALID_ARGUMENT', /Mars\/Olympus/],
  [{ timestampFormat: '%Q' }, 'INVALID_ARGUMENT', /%Q/],
  [{ timeframe: '5x' }, 'INVALID_ARGUMENT', /5x/],
  [{ delimiter: ';' }, 'DATA_FORMAT', /has no ';' but ',' instead/],
  [{ columns: { close: 'Last' } }, 'DATA_MISSING_COLUMN', /no column 'Last' \(for close\)/],
  [{ columns: { close: 9 } }, 'DATA_MISSING_COLUMN', /no column 9/],
])('options %j', async (options, code, says) => {
  const error = await refusal(
    csv('2020-01-02 10:00,1,1,1,1,1', '2020-01-02 11:00,1,1,1,1,1'),
    options,
  )
  expect([error.code, error.message]).toEqual([code, expect.stringMatching(says)])
})

test('half seconds are no timeframe', async () => {
  const error = await refusal(
    csv('2020-01-02 10:00:00,1,1,1,1,1', '2020-01-02 10:00:00.5,1,1,1,1,1'),
  )
  expect([error.code, error.message]).toEqual([
    'INVALID_ARGUMENT',
    expect.stringContaining('give `timeframe`'),
  ])
})
