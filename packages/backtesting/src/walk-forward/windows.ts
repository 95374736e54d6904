import { NeuralTraderError, type Timeframe } from '@neural-trader/core'
import { addTimeframes, timeframeParts } from '@neural-trader/market-data/calendar'

/** Steps from one (included) to another (not). */
export type StepRange = { readonly from: number; readonly to: number }

/** How long: a number of steps, or a duration such as `90d`, `24M` or `4h`, for which times are needed. */
export type WindowLength = number | Timeframe

/** The steps that are split: how many there are, or their times (nanoseconds since the epoch). */
export type Steps = number | BigInt64Array

/** How many steps there are. */
export function countSteps(steps: Steps): number {
  return typeof steps === 'number' ? steps : steps.length
}

/**
 * The step that lies a number of lengths after another, before it where the number is negative: not
 * below 0. Past the end of the data it is Infinity.
 */
export function stepAfter(steps: Steps, step: number, length: WindowLength, times = 1): number {
  if (typeof length === 'number') {
    const reached = step + length * times
    return reached > countSteps(steps) ? Infinity : Math.max(0, reached)
  }
  if (typeof steps === 'number') throw needsTimes(length)
  const last = steps.at(-1) ?? 0n
  const origin = steps[step]
  if (origin === undefined) return Infinity
  const instant = addTimeframes(origin, length, times)
  const spacing = last - (steps.at(-2) ?? last)
  if (instant > last) return instant <= last + spacing ? steps.length : Infinity
  return firstStepAt(steps, instant)
}

/** The first step whose time is not before an instant; the number of steps where there is none. */
export function firstStepAt(time: BigInt64Array, instant: bigint): number {
  let [low, high] = [0, time.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (time[middle]! < instant) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Refuses a length that is none.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT`.
 */
export function checkLength(name: string, length: WindowLength, least: 0 | 1): void {
  if (typeof length === 'number') {
    if (Number.isSafeInteger(length) && length >= least) return
    throw wrong(name, length, `a whole number from ${least}, or a duration such as 90d or 12M`)
  }
  if (typeof length !== 'string') {
    throw wrong(name, length, 'a number of steps, or a duration such as 90d or 12M')
  }
  timeframeParts(length)
}

/** An argument that is not what it should be. */
export function wrong(name: string, value: unknown, wanted: string): NeuralTraderError {
  return new NeuralTraderError('INVALID_ARGUMENT', `${name} is ${String(value)}: give ${wanted}`, {
    details: { field: name, value: String(value) },
  })
}

function needsTimes(length: Timeframe): NeuralTraderError {
  return wrong('steps', 'a number', `the times of the steps, since ${length} is a duration`)
}
