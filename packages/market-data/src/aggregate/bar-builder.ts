import type { Bars } from '@neural-trader/core'
import { BarColumns } from './bar-columns.ts'
import { checkRule, type AggregateOptions, type AggregateRule } from './options.ts'
import { renkoRule } from './renko-rule.ts'
import type { CloseBar, Rule } from './rule.ts'
import { thresholdRule } from './threshold-rule.ts'
import { timeRule } from './time-rule.ts'
import { type TradeChecker, tradeChecker } from './trade-checker.ts'

/** Puts trades together into bars as they come. */
export interface BarBuilder {
  /**
   * Takes the next trade.
   *
   * @returns how many closed bars wait for {@link BarBuilder.take}.
   * @throws NeuralTraderError `DATA_NOT_FINITE`, `DATA_NOT_POSITIVE` or `DATA_UNSORTED` with the
   * row (trades counted from 1), the column and the value; the trade is not taken.
   */
  push(time: bigint, price: number, size: number): number
  /**
   * Says that no trade earlier than `time` will come, so that bars close when their period ends and
   * not only when the next trade comes. Earlier trades are refused from then on.
   *
   * @returns how many closed bars wait.
   * @throws NeuralTraderError `DATA_UNSORTED` when that was said of a later time before.
   */
  advanceTo(time: bigint): number
  /** The bars that closed since they were last taken; also in the middle of a bar. */
  take(): Bars
  /** Ends the stream and gives the remaining bars, the unfinished one only with `keepPartial`. */
  finish(): Bars
}

/**
 * A builder of bars for one stream of trades; gives the same bars as {@link aggregateTrades}, in
 * which the rules are described.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for a rule that can close no bar.
 */
export function createBarBuilder(instrument: string, options: AggregateOptions): BarBuilder {
  checkRule(options)
  const columns = new BarColumns()
  const rule = ruleOf(options, (row) => columns.push(row))
  const checker: TradeChecker = tradeChecker(instrument)
  const timeframe = options.by === 'time' ? options.timeframe : '1s'
  return {
    push(time, price, size) {
      checker.trade(time, price, size)
      rule.add(time, price, size)
      return columns.length
    },
    advanceTo(time) {
      checker.clock(time)
      rule.advanceTo(time)
      return columns.length
    },
    take: () => columns.take(instrument, timeframe),
    finish() {
      rule.finish(options.keepPartial ?? false)
      return columns.take(instrument, timeframe)
    },
  }
}

function ruleOf(options: AggregateRule, close: CloseBar): Rule {
  switch (options.by) {
    case 'time':
      return timeRule(options.timeframe, close)
    case 'ticks':
      return thresholdRule(options.count, () => 1, close)
    case 'volume':
      return thresholdRule(options.volume, (_, size) => size, close)
    case 'dollar':
      return thresholdRule(options.value, (price, size) => price * size, close)
    case 'renko':
      return renkoRule(options, close)
  }
}
