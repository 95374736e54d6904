import type { Timeframe } from '@neural-trader/core'
import type { Fault } from '../fault.ts'
import { inferTimeframe } from '../infer-timeframe.ts'
import { noTime, type RawFile, type StampMeaning } from '../raw-bars.ts'
import { zonedToUtc } from '../time-zone.ts'
import {
  addTimeframes,
  dateStamp,
  dayLength,
  isDaysOrLonger,
  parseTimeframe,
} from '../timeframe.ts'
import type { ReadBarsOptions } from './options.ts'

/** The closing times of a file, and how they were read. */
export type CloseTimes = {
  readonly time: BigInt64Array
  readonly timeframe: Timeframe
  /** `dates`, `stated in each row`, or the zone that was assumed. */
  readonly timeZone: string
  readonly faults: readonly Fault[]
}

/** Turns the stamps of a file into closing times in UTC. */
export function closeTimes(file: RawFile, options: ReadBarsOptions): CloseTimes {
  const meaning = options.timestamp ?? file.stamps
  const stated = options.timeframe ?? file.timeframe
  const days = namesDays(file, meaning, stated === null ? null : parseTimeframe(stated))
  const zoned = days
    ? { time: file.raw.local.slice(), timeZone: 'dates', faults: mixedZones(file) }
    : toUtc(file, options)
  const timeframe = (stated as Timeframe | null) ?? inferTimeframe(zoned.time)
  const shift = shiftOf(timeframe, days, meaning === 'open')
  if (shift !== null) shiftAll(zoned.time, shift)
  return { ...zoned, timeframe }
}

/** From what a stamp names to the close of its bar. */
function shiftOf(
  timeframe: Timeframe,
  days: boolean,
  opens: boolean,
): ((time: bigint) => bigint) | null {
  if (days && opens && isDaysOrLonger(timeframe))
    return (date) => dateStamp(addTimeframes(date, timeframe, 1))
  if (days) return (date) => dateStamp(date + dayLength)
  return opens ? (time) => addTimeframes(time, timeframe, 1) : null
}

function shiftAll(time: BigInt64Array, shift: (time: bigint) => bigint): void {
  for (let i = 0; i < time.length; i++) if (time[i] !== noTime) time[i] = shift(time[i]!)
}

/** Whether the stamps are dates: written as such, or midnights that nothing says are moments. */
function namesDays(file: RawFile, meaning: StampMeaning | null, stated: Timeframe | null): boolean {
  const areMoments = meaning !== null || (stated !== null && !isDaysOrLonger(stated))
  return (file.dates || !areMoments) && everyRowAtMidnight(file.raw.local)
}

function everyRowAtMidnight(local: BigInt64Array): boolean {
  for (const wall of local) if (wall !== noTime && wall % dayLength !== 0n) return false
  return true
}

function toUtc(file: RawFile, options: ReadBarsOptions): Omit<CloseTimes, 'timeframe'> {
  const { local, offset } = file.raw
  const faults = mixedZones(file)
  const zone = options.timeZone ?? 'UTC'
  if (offset[0] === noTime && zone !== 'UTC') {
    const { time, skipped } = zonedToUtc(local, zone)
    const gap: Fault = {
      code: 'DATA_TIME_ZONE',
      column: 'time',
      count: skipped.length,
      rows: skipped.slice(0, 5),
      zone,
    }
    return { time, timeZone: zone, faults: skipped.length === 0 ? faults : [...faults, gap] }
  }
  const time = local.slice()
  for (let i = 0; i < time.length; i++) {
    if (offset[i] !== noTime && offset[i] !== 0n && time[i] !== noTime)
      time[i] = time[i]! - offset[i]!
  }
  return { time, timeZone: offset[0] === noTime ? zone : 'stated in each row', faults }
}

/** Rows that state a zone where the first states none, or the other way round. */
function mixedZones(file: RawFile): Fault[] {
  const { local, offset } = file.raw
  const rows: number[] = []
  let count = 0
  for (let i = 1; i < offset.length; i++) {
    if ((offset[i] === noTime) === (offset[0] === noTime) || local[i] === noTime) continue
    count += 1
    if (rows.length < 5) rows.push(i)
  }
  return count === 0 ? [] : [{ code: 'DATA_TIME_ZONE', column: 'time', count, rows }]
}
