import { NeuralTraderError } from '@neural-trader/core'
import { noTime } from './raw-bars.ts'

const second = 1_000_000_000n
const daySeconds = 86_400

/** A stretch of time with one offset: seconds since the epoch, `end` exclusive. */
type Segment = { readonly start: bigint; readonly end: bigint; readonly offset: bigint }

/** Times of a zone, and the first row whose wall clock the zone skips. */
export type ZonedTimes = { readonly time: BigInt64Array; readonly skipped: readonly number[] }

/**
 * Turns wall-clock times of an IANA zone into UTC. Where a clock set back shows a time twice, the
 * first is meant unless that would run backwards. A time that a clock set forward skips is left as if
 * the clock had not been set, and its row reported.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` when the zone is not known.
 */
export function zonedToUtc(local: BigInt64Array, zone: string): ZonedTimes {
  const offsetAt = offsetsOf(zone)
  const segments = segmentsBetween(local, offsetAt)
  const time = new BigInt64Array(local.length)
  const skipped: number[] = []
  let previous = noTime
  let near = 0
  for (let i = 0; i < local.length; i++) {
    const wall = local[i]!
    if (wall === noTime) {
      time[i] = noTime
      continue
    }
    const found = findSegment(segments, wall, previous, near)
    if (found === null) skipped.push(i)
    else near = found
    time[i] = wall - segments[found ?? near]!.offset
    previous = time[i]!
  }
  return { time, skipped }
}

function findSegment(
  segments: readonly Segment[],
  wall: bigint,
  previous: bigint,
  near: number,
): number | null {
  const from = wall - segments[near]!.offset < segments[near]!.start ? 0 : Math.max(0, near - 1)
  let found: number | null = null
  for (let index = from; index < segments.length; index++) {
    const { start, end, offset } = segments[index]!
    const time = wall - offset
    if (time < start) break
    if (time >= end) continue
    if (time > previous) return index
    found ??= index
  }
  return found
}

/** Offset of the zone in seconds at a moment in seconds. */
function offsetsOf(zone: string): (moment: number) => number {
  const format = formatOf(zone)
  return (moment) => {
    const part = Object.fromEntries(
      format.formatToParts(moment * 1000).map(({ type, value }) => [type, Number(value)]),
    )
    const wall = Date.UTC(
      part['year']!,
      part['month']! - 1,
      part['day'],
      part['hour'],
      part['minute'],
      part['second'],
    )
    return wall / 1000 - moment
  }
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const numeric = 'numeric'
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    })
  } catch (cause) {
    throw new NeuralTraderError(
      'INVALID_ARGUMENT',
      `Time zone '${timeZone}' is not known: give an IANA name such as America/New_York, or UTC`,
      { details: { timeZone }, cause },
    )
  }
}

/** The stretches of equal offset that cover all these wall clocks, a day to spare at both ends. */
function segmentsBetween(local: BigInt64Array, offsetAt: (moment: number) => number): Segment[] {
  const [first, last] = range(local)
  const end = last + 2 * daySeconds
  let start = first - 2 * daySeconds
  let offset = offsetAt(start)
  const segments: Segment[] = []
  for (let day = start + daySeconds; day <= end; day += daySeconds) {
    if (offsetAt(day) === offset) continue
    const change = changeBetween(day - daySeconds, day, offsetAt)
    segments.push(segment(start, change, offset))
    start = change
    offset = offsetAt(day)
  }
  return [...segments, segment(start, end, offset)]
}

function range(local: BigInt64Array): [number, number] {
  let first = Infinity
  let last = -Infinity
  for (const wall of local) {
    if (wall === noTime) continue
    const seconds = Number(wall / second)
    if (seconds < first) first = seconds
    if (seconds > last) last = seconds
  }
  return first > last ? [0, 0] : [first, last]
}

/** The second at which the offset changes, by bisection. */
function changeBetween(from: number, to: number, offsetAt: (moment: number) => number): number {
  const before = offsetAt(from)
  let low = from
  let high = to
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle) === before) low = middle
    else high = middle
  }
  return high
}

function segment(start: number, end: number, offset: number): Segment {
  return {
    start: BigInt(start) * second,
    end: BigInt(end) * second,
    offset: BigInt(offset) * second,
  }
}
