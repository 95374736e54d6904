import { dayLength } from '../timeframe.ts'
import { zonedToUtc } from '../time-zone.ts'
import type { CalendarData, CalendarHours, DatesByYear } from './calendar-data.ts'
import { dayNumber, isoWeekday } from './calendar-date.ts'

/** All sessions of a calendar, ascending: a row is a session. */
export type SessionTable = {
  /** Days since 1970-01-01 of the sessions' dates. */
  readonly day: Int32Array
  /** Nanoseconds since the epoch, UTC; a session without a break has both ends of it at its close. */
  readonly open: BigInt64Array
  readonly breakStart: BigInt64Array
  readonly breakEnd: BigInt64Array
  readonly close: BigInt64Array
  /** 1 where the session is shorter than the regular hours of its date. */
  readonly isShort: Uint8Array
  /** From when on, and before when, the table tells whether the venue is open. */
  readonly knownFrom: bigint
  readonly knownUntil: bigint
}

/** Hours as nanoseconds after the session's local midnight: open, break's start and end, close. */
type Offsets = readonly [bigint, bigint, bigint, bigint]

type PlannedSession = { readonly day: number; readonly hours: Offsets; readonly isShort: boolean }

const minute = 60_000_000_000n

/** Puts the sessions of a calendar together and turns local times into UTC, daylight saving included. */
export function buildSessionTable(data: CalendarData): SessionTable {
  const planned = planSessions(data)
  const marks = new BigInt64Array(planned.length * 4 + 2)
  const dayAfter = dayNumber(data.last) + 1
  const [regularOpen] = toOffsets(data.hours.at(-1)!)
  marks[0] = midnight(dayNumber(data.first))
  planned.forEach(({ day, hours }, row) => {
    hours.forEach((offset, part) => (marks[1 + row * 4 + part] = midnight(day) + offset))
  })
  // A session that opens the evening before belongs to a date that is not known any more.
  marks[marks.length - 1] = midnight(dayAfter) + (regularOpen < 0n ? regularOpen : 0n)
  const utc = toUtc(marks, data.timeZone)
  const column = (part: number): BigInt64Array =>
    BigInt64Array.from(planned, (_, row) => utc[1 + row * 4 + part]!)
  return {
    day: Int32Array.from(planned, ({ day }) => day),
    open: column(0),
    breakStart: column(1),
    breakEnd: column(2),
    close: column(3),
    isShort: Uint8Array.from(planned, ({ isShort }) => (isShort ? 1 : 0)),
    knownFrom: utc[0]!,
    knownUntil: utc.at(-1)!,
  }
}

function planSessions(data: CalendarData): PlannedSession[] {
  const holidays = new Set(days(data.holidays))
  const exceptions = new Map(
    data.exceptions.flatMap((each) => days(each.dates).map((day) => [day, toOffsets(each)])),
  )
  const rules = data.hours.map((each) => ({ from: dayNumber(each.from), hours: toOffsets(each) }))
  const planned: PlannedSession[] = []
  for (let day = dayNumber(data.first); day <= dayNumber(data.last); day++) {
    const regular = rules.findLast(({ from }) => from <= day)!.hours
    const special = exceptions.get(day)
    const hours = special ?? regular
    if (special === undefined && (holidays.has(day) || !data.weekdays.includes(isoWeekday(day))))
      continue
    planned.push({ day, hours, isShort: hours[3] - hours[0] < regular[3] - regular[0] })
  }
  return planned
}

function days(dates: DatesByYear): number[] {
  return Object.entries(dates).flatMap(([year, list]) =>
    list.split(' ').map((date) => dayNumber(`${year}-${date}`)),
  )
}

function toOffsets({ open, close, breakStart = close, breakEnd = close }: CalendarHours): Offsets {
  return [toOffset(open), toOffset(breakStart), toOffset(breakEnd), toOffset(close)]
}

function toOffset(clock: string): bigint {
  const [, hours = '', minutes = '', dayBefore] = /^(\d{2}):(\d{2})(-1d)?$/.exec(clock) ?? []
  const offset = BigInt(Number(hours) * 60 + Number(minutes)) * minute
  return dayBefore === undefined ? offset : offset - dayLength
}

function midnight(day: number): bigint {
  return BigInt(day) * dayLength
}

function toUtc(local: BigInt64Array, timeZone: string): BigInt64Array {
  return timeZone === 'UTC' ? local : zonedToUtc(local, timeZone).time
}
