import { NeuralTraderError, type Strategy } from '@neural-trader/core'

import { backtest } from '../backtest.ts'
import type { BacktestOptions } from '../options.ts'
import type { BacktestResult } from '../result.ts'
import type { DataSlice } from './data-slice.ts'
import type { Params } from './param-space.ts'
import { wrong } from './windows.ts'

/** What came of a combination of parameters in a window. */
export type Evaluation = {
  /** By name; NaN where undefined. */
  readonly measures: Readonly<Record<string, number>>
  /** Equity over that at the start, at the close of each step of the window. */
  readonly growth?: Float64Array
  /** Steps that the longest trade took, for a purge by trades. */
  readonly longestTrade?: number
}

/** Tries a combination of parameters on a window of the data. */
export type Evaluate<Of extends Params = Params> = (
  params: Of,
  slice: DataSlice,
) => Evaluation | Promise<Evaluation>

/** What is to be greatest: a measure by its name, or a number made of the measures. */
export type Objective = string | ((measures: Readonly<Record<string, number>>) => number)

/** The rules of the backtests that evaluate combinations. */
export type EvaluationRules = Omit<
  BacktestOptions,
  'data' | 'strategy' | 'tradeFrom' | 'onProgress'
>

/**
 * Evaluates by a backtest of the window: no trade before it, and what is open at its end is closed
 * there unless `closeAtEnd` says otherwise.
 */
export function backtestEvaluator<Of extends Params>(
  strategy: (params: Of) => Strategy,
  rules: EvaluationRules = {},
): Evaluate<Of> {
  return async (params, { data, tradeFrom, time }) => {
    const result = await backtest({
      closeAtEnd: true,
      ...rules,
      data,
      tradeFrom,
      strategy: strategy(params),
    })
    const measures: Readonly<Record<string, number>> = { ...result.measures }
    const start = result.measures.startEquity
    const growth = result.equity.slice(-time.length).map((equity) => equity / start)
    return { measures, growth, longestTrade: longestTrade(result) }
  }
}

/**
 * The number that a combination is judged by.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for a measure that does not exist.
 */
export function scoreOf({ measures }: Evaluation, objective: Objective): number {
  if (typeof objective === 'function') return objective(measures)
  const score = measures[objective]
  if (score !== undefined) return score
  throw wrong('objective', objective, `one of ${Object.keys(measures).join(', ')}`)
}

/** The place of the greatest score, the first of equals; -1 where none is a number. */
export function bestOf(scores: ArrayLike<number>): number {
  let best = -1
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index]!
    if (!Number.isNaN(score) && (best < 0 || score > scores[best]!)) best = index
  }
  return best
}

/**
 * Refuses an objective that is none.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT`.
 */
export function checkObjective(objective: unknown): void {
  if (typeof objective === 'string' || typeof objective === 'function') return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `objective is ${typeof objective}: give the name of a measure, or a function of the measures`,
    { details: { field: 'objective' } },
  )
}

/** Of the trades that ended before the data did. */
function longestTrade({ trades, equity }: BacktestResult): number {
  return trades.exitStep.reduce((longest, exit, row) => {
    const hasEnded = exit < equity.length - 1
    return hasEnded ? Math.max(longest, exit - trades.entryStep[row]!) : longest
  }, 0)
}
