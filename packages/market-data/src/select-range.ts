import { type Bars, NeuralTraderError, sliceBars } from '@neural-trader/core'
import { formatInstant, parseInstant, type TimeRange } from './instant.ts'

/**
 * The bars that close from `from` to `to`, both included, as views on the same memory. A date alone
 * means the whole day.
 *
 * @throws NeuralTraderError `DATA_EMPTY` when there is none; `INVALID_ARGUMENT` for what is no time.
 */
export function selectRange(bars: Bars, { from, to }: TimeRange): Bars {
  const start = from === undefined ? 0 : firstAtOrAfter(bars.time, parseInstant(from, 'start'))
  const end =
    to === undefined ? bars.time.length : firstAtOrAfter(bars.time, parseInstant(to, 'end') + 1n)
  if (start < end) return sliceBars(bars, start, end)
  const [first] = bars.time
  const extent =
    first === undefined
      ? 'has no bars'
      : `runs from ${formatInstant(first)} to ${formatInstant(bars.time.at(-1)!)}`
  throw new NeuralTraderError(
    'DATA_EMPTY',
    `${bars.instrument} has no bar in the range asked for; it ${extent}: choose another range`,
    {
      details: { instrument: bars.instrument },
    },
  )
}

/** Index of the first time that is not before this one, by bisection. */
function firstAtOrAfter(time: BigInt64Array, wanted: bigint): number {
  let low = 0
  let high = time.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (time[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}
