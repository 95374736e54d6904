import { NeuralTraderError, type Strategy } from '@neural-trader/core'
import type { SweepFailure } from '@neural-trader/engine'

import { backtest } from '../backtest.ts'
import type { Measures } from '../measures.ts'
import type { BacktestOptions } from '../options.ts'
import { failureOf } from './sweep-store.ts'

/** What a combination came to: its measures, or why it failed. */
export type Found = Float64Array | SweepFailure

/** What a combination is run under. */
export type RowRules = Omit<BacktestOptions, 'strategy'>

/** Codes by which a strategy fails, whatever the options of its run. */
const own: ReadonlySet<string> = new Set([
  'INVALID_PARAMETER',
  'INVALID_STRATEGY',
  'LOOK_AHEAD',
  'STRATEGY_FAILED',
  'UNKNOWN_INDICATOR',
])

/**
 * Runs one combination by itself and measures it. What its strategy does wrong is its failure.
 *
 * @throws NeuralTraderError for what would fail with any combination, and `CANCELLED`.
 */
export async function runCombination(
  row: number,
  make: () => Strategy,
  rules: RowRules,
  measures: readonly (keyof Measures)[],
): Promise<Found> {
  let strategy: Strategy
  try {
    strategy = make()
  } catch (error) {
    return failureOf(row, error)
  }
  try {
    const result = await backtest({ ...rules, strategy })
    const found = result.measures
    return Float64Array.from(measures, (name) => found[name])
  } catch (error) {
    if (isOfStrategy(error)) return failureOf(row, error)
    throw error
  }
}

function isOfStrategy(error: unknown): boolean {
  if (!(error instanceof NeuralTraderError)) return true
  return own.has(error.code) || error.details['step'] !== undefined
}
