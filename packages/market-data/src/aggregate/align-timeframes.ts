import { type Bars, NeuralTraderError } from '@neural-trader/core'
import { formatInstant } from '../instant.ts'

/** What times are needed of a series. */
export type ClosingTimes = Pick<Bars, 'instrument' | 'time'>

/**
 * For each fine bar the index of the last coarse bar that had closed when the fine one did, -1
 * before the first. A coarse bar that closes at the same time counts: both are known then. No value
 * depends on bars that close later, so that cutting either series off changes none of the others.
 *
 * The coarse times have to be times at which those bars were known: what `resample` and {@link
 * aggregateTrades} give, a last bar that is not finished included, since it carries the end of its
 * period.
 *
 * @throws NeuralTraderError `DATA_UNSORTED` or `DATA_DUPLICATE_TIME` with the row, from 1.
 */
export function alignTimeframes(fine: ClosingTimes, coarse: ClosingTimes): Int32Array {
  refuseUnsorted(fine)
  refuseUnsorted(coarse)
  const index = new Int32Array(fine.time.length)
  let closed = -1
  for (let row = 0; row < index.length; row++) {
    while (closed + 1 < coarse.time.length && coarse.time[closed + 1]! <= fine.time[row]!) closed++
    index[row] = closed
  }
  return index
}

function refuseUnsorted({ instrument, time }: ClosingTimes): void {
  for (let row = 1; row < time.length; row++) {
    if (time[row]! > time[row - 1]!) continue
    const isSame = time[row] === time[row - 1]
    const value = formatInstant(time[row]!)
    throw new NeuralTraderError(
      isSame ? 'DATA_DUPLICATE_TIME' : 'DATA_UNSORTED',
      `${instrument}, row ${row + 1}: its time ${value} is ${isSame ? 'that' : 'before that'} of row ${row}: ` +
        (isSame ? 'keep one row for each time' : 'sort the rows by time, oldest first'),
      { details: { source: instrument, row: row + 1, column: 'time', value } },
    )
  }
}
