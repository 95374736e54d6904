import type { Bars } from '@neural-trader/core'

import { formatPlain, undefinedMark } from './format-number.ts'

/** Milliseconds since the epoch of a step, from a column of nanoseconds. */
export function millisecondsAt(time: BigInt64Array, step: number): number {
  return toMilliseconds(time[step] ?? 0n)
}

/** Milliseconds since the epoch of the first and the last step; NaN without a step. */
export function endsOf(time: BigInt64Array): [first: number, last: number] {
  if (time.length === 0) return [Number.NaN, Number.NaN]
  return [millisecondsAt(time, 0), millisecondsAt(time, time.length - 1)]
}

/** Whole milliseconds since the epoch, rounded down. */
export function toMilliseconds(nanoseconds: bigint): number {
  return Number((nanoseconds - (((nanoseconds % million) + million) % million)) / million)
}

const million = 1_000_000n

/** Whether a day is fine enough to name any bar of the series. */
export function areDaily(bars: readonly Bars[]): boolean {
  return bars.every(({ timeframe }) => /[dwM]$/.test(timeframe))
}

/** `2004-08-19`, in UTC. */
export function formatDate(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return undefinedMark
  return new Date(milliseconds).toISOString().slice(0, 10)
}

/** `2004-08-19 14:30`, with seconds where there are any, in UTC. */
export function formatTime(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return undefinedMark
  const text = new Date(milliseconds).toISOString()
  return `${text.slice(0, 10)} ${milliseconds % 60_000 === 0 ? text.slice(11, 16) : text.slice(11, 19)}`
}

/** A duration in seconds in the unit a reader would choose: `45 s`, `3 h 30 min`, `584 days`. */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return undefinedMark
  if (seconds >= 2 * day) return days(seconds / day)
  if (seconds >= hour) return pair(seconds, hour, 'h', minute, 'min')
  if (seconds >= minute) return pair(seconds, minute, 'min', 1, 's')
  return `${formatPlain(Number(seconds.toPrecision(3)))} s`
}

/** A span in words for a sentence: `8.5 years`, `7 months`, `12 days`, `3 hours`. */
export function formatSpan(seconds: number): string {
  if (seconds >= 2 * year) return `${(seconds / year).toFixed(1)} years`
  if (seconds >= 60 * day) return `${Math.round(seconds / (year / 12))} months`
  if (seconds >= 2 * day) return `${Math.round(seconds / day)} days`
  return seconds > 0 ? formatDuration(seconds) : 'a single bar'
}

const minute = 60
const hour = 60 * minute
const day = 24 * hour
const year = 365.25 * day

function days(count: number): string {
  const rounded = count < 10 ? Number(count.toFixed(1)) : Math.round(count)
  return `${formatPlain(rounded)} days`
}

function pair(
  seconds: number,
  big: number,
  bigName: string,
  small: number,
  smallName: string,
): string {
  const units = Math.round(seconds / small)
  const per = big / small
  const rest = units % per
  const whole = `${Math.floor(units / per)} ${bigName}`
  return rest === 0 ? whole : `${whole} ${rest} ${smallName}`
}
