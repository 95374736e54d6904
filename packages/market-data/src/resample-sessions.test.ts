import type { Bars, Timeframe } from '@neural-trader/core'
import { expect, test } from 'vitest'
import { exchangeCalendar } from './calendar/exchange-calendar.ts'
import { formatInstant, type Instant, parseInstant } from './instant.ts'
import { resample } from './resample.ts'

const xnys = exchangeCalendar('XNYS')
const minute = 60_000_000_000n

/** Bars that close at these times; the close of a bar is its number from 1, its volume 1. */
function barsAt(times: readonly Instant[], timeframe: Timeframe = '30m'): Bars {
  const number = Float64Array.from(times, (_, row) => row + 1)
  return {
    instrument: 'ACME.XNYS',
    timeframe,
    time: BigInt64Array.from(times, (time) => parseInstant(time)),
    open: number,
    high: number,
    low: number,
    close: number,
    volume: number.map(() => 1),
  }
}

/** A bar every 30 minutes of these UTC days, around the clock. */
function halfHours(from: string, to: string): Bars {
  const times: bigint[] = []
  const end = parseInstant(to, 'end')
  for (let at = parseInstant(from) + 30n * minute; at <= end; at += 30n * minute) times.push(at)
  return barsAt(times)
}

const days = (bars: Bars): string[] =>
  [...bars.time].map((time, row) => `${formatInstant(time)} ${bars.volume[row]}`)

test('a session makes one bar at its close: half day, weekend and the end of daylight saving', () => {
  const thanksgiving = resample(halfHours('2024-11-27', '2024-12-02'), '1d', { calendar: xnys })
  expect(thanksgiving.timeframe).toBe('1d')
  expect(days(thanksgiving)).toEqual([
    '2024-11-27T21:00:00Z 13',
    '2024-11-29T18:00:00Z 7',
    '2024-12-02T21:00:00Z 13',
  ])
  const clocksBack = resample(halfHours('2024-11-01', '2024-11-04'), '1d', { calendar: xnys })
  expect(days(clocksBack)).toEqual(['2024-11-01T20:00:00Z 13', '2024-11-04T21:00:00Z 13'])
})

test('the first row closes after the open, the last with the session', () => {
  const bars = barsAt([
    '2024-11-27T14:30Z',
    '2024-11-27T15:00Z',
    '2024-11-27T21:00Z',
    '2024-11-27T21:30Z',
  ])
  const [day, ...others] = days(resample(bars, '1d', { calendar: xnys }))
  expect([day, others]).toEqual(['2024-11-27T21:00:00Z 2', []])
  const { open, close, high, low } = resample(bars, '1d', { calendar: xnys })
  expect([open[0], high[0], low[0], close[0]]).toEqual([2, 3, 2, 3])
})

test('extended hours count into the session that closes next, and nothing gets lost', () => {
  const bars = halfHours('2024-11-27', '2024-12-02')
  const kept = resample(bars, '1d', { calendar: xnys, extendedHours: true })
  expect(kept.volume.reduce((sum, each) => sum + each)).toBe(bars.time.length)
  expect(days(kept)).toEqual([
    '2024-11-27T21:00:00Z 42',
    '2024-11-29T18:00:00Z 90',
    '2024-12-02T21:00:00Z 150',
    '2024-12-03T21:00:00Z 5',
  ])
})

test('a session that another bar fits in is unfinished', () => {
  const untilNoon = barsAt(['2024-11-27T15:00Z', '2024-11-27T17:00Z'])
  const whole = barsAt(['2024-11-27T15:00Z', '2024-11-27T21:00Z', '2024-11-27T22:00Z'])
  const options = { calendar: xnys, dropPartial: true }
  expect(days(resample(untilNoon, '1d', options))).toEqual([])
  expect(days(resample(whole, '1d', options))).toEqual(['2024-11-27T21:00:00Z 2'])
  expect(days(resample(untilNoon, '1d', { calendar: xnys }))).toEqual(['2024-11-27T21:00:00Z 2'])
})

test('the evening before belongs to the session of Chicago', () => {
  const bars = barsAt(['2024-11-24T23:30Z', '2024-11-25T23:00Z', '2024-11-25T23:30Z'])
  expect(days(resample(bars, '1d', { calendar: exchangeCalendar('CMES') }))).toEqual([
    '2024-11-25T23:00:00Z 2',
    '2024-11-26T23:00:00Z 1',
  ])
})

test('the last session that is known is put together, what follows is refused', () => {
  const last = barsAt(['2027-12-31T20:30Z', '2027-12-31T21:00Z'])
  expect(days(resample(last, '1d', { calendar: xnys }))).toEqual(['2027-12-31T21:00:00Z 2'])
  const after = barsAt(['2027-12-31T21:30Z'])
  expect(() => resample(after, '1d', { calendar: xnys })).toThrow(/1990-01-01 to 2027-12-31/)
})

test('no bars make none, and so does a holiday', () => {
  expect(resample(barsAt([]), '1d', { calendar: xnys }).time.length).toBe(0)
  expect(days(resample(halfHours('2024-07-04', '2024-07-04'), '1d', { calendar: xnys }))).toEqual(
    [],
  )
})

test('extended hours without a calendar are refused', () => {
  expect(() => resample(barsAt([]), '1d', { extendedHours: true })).toThrow(/calendar: give one/)
})

test.each<[Timeframe, Timeframe, RegExp]>([
  ['30m', '1h', /No bars of 1h by the calendar XNYS: make 1d by sessions first/],
  ['30m', '1w', /1w of them without a calendar/],
  ['1d', '1d', /put together from shorter bars, not from 1d/],
])('%s to %s by sessions is refused', (from, to, message) => {
  expect(() => resample(barsAt(['2024-11-27'], from), to, { calendar: xnys })).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringMatching(message) }),
  )
})
