import type { Bars } from '@neural-trader/core'
import { formatInstant } from '@neural-trader/market-data'

/** A number of things, with its digits in groups. */
export function count(number: number): string {
  return number.toLocaleString('en-US')
}

/** A series in one line: `5,105 bars of 1d, 2000-01-03 to 2020-04-17`. */
export function extent({ timeframe, time }: Bars): string {
  const [first] = time
  const last = time.at(-1)
  if (first === undefined || last === undefined) return 'no bars'
  return `${count(time.length)} bars of ${timeframe}, ${day(first)} to ${day(last)}`
}

/** A series as plain data for JSON. */
export function summaryOf({ instrument, timeframe, time }: Bars): object {
  const [first = null] = time
  const last = time.at(-1) ?? null
  return {
    instrument,
    timeframe,
    bars: time.length,
    first: first === null ? null : formatInstant(first),
    last: last === null ? null : formatInstant(last),
  }
}

function day(time: bigint): string {
  return formatInstant(time).slice(0, 10)
}
