import { type CloseBar, OpenBar, type Rule } from './rule.ts'

/** What a trade adds towards the threshold. */
export type Measure = (price: number, size: number) => number

/**
 * Bars that close once what they hold measures `threshold` or more; the excess stays in the bar and
 * the next one starts at 0. Trades of one instant are not torn apart: a full bar takes all of them,
 * so that closing times ascend and nobody could have acted between two bars of the same time. A bar
 * carries the time of its last trade.
 */
export function thresholdRule(threshold: number, measure: Measure, close: CloseBar): Rule {
  const bar = new OpenBar()
  const { row } = bar
  let measured = 0
  const flush = (): void => {
    close(row)
    bar.isEmpty = true
    measured = 0
  }
  const advanceTo = (time: bigint): void => {
    if (measured >= threshold && time > row.time) flush()
  }
  return {
    add(time, price, size) {
      advanceTo(time)
      bar.add(price, size)
      row.time = time
      measured += measure(price, size)
    },
    advanceTo,
    finish(keepPartial) {
      if (!bar.isEmpty && (keepPartial || measured >= threshold)) flush()
    },
  }
}
