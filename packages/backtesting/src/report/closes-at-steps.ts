import type { Bars } from '@neural-trader/core'

/** Row of an instrument's bars at each step of the run; -1 at a step without a bar of its own. */
export function rowsAtSteps(bars: Bars, time: BigInt64Array): Int32Array {
  if (bars.time === time) return Int32Array.from(time, (_, step) => step)
  const rows = new Int32Array(time.length).fill(-1)
  let row = 0
  for (let step = 0; step < time.length && row < bars.time.length; step += 1) {
    // Several ticks of one time share a step: the last counts.
    while (bars.time[row] === time[step]) rows[step] = row++
  }
  return rows
}

/** A column of the bars at each step; NaN at a step without a bar. */
export function columnAtSteps(column: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => column[row] ?? Number.NaN)
}
