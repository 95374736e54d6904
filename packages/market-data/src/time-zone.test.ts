import { expect, test } from 'vitest'
import { formatInstant, parseInstant } from './instant.ts'
import { zonedToUtc } from './time-zone.ts'

const wall = (...times: string[]): BigInt64Array =>
  BigInt64Array.from(times, (time) => parseInstant(time))
const utc = (zone: string, ...times: string[]): string[] =>
  [...zonedToUtc(wall(...times), zone).time].map(formatInstant)

test('follows the zone through both changes of its clocks', () => {
  expect(
    utc('America/New_York', '2020-03-07T12:00', '2020-03-08T12:00', '2020-11-01T12:00'),
  ).toEqual(['2020-03-07T17:00:00Z', '2020-03-08T16:00:00Z', '2020-11-01T17:00:00Z'])
})

test('a time shown twice is the first unless that runs backwards', () => {
  const times = [
    '2020-11-01T00:30',
    '2020-11-01T01:00',
    '2020-11-01T01:30',
    '2020-11-01T01:00',
    '2020-11-01T01:30',
    '2020-11-01T02:00',
  ]
  expect(utc('America/New_York', ...times)).toEqual([
    '2020-11-01T04:30:00Z',
    '2020-11-01T05:00:00Z',
    '2020-11-01T05:30:00Z',
    '2020-11-01T06:00:00Z',
    '2020-11-01T06:30:00Z',
    '2020-11-01T07:00:00Z',
  ])
})

test('a time that is skipped is reported', () => {
  expect(
    zonedToUtc(wall('2020-03-08T01:59', '2020-03-08T02:30', '2020-03-08T03:00'), 'America/New_York')
      .skipped,
  ).toEqual([1])
})

test('rows out of order and zones with odd offsets', () => {
  expect(utc('Asia/Kathmandu', '2020-06-01T00:00', '1980-06-01T00:00')).toEqual([
    '2020-05-31T18:15:00Z',
    '1980-05-31T18:30:00Z',
  ])
})

test('agrees with Intl over every hour of three years', () => {
  const start = Date.UTC(2019, 0, 1)
  const instants = Array.from({ length: 3 * 365 * 24 }, (_, hour) => start + hour * 3_600_000)
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const local = instants.map((instant) => parseInstant(format.format(instant)))
  const { time, skipped } = zonedToUtc(BigInt64Array.from(local), 'Europe/Berlin')
  expect(skipped).toEqual([])
  expect([...time]).toEqual(instants.map((instant) => BigInt(instant) * 1_000_000n))
})
