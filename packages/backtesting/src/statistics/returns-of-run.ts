import type { BacktestResult } from '../result.ts'

/**
 * Returns of a run from step to step since every indicator had a value, fractions; one fewer than
 * steps. They belong to `result.time.subarray(result.firstTradable + 1)`.
 */
export function periodReturns({ equity, firstTradable }: BacktestResult): Float64Array {
  const used = equity.subarray(firstTradable)
  return Float64Array.from({ length: Math.max(0, used.length - 1) }, (_, at) => {
    return used[at + 1]! / used[at]! - 1
  })
}

/** Returns of the closed trades on the value of their entry, fractions, in order of the exits. */
export function tradeReturns({ trades }: BacktestResult): Float64Array {
  const { exitStep, open, returns } = trades
  const closed = [...returns.keys()].filter((row) => open[row] === 0)
  closed.sort((a, b) => exitStep[a]! - exitStep[b]! || a - b)
  return Float64Array.from(closed, (row) => returns[row]!)
}
