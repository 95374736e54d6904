import type { Bars, Timeframe } from '@neural-trader/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatInstant, parseInstant } from '../instant.ts'
import { barSessions, tickSessions } from './bar-sessions.ts'
import { exchangeCalendar } from './exchange-calendar.ts'

function barsAt(times: BigInt64Array, timeframe: Timeframe): Bars {
  const column = (): Float64Array => new Float64Array(times.length)
  const instrument = 'X.XNYS'
  const [open, high, low, close, volume] = [column(), column(), column(), column(), column()]
  return { instrument, timeframe, time: times, open, high, low, close, volume }
}

const moments = (...texts: string[]): BigInt64Array =>
  BigInt64Array.from(texts, (text) => parseInstant(text))

/** Open and close of the sessions from the one that opens at this time. */
function rowsFrom(opens: string, count: number, bars: Bars, calendar = 'XNYS'): string[][] {
  const { open, close } = barSessions(bars, exchangeCalendar(calendar))
  const first = open.indexOf(parseInstant(opens))
  return Array.from({ length: count }, (_, at) =>
    [open[first + at]!, close[first + at]!].map(formatInstant),
  )
}

test('of shorter bars the sessions are those of the venue', () => {
  const bars = barsAt(moments('2024-11-27T20:59:00Z', '2024-11-29T14:31:00Z'), '1m')
  expect(rowsFrom('2024-11-27T14:30:00Z', 2, bars)).toEqual([
    ['2024-11-27T14:30:00Z', '2024-11-27T21:00:00Z'],
    ['2024-11-29T14:30:00Z', '2024-11-29T18:00:00Z'],
  ])
  expect(barSessions(bars, exchangeCalendar('XNYS')).barLength).toBe(60_000_000_000n)
})

test('a quote at the open or close of a session is of it', () => {
  const time = moments('2024-11-27T14:30:00Z', '2024-11-27T21:00:00Z', '2024-11-27T21:00:01Z')
  const { open, close, barLength, barsOutside } = tickSessions(
    { instrument: 'X.XNYS', time },
    exchangeCalendar('XNYS'),
  )
  const opens = parseInstant('2024-11-27T14:30:00Z') - 1n
  expect(close[open.indexOf(opens)]).toBe(parseInstant('2024-11-27T21:00:00Z'))
  expect([barLength, barsOutside]).toEqual([1n, 1])
})

test('sessions without a pause do not overlap', () => {
  const time = moments('2024-11-27T00:00:00Z')
  const { open, close, barsOutside } = tickSessions(
    { instrument: 'X.BINANCE', time },
    exchangeCalendar('24/7'),
  )
  expect(open.slice(1)).toEqual(close.slice(0, -1))
  expect(barsOutside).toBe(0)
})

test('quotes that all lie outside are refused', () => {
  const ticks = { instrument: 'X.XNYS', time: moments('2024-11-27T12:00:00Z') }
  expect(() => tickSessions(ticks, exchangeCalendar('XNYS'))).toThrow(/None of the quotes/)
})

describe('a daily bar closes its session', () => {
  test.each([
    ['dates', '2024-11-27T23:59:59.999Z', '2024-11-29T23:59:59.999Z'],
    ['midnights in UTC', '2024-11-28T00:00:00Z', '2024-11-30T00:00:00Z'],
    ['midnights in New York', '2024-11-28T05:00:00Z', '2024-11-30T05:00:00Z'],
    ['closes', '2024-11-27T21:00:00Z', '2024-11-29T18:00:00Z'],
  ])('stamped with %s', (_stamps, first, second) => {
    const bars = barsAt(moments(first, second), '1d')
    expect(rowsFrom('2024-11-27T14:30:00Z', 2, bars)).toEqual([
      ['2024-11-27T14:30:00Z', formatInstant(parseInstant(first))],
      ['2024-11-29T14:30:00Z', formatInstant(parseInstant(second))],
    ])
    expect(barSessions(bars, exchangeCalendar('XNYS')).barsOutside).toBe(0)
  })

  test('around the clock a date is the session that ends with it', () => {
    const bars = barsAt(moments('2024-11-27T23:59:59.999Z', '2024-11-28T23:59:59.999Z'), '1d')
    expect(rowsFrom('2024-11-27T00:00:00Z', 2, bars, '24/7')).toEqual([
      ['2024-11-27T00:00:00Z', '2024-11-27T23:59:59.999Z'],
      ['2024-11-28T00:00:00Z', '2024-11-28T23:59:59.999Z'],
    ])
  })

  test('one on a holiday is outside', () => {
    const dates = ['2024-11-27', '2024-11-28', '2024-11-29', '2024-11-30']
    const bars = barsAt(moments(...dates.map((date) => `${date}T23:59:59.999Z`)), '1d')
    expect(barSessions(bars, exchangeCalendar('XNYS')).barsOutside).toBe(2)
  })
})

const minute = 60_000_000_000n
const from = parseInstant('2024-02-26T00:00:00Z')

test('bars outside are those that no session has, counted one by one', () => {
  const steps = fc.array(fc.bigInt({ min: 1n, max: 400n }), { minLength: 1, maxLength: 60 })
  const lengths = fc.constantFrom<Timeframe>('1m', '30m', '1h')
  const ids = fc.constantFrom('XNYS', 'XHKG', 'CMES', '24/5')
  fc.assert(
    fc.property(steps, lengths, ids, (gaps, timeframe, id) => {
      let time = from
      const bars = barsAt(
        BigInt64Array.from(gaps, (gap) => (time += gap * minute)),
        timeframe,
      )
      const length = { '1m': minute, '30m': 30n * minute, '1h': 60n * minute }[timeframe as '1m']
      const { open, close } = exchangeCalendar(id).sessions({
        from: '2024-02-20',
        to: '2024-04-01',
      })
      const isWithin = (end: bigint): boolean =>
        open.some((start, session) => start < end && end - length < close[session]!)
      const outside = Array.from(bars.time).filter((end) => !isWithin(end)).length
      fc.pre(outside < bars.time.length)
      expect(barSessions(bars, exchangeCalendar(id)).barsOutside).toBe(outside)
    }),
  )
})

describe('what is refused', () => {
  test.each([
    ['bars longer than a day', barsAt(moments('2024-11-29T21:00:00Z'), '1w'), /Bars of 1w/],
    ['times before the calendar', barsAt(moments('1980-01-02T21:00:00Z'), '1m'), /known from/],
    ['nothing but nights', barsAt(moments('2024-11-29T03:00:00Z'), '1m'), /None of the bars/],
  ])('%s', (_name, bars, message) => {
    expect(() => barSessions(bars, exchangeCalendar('XNYS'))).toThrow(message)
  })
})
