import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { NeuralTraderError } from '@neural-trader/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatInstant, parseInstant } from '../instant.ts'
import { calendars } from './calendar-data.ts'
import {
  type ExchangeCalendar,
  exchangeCalendar,
  type SessionColumns,
} from './exchange-calendar.ts'

/** What the source itself says, written by scripts/export-calendars.py. */
type Golden = {
  readonly samples: readonly (readonly [string, string])[]
  readonly calendars: Readonly<
    Record<string, { sessions: number; sha256: string; sampled: readonly string[] }>
  >
}

const golden = JSON.parse(
  readFileSync(new URL('../../test/calendar-sessions.json', import.meta.url), 'utf8'),
) as Golden

const text = (time: bigint): string => formatInstant(time).replace(/:00Z$/, 'Z')
const minute = 60_000_000_000n

/** Sessions as the golden file writes them: date, open, break where there is one, close. */
function lines({ date, open, breakStart, breakEnd, close }: SessionColumns): string[] {
  return date.map((day, row) => {
    const pause = breakStart[row] === close[row] ? [] : [breakStart[row]!, breakEnd[row]!]
    return [day, ...[open[row]!, ...pause, close[row]!].map(text)].join(' ')
  })
}

test('there is a file and a golden sample for each calendar, and no others', () => {
  const files = readdirSync(new URL('../../data/calendars', import.meta.url))
  const documents = files.filter((file) => file.endsWith('.json'))
  const expected = calendars().map((id) => `${id.replace('/', '-')}.json`)
  expect(new Set(documents)).toEqual(new Set(expected))
  expect(new Set(Object.keys(golden.calendars))).toEqual(new Set(calendars()))
})

describe.each(Object.entries(golden.calendars))('%s', (id, source) => {
  const calendar = exchangeCalendar(id)

  test('the sampled sessions are those of the source', () => {
    const sampled = golden.samples.flatMap(([from, to]) => lines(calendar.sessions({ from, to })))
    expect(sampled).toEqual(source.sampled)
  })

  test('every session is that of the source, to the minute in UTC', () => {
    const all = lines(calendar.sessions())
    expect(all.length).toBe(source.sessions)
    const digest = createHash('sha256').update(all.map((line) => `${line}\n`).join(''))
    expect(digest.digest('hex')).toBe(source.sha256)
  })

  test('sessions ascend, have a length and never overlap', () => {
    const { date, open, breakStart, breakEnd, close } = calendar.sessions()
    const isOrdered = date.every(
      (day, row) =>
        open[row]! < breakStart[row]! &&
        breakStart[row]! <= breakEnd[row]! &&
        breakEnd[row]! <= close[row]! &&
        (row === 0 || (close[row - 1]! <= open[row]! && date[row - 1]! < day)),
    )
    expect(isOrdered).toBe(true)
  })

  test('moments agree with the sessions', () => {
    const columns = calendar.sessions()
    fc.assert(
      fc.property(momentsOf(calendar), (time) => {
        expect(ask(calendar, time)).toEqual(lookUp(columns, time))
      }),
    )
  })

  test('single sessions agree with the columns', () => {
    const columns = calendar.sessions()
    fc.assert(
      fc.property(fc.nat({ max: columns.date.length - 1 }), (row) => {
        const date = columns.date[row]!
        const session = calendar.session(date)!
        const { open, close, breakStart, breakEnd } = calendar.sessions({ from: date, to: date })
        expect([session.date, session.open, session.close]).toEqual([date, open[0], close[0]])
        expect(session.breakStart ?? close[0]).toBe(breakStart[0])
        expect(session.breakEnd ?? close[0]).toBe(breakEnd[0])
      }),
    )
  })
})

/** Any minute, and the edges of sessions, away from the ends of the calendar. */
function momentsOf(calendar: ExchangeCalendar): fc.Arbitrary<bigint> {
  const { open, breakStart, breakEnd, close } = calendar.sessions()
  const edges = [open, breakStart, breakEnd, close]
  const last = open.length - 2
  const anywhere = fc.bigInt({ min: close[0]! / minute, max: open[last]! / minute })
  const edge = fc
    .tuple(fc.nat({ max: 3 }), fc.integer({ min: 2, max: last - 1 }), fc.constantFrom(-1n, 0n, 1n))
    .map(([which, row, nudge]) => edges[which]![row]! + nudge)
  return fc.oneof(
    anywhere.map((count) => count * minute),
    edge,
  )
}

type Answers = Record<'isOpen' | 'nextOpen' | 'nextClose' | 'previousClose', unknown>

function ask(calendar: ExchangeCalendar, time: bigint): Answers {
  return {
    isOpen: calendar.isOpen(time),
    nextOpen: calendar.nextOpen(time),
    nextClose: calendar.nextClose(time),
    previousClose: calendar.previousClose(time),
  }
}

/** The same by looking through all sessions, without any search. */
function lookUp({ open, breakStart, breakEnd, close }: SessionColumns, time: bigint): Answers {
  return {
    isOpen: open.some(
      (from, row) =>
        from <= time && time < close[row]! && (time < breakStart[row]! || time >= breakEnd[row]!),
    ),
    nextOpen: open.find((from) => from > time),
    nextClose: close.find((end) => end > time),
    previousClose: close.findLast((end) => end <= time),
  }
}

test('half days', () => {
  const calendar = exchangeCalendar('XNYS')
  expect(['2023-11-24', '2024-07-03', '2024-12-24'].map(calendar.isHalfDay)).toEqual([
    true,
    true,
    true,
  ])
  expect(['2023-11-22', '2023-11-23', '2024-07-04'].map(calendar.isHalfDay)).toEqual([
    false,
    false,
    false,
  ])
  expect(text(calendar.session('2023-11-24')!.close)).toBe('2023-11-24T18:00Z')
})

test('the storm of 2012 closed New York for two days', () => {
  const { session, previousClose } = exchangeCalendar('XNYS')
  expect([session('2012-10-29'), session('2012-10-30')]).toEqual([null, null])
  expect(text(previousClose('2012-10-30T18:00Z'))).toBe('2012-10-26T20:00Z')
})

test.each([
  ['XNYS', '2024-03-08', '14:30', '2024-03-11', '13:30'],
  ['XNYS', '2024-11-01', '13:30', '2024-11-04', '14:30'],
  ['XLON', '2024-03-28', '08:00', '2024-04-02', '07:00'],
  ['XLON', '2024-10-25', '07:00', '2024-10-28', '08:00'],
])('%s across a change of the clocks: %s %s, %s %s', (id, before, opens, after, reopens) => {
  const calendar = exchangeCalendar(id)
  expect(text(calendar.session(before)!.open)).toBe(`${before}T${opens}Z`)
  expect(text(calendar.nextOpen(calendar.session(before)!.close))).toBe(`${after}T${reopens}Z`)
})

test('Tokyo closes for lunch', () => {
  const calendar = exchangeCalendar('XTKS')
  const at = (clock: string): boolean => calendar.isOpen(`2024-03-08T${clock}+09:00`)
  expect(['08:59', '09:00', '11:29', '11:30', '12:29', '12:30', '14:59', '15:00'].map(at)).toEqual([
    false,
    true,
    true,
    false,
    false,
    true,
    true,
    false,
  ])
})

test('a session of Chicago opens the evening before its date', () => {
  const { session } = exchangeCalendar('CMES')
  expect(text(session('2024-03-11')!.open)).toBe('2024-03-10T22:00Z')
  expect(text(session('2024-03-11')!.close)).toBe('2024-03-11T22:00Z')
})

const refused: readonly (readonly [string, (calendar: ExchangeCalendar) => unknown, RegExp])[] = [
  ['a date before', ({ session }) => session('1989-12-29'), /1990-01-01 to 2027-12-31.*1989-12-29/],
  ['a date after', ({ isHalfDay }) => isHalfDay('2028-01-03'), /2028-01-03/],
  ['a range that leaves it', ({ sessions }) => sessions({ to: '2030-01-01' }), /2030-01-01/],
  ['a moment after', ({ isOpen }) => isOpen('2028-01-03T15:00Z'), /2028-01-03T15:00:00Z/],
  ['an opening after the last', ({ nextOpen }) => nextOpen('2027-12-31T20:00Z'), /no such session/],
  ['a close before the first', ({ previousClose }) => previousClose('1990-01-02'), /no such/],
  ['what is no date', ({ session }) => session('2024-02-30'), /'2024-02-30' is not a date/],
  ['a time for a date', ({ session }) => session('2024-02-03T10:00Z'), /YYYY-MM-DD/],
]

test.each(refused)('%s is refused', (_, question, message) => {
  expect(() => question(exchangeCalendar('XNYS'))).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringMatching(message) }),
  )
})

test('an evening that belongs to a date after the last is not known', () => {
  const { isOpen } = exchangeCalendar('CMES')
  expect(isOpen('2027-12-31T22:59Z')).toBe(true)
  expect(() => isOpen('2027-12-31T23:00Z')).toThrow(NeuralTraderError)
})

test('a misspelt calendar gets the nearest', () => {
  expect(() => exchangeCalendar('XNSY')).toThrow(/'XNSY'.*XNYS, XNAS.*Did you mean XNYS\?/)
  expect(() => exchangeCalendar('Vienna')).toThrow(/choose one of/)
})

test('a range that ends before it starts has no sessions', () => {
  const { date } = exchangeCalendar('XNYS').sessions({ from: '2024-02-01', to: '2024-01-01' })
  expect(date).toEqual([])
})

test('around the clock', () => {
  const { isOpen, sessions } = exchangeCalendar('24/7')
  expect(isOpen(parseInstant('2024-12-25T00:00Z'))).toBe(true)
  expect(sessions({ from: '2024-02-24', to: '2024-03-01' }).date.length).toBe(7)
  expect(exchangeCalendar('24/5').isOpen('2024-02-24T12:00Z')).toBe(false)
})
