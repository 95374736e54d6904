import { examplesPerFault } from '../fault.ts'
import type { BarColumns } from './find-faults.ts'

/** Bars whose price stands far from what is usual in the series. */
export type Jumps = { readonly count: number; readonly rows: readonly number[] }

const least = 0.1
const typicalMoves = 20

/**
 * Bars whose close is more than 10 % from the close before, or whose high or low is more than 10 %
 * outside open and close, and by more than 20 times the median move from close to close: a bad tick,
 * a split that was not adjusted for, or a real crash.
 */
export function findJumps({ open, high, low, close }: BarColumns): Jumps {
  const limit = Math.max(least, typicalMoves * medianMove(close))
  const rows: number[] = []
  let count = 0
  for (let row = 0; row < close.length; row++) {
    const before = row === 0 ? close[0]! : close[row - 1]!
    const top = Math.max(open[row]!, close[row]!)
    const bottom = Math.min(open[row]!, close[row]!)
    const isFar =
      move(before, close[row]!) > limit ||
      move(top, high[row]!) > limit ||
      move(low[row]!, bottom) > limit
    if (!isFar) continue
    count += 1
    if (rows.length < examplesPerFault) rows.push(row)
  }
  return { count, rows }
}

/** Relative distance over the lower price; not above any limit where a price is unusable. */
function move(from: number, to: number): number {
  return from > 0 && to > 0 ? Math.abs(to - from) / Math.min(from, to) : 0
}

function medianMove(close: Float64Array): number {
  const moves = new Float64Array(Math.max(0, close.length - 1))
  for (let row = 1; row < close.length; row++) moves[row - 1] = move(close[row - 1]!, close[row]!)
  return moves.toSorted()[moves.length >> 1] ?? 0
}
