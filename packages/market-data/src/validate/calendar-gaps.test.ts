import type { Timeframe } from '@neural-trader/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendars } from '../calendar/calendar-data.ts'
import { exchangeCalendar, type SessionColumns } from '../calendar/exchange-calendar.ts'
import { parseInstant } from '../instant.ts'
import { noTime } from '../raw-bars.ts'
import { sampleBars } from '../samples.ts'
import { findCalendarGaps } from './calendar-gaps.ts'
import { validateBars } from './validate-bars.ts'

const minute = 60_000_000_000n
const xnys = exchangeCalendar('XNYS')
const year = { from: '2024-01-01', to: '2024-12-31' }
const none = { count: 0, missingBars: 0, longest: null, first: [] }

const gaps = (times: readonly bigint[], timeframe: Timeframe, calendar = xnys) =>
  findCalendarGaps(BigInt64Array.from(times), timeframe, calendar)

/** Closing times of bars that start with each part of a session; the last one ends with it. */
function barsOf({ open, breakStart, breakEnd, close }: SessionColumns, length: bigint): bigint[] {
  const times: bigint[] = []
  for (let row = 0; row < open.length; row++) {
    for (const [from, to] of [
      [open[row]!, breakStart[row]!],
      [breakEnd[row]!, close[row]!],
    ] as const) {
      for (let at = from; at < to; at += length) times.push(at + length < to ? at + length : to)
    }
  }
  return times
}

describe.each(calendars())('%s', (id) => {
  const calendar = exchangeCalendar(id)
  const sessions = calendar.sessions(year)

  test('bars of every session have no gaps', () => {
    expect(gaps(barsOf(sessions, 30n * minute), '30m', calendar)).toMatchObject(none)
    expect(gaps(barsOf(sessions, 60n * minute), '1h', calendar)).toMatchObject(none)
    expect(gaps([...sessions.close], '1d', calendar)).toMatchObject(none)
  })

  test('as many bars are missing as were taken out', () => {
    const times = barsOf(sessions, 30n * minute)
    const hole = fc.record({
      start: fc.integer({ min: 1, max: times.length - 200 }),
      length: fc.integer({ min: 1, max: 150 }),
    })
    fc.assert(
      fc.property(hole, ({ start, length }) => {
        const left = times.toSpliced(start, length)
        const longest = { row: start, missingBars: length }
        expect(gaps(left, '30m', calendar)).toMatchObject({ count: 1, longest })
      }),
      { numRuns: 30 },
    )
  })
})

test('bars that stand on the hour, or end a millisecond early, have no gaps', () => {
  const { open, close } = xnys.sessions(year)
  const hour = 60n * minute
  const onTheHour = [...open].flatMap((from, row) => {
    const times: bigint[] = []
    for (let at = (from / hour + 1n) * hour; at < close[row]! + hour; at += hour) times.push(at)
    return times
  })
  expect(gaps(onTheHour, '1h')).toMatchObject(none)
  const early = barsOf(xnys.sessions(year), minute).map((time) => time - 1_000_000n)
  expect(gaps(early, '1m')).toMatchObject(none)
})

test('holidays are closures, a session without a bar is a gap', () => {
  const week = ['2024-11-26', '2024-11-27', '2024-11-29', '2024-12-02'].map((date) =>
    parseInstant(date, 'end'),
  )
  expect(gaps(week, '1d')).toEqual({ ...none, closures: 2 })
  expect(gaps(week.toSpliced(2, 1), '1d')).toMatchObject({ count: 1, missingBars: 1 })
})

test('a week without a session is none that is missing', () => {
  const tokyo = exchangeCalendar('XTKS')
  const sundays = ['2019-04-28', '2019-05-12', '2019-05-19', '2019-06-02'].map((date) =>
    parseInstant(date, 'end'),
  )
  expect(gaps(sundays, '1w', tokyo)).toMatchObject({ count: 1, missingBars: 1, closures: 1 })
  const months = ['2024-01-31', '2024-02-29', '2024-04-30'].map((date) => parseInstant(date, 'end'))
  expect(gaps(months, '1M', tokyo)).toMatchObject({ count: 1, missingBars: 1 })
})

test('rows without a time and rows out of order end no gap', () => {
  const times = barsOf(xnys.sessions({ from: '2024-11-27', to: '2024-11-27' }), 30n * minute)
  expect(gaps([...times.slice(0, 3), noTime, ...times.slice(3)], '30m')).toMatchObject(none)
  expect(gaps(times.toReversed(), '30m')).toMatchObject(none)
  expect(gaps([], '1d')).toMatchObject(none)
  expect(gaps([noTime], '30m')).toMatchObject(none)
})

test('twenty years of a real index have a bar for each session of New York', async () => {
  const bars = await sampleBars('sp500')
  const learnt = validateBars(bars)
  const judged = validateBars(bars, { calendar: xnys })
  expect(learnt.missingBars).toBeGreaterThan(150)
  expect(judged.missingBars).toBe(0)
  expect(judged.findings.filter(({ code }) => code === 'GAP')).toEqual([])
})

test('a lost session is told with the name of the calendar', async () => {
  const bars = await sampleBars('sp500')
  const isKept = (_: unknown, row: number): boolean => row !== 100
  const lost = {
    ...bars,
    time: bars.time.filter(isKept),
    open: bars.open.filter(isKept),
    high: bars.high.filter(isKept),
    low: bars.low.filter(isKept),
    close: bars.close.filter(isKept),
    volume: bars.volume.filter(isKept),
  }
  const { findings } = validateBars(lost, { calendar: xnys })
  expect(findings.find(({ code }) => code === 'GAP')?.message).toBe(
    '1 bar is missing in 1 gaps, at most 1 at a time (before row 101); times in which XNYS is closed are not counted',
  )
})

test('bars outside of what the calendar knows are refused', () => {
  expect(() => gaps([parseInstant('1985-01-02', 'end')], '1d')).toThrow(/XNYS is known from 1990/)
})
