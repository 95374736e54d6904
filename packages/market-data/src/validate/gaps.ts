import type { Timeframe } from '@neural-trader/core'
import { timeframeLength } from '../timeframe.ts'
import { noTime } from '../raw-bars.ts'

/** A stretch without bars that were to be expected. */
export type Gap = {
  /** Index of the first bar after it. */
  readonly row: number
  readonly missingBars: number
}

/** The gaps of a series. */
export type Gaps = {
  readonly count: number
  /** Expected bars that are not there, in total. */
  readonly missingBars: number
  readonly longest: Gap | null
  /** The first ones. */
  readonly first: readonly Gap[]
  /** Breaks in which no bar was to be expected: nights, weekends. */
  readonly closures: number
}

const day = 86_400_000_000_000
const week = 7 * day
const fewWeeks = 4

/** A recurring period divided into bars: which of them usually trade. */
type Profile = {
  readonly period: number
  readonly expectedBefore: Int32Array
  readonly expected: number
}

/**
 * Gaps relative to the timeframe. What is to be expected is learnt from the series itself: a bar of
 * the week (of the day where there are less than four weeks) counts as missing when three quarters of
 * the weeks, or all but one, have it. So nights and weekends are no gaps, a holiday on a weekday is one.
 */
export function findGaps(time: BigInt64Array, timeframe: Timeframe): Gaps {
  const { slots, length } = toSlots(time, timeframe)
  const profile = learnProfile(slots, length)
  return collectGaps(slots.length, (row) => {
    const before = slots[row - 1]!
    const after = slots[row]!
    return after - before > 1 ? expectedBetween(profile, before + 1, after) : null
  })
}

/**
 * Puts gaps together.
 *
 * @param missingBefore bars that are missing before a row; null where it follows the row before it.
 */
export function collectGaps(rows: number, missingBefore: (row: number) => number | null): Gaps {
  const first: Gap[] = []
  let count = 0
  let missingBars = 0
  let closures = 0
  let longest: Gap | null = null
  for (let row = 1; row < rows; row++) {
    const missing = missingBefore(row)
    if (missing === null) continue
    if (missing === 0) {
      closures += 1
      continue
    }
    const gap = { row, missingBars: missing }
    count += 1
    missingBars += missing
    if (longest === null || missing > longest.missingBars) longest = gap
    if (first.length < 5) first.push(gap)
  }
  return { count, missingBars, longest, first, closures }
}

/** The number of the bar, counted from the epoch, in which each close lies; months by the calendar. */
export function toSlots(
  time: BigInt64Array,
  timeframe: Timeframe,
): { slots: Float64Array; length: number } {
  const length = Number(timeframeLength(timeframe) ?? 0n)
  const months = length === 0 ? Number.parseInt(timeframe, 10) : 0
  const slots = Float64Array.from(time, (close) => {
    if (close === noTime) return Number.NaN
    if (months === 0) return Math.floor((Number(close / 1000n) - 1) / (length / 1000))
    const date = new Date(Number(close / 1_000_000n) - 1)
    return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months)
  })
  return { slots, length }
}

function learnProfile(slots: Float64Array, length: number): Profile {
  const first = slots.find((slot) => !Number.isNaN(slot)) ?? 0
  const last = slots.findLast((slot) => !Number.isNaN(slot)) ?? 0
  const span = (last - first + 1) * length
  const period = span >= fewWeeks * week ? week : day
  const size = period / length
  if (length === 0 || !Number.isInteger(size) || size === 1 || span < 2 * period) return always()
  return countOccupied(slots, size)
}

function always(): Profile {
  return { period: 1, expectedBefore: Int32Array.of(0, 1), expected: 1 }
}

/** How often each bar of the period is there, out of the periods that have any bar. */
function countOccupied(slots: Float64Array, size: number): Profile {
  const occupied = new Int32Array(size)
  const periods = new Set<number>()
  let previous = Number.NaN
  for (const slot of slots) {
    if (Number.isNaN(slot) || slot === previous) continue
    occupied[modulo(slot, size)]! += 1
    periods.add(Math.floor(slot / size))
    previous = slot
  }
  const enough = Math.min(periods.size * 0.75, periods.size - 1)
  const expectedBefore = new Int32Array(size + 1)
  for (let i = 0; i < size; i++)
    expectedBefore[i + 1] = expectedBefore[i]! + (occupied[i]! >= enough ? 1 : 0)
  return { period: size, expectedBefore, expected: expectedBefore[size]! }
}

/** Expected bars among the slots from `start` (inclusive) to `end` (exclusive). */
function expectedBetween(profile: Profile, start: number, end: number): number {
  return expectedUntil(profile, end) - expectedUntil(profile, start)
}

function expectedUntil({ period, expectedBefore, expected }: Profile, slot: number): number {
  return Math.floor(slot / period) * expected + expectedBefore[modulo(slot, period)]!
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}
