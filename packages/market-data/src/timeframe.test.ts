import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inferTimeframe } from './infer-timeframe.ts'
import { formatInstant, parseInstant } from './instant.ts'
import { addTimeframes, parseTimeframe, periodEnd, timeframeLength } from './timeframe.ts'

const end = (time: string, timeframe: string): string =>
  formatInstant(periodEnd(parseInstant(time), parseTimeframe(timeframe)))
const spaced = (...times: string[]): string =>
  inferTimeframe(BigInt64Array.from(times, (time) => parseInstant(time)))

test.each(['', '0m', '1', 'm', '1.5h', '-1d', '1y', '1 m', '01m'])(
  "'%s' is no timeframe",
  (text) => {
    expect(() => parseTimeframe(text)).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    )
  },
)

test.each([
  ['2020-01-01T10:00:00Z', '5m', '2020-01-01T10:00:00Z'],
  ['2020-01-01T10:00:00.000000001Z', '5m', '2020-01-01T10:05:00Z'],
  ['2020-01-01T00:00:00Z', '1d', '2020-01-01T00:00:00Z'],
  ['2020-01-01T00:01:00Z', '1d', '2020-01-02T00:00:00Z'],
  ['2020-01-05T23:59:59.999Z', '1w', '2020-01-06T00:00:00Z'],
  ['2020-01-06T00:00:00.001Z', '1w', '2020-01-13T00:00:00Z'],
  ['1969-12-31T12:00:00Z', '1w', '1970-01-05T00:00:00Z'],
  ['2020-02-29T23:59:59.999Z', '1M', '2020-03-01T00:00:00Z'],
  ['2020-03-01T00:00:00Z', '1M', '2020-03-01T00:00:00Z'],
  ['2020-05-15', '3M', '2020-07-01T00:00:00Z'],
  ['1969-05-15', '12M', '1970-01-01T00:00:00Z'],
])('%s lies in a period of %s that ends %s', (time, timeframe, expected) => {
  expect(end(time, timeframe)).toBe(expected)
})

test('adding months keeps the day where it exists', () => {
  const later = (count: number): string =>
    formatInstant(addTimeframes(parseInstant('2020-01-31T10:00:00.5Z'), '1M', count))
  expect([later(1), later(2), later(-2)]).toEqual([
    '2020-02-29T10:00:00.500Z',
    '2020-03-31T10:00:00.500Z',
    '2019-11-30T10:00:00.500Z',
  ])
})

test('months have no fixed length', () => {
  expect([timeframeLength('1M'), timeframeLength('2w'), timeframeLength('90s')]).toEqual([
    null,
    1_209_600_000_000_000n,
    90_000_000_000n,
  ])
})

test('the most common spacing names the timeframe', () => {
  expect(
    spaced('2020-01-01T00:00Z', '2020-01-01T00:05Z', '2020-01-01T00:10Z', '2020-01-01T09:10Z'),
  ).toBe('5m')
  expect(spaced('2020-01-03', '2020-01-06', '2020-01-07', '2020-01-08')).toBe('1d')
  expect(spaced('2020-01-06', '2020-01-13', '2020-01-20')).toBe('1w')
  expect(spaced('2020-01-01', '2020-02-01', '2020-03-01')).toBe('1M')
  expect(spaced('2020-01-01', '2020-04-01', '2020-07-01')).toBe('3M')
  expect(spaced('2018-12-31', '2019-12-31', '2020-12-31')).toBe('12M')
  expect(spaced('2020-01-01T00:00:00Z', '2020-01-01T00:01:30Z')).toBe('90s')
})

test('times survive being written and read', () => {
  const moment = fc.bigInt({ min: -9_200_000_000_000_000_000n, max: 9_200_000_000_000_000_000n })
  fc.assert(
    fc.property(moment, (time) => {
      expect(parseInstant(formatInstant(time))).toBe(time)
    }),
  )
})

test.each(['yesterday', '2020-13-01', '2020-01-01T25:00Z', ''])("'%s' is no time", (text) => {
  expect(() => parseInstant(text)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }))
})

test('a date is a whole day, a date object a moment', () => {
  expect(formatInstant(parseInstant('2020-01-01', 'end'))).toBe('2020-01-01T23:59:59.999999999Z')
  expect(formatInstant(parseInstant(new Date(0)))).toBe('1970-01-01T00:00:00Z')
  expect(formatInstant(parseInstant('2020-01-01T10:00:00+02:00'))).toBe('2020-01-01T08:00:00Z')
})
