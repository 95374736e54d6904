import type { Timeframe } from '@neural-trader/core'
import { periodEnd } from '../timeframe.ts'
import { type CloseBar, OpenBar, type Rule } from './rule.ts'

/**
 * Bars that close at the ends of periods. A trade at the very end belongs to the next period, so
 * that a bar holds only trades before the time it carries. Periods without trades give no bar.
 */
export function timeRule(timeframe: Timeframe, close: CloseBar): Rule {
  const bar = new OpenBar()
  const { row } = bar
  const flush = (): void => {
    close(row)
    bar.isEmpty = true
  }
  const advanceTo = (time: bigint): void => {
    if (!bar.isEmpty && time >= row.time) flush()
  }
  return {
    add(time, price, size) {
      advanceTo(time)
      if (bar.isEmpty) row.time = periodEnd(time + 1n, timeframe)
      bar.add(price, size)
    },
    advanceTo,
    finish(keepPartial) {
      if (keepPartial && !bar.isEmpty) flush()
    },
  }
}
