import { expect, test } from 'vitest'
import { parseInstant } from '../instant.ts'
import { findGaps } from './gaps.ts'

const day = 86_400_000_000_000n
const minute = 60_000_000_000n
const monday = parseInstant('2020-01-06')

/** Closing times of the bars that `isOpen` accepts, by weekday (0 is Monday) and minute of the day. */
function sessions(
  days: number,
  step: number,
  isOpen: (weekday: number, minuteOfDay: number) => boolean,
): bigint[] {
  const times: bigint[] = []
  for (let date = 0; date < days; date++) {
    for (let at = step; at <= 1440; at += step) {
      if (isOpen(date % 7, at)) times.push(monday + BigInt(date) * day + BigInt(at) * minute)
    }
  }
  return times
}

const gaps = (times: readonly bigint[], timeframe: '1d' | '5m' | '1h' | '1w' | '1M') =>
  findGaps(BigInt64Array.from(times), timeframe)
const weekdays = sessions(70, 1440, (weekday) => weekday < 5)
const hours = sessions(70, 5, (weekday, at) => weekday < 5 && at > 570 && at <= 960)

test('weekends are closures', () => {
  expect(gaps(weekdays, '1d')).toEqual({
    count: 0,
    missingBars: 0,
    longest: null,
    first: [],
    closures: 9,
  })
})

test('nights are closures', () => {
  expect(gaps(hours, '5m')).toMatchObject({ count: 0, missingBars: 0, closures: 49 })
})

test('a missing weekday is a gap, and so are missing bars of a session', () => {
  const holiday = weekdays.toSpliced(7, 1)
  expect(gaps(holiday, '1d')).toMatchObject({
    count: 1,
    missingBars: 1,
    longest: { row: 7, missingBars: 1 },
    closures: 9,
  })
  const holes = hours.toSpliced(200, 3).toSpliced(100, 1)
  expect(gaps(holes, '5m')).toMatchObject({
    count: 2,
    missingBars: 4,
    longest: { row: 199, missingBars: 3 },
    closures: 49,
  })
})

test('a lost month of minutes counts its session bars', () => {
  const perDay = 78
  const lost = hours.toSpliced(10 * perDay, 20 * perDay)
  expect(gaps(lost, '5m').missingBars).toBe(20 * perDay)
})

test('a market that never closes has no closures', () => {
  const always = sessions(3, 60, () => true)
  expect(gaps(always.toSpliced(30, 4), '1h')).toMatchObject({
    count: 1,
    missingBars: 4,
    closures: 0,
  })
})

test('weeks and months', () => {
  const weeks = Array.from({ length: 10 }, (_, week) => monday + BigInt(week * 7 + 5) * day)
  expect(gaps(weeks.toSpliced(4, 2), '1w')).toMatchObject({ count: 1, missingBars: 2 })
  const months = Array.from(
    { length: 12 },
    (_, month) => BigInt(Date.UTC(2020, month + 1)) * 1_000_000n,
  )
  expect(gaps(months.toSpliced(4, 1), '1M')).toMatchObject({
    count: 1,
    missingBars: 1,
    longest: { row: 4, missingBars: 1 },
  })
})

test('nothing is missing from an empty series or a single bar', () => {
  expect(gaps([], '1d').count).toBe(0)
  expect(gaps([monday], '5m').count).toBe(0)
})
