import { availableParallelism } from 'node:os'

import type { Strategy } from '@neural-trader/core'

import { measureNames, type Measures } from '../measures.ts'
import { checkOptions, type BacktestOptions } from '../options.ts'
import { invalid, type Combination, type SweepSpace } from './sweep-space.ts'

/** Makes the strategy of a combination, as what `defineStrategy` returns does. */
export type StrategyMaker<Values extends Combination = Combination> = ((
  params: Values,
) => Strategy) & {
  readonly strategyName?: string
}

/** A strategy in a module of its own, so that every worker can load it. */
export type StrategyModule = {
  /** Path, or URL of the module. */
  readonly module: string | URL
  /** What it is exported as; default its default export, else `strategy`. */
  readonly export?: string
}

/** What to sweep, on what, and under which rules: every option of a backtest holds. */
export type SweepOptions<Values extends Combination = Combination> = Omit<
  BacktestOptions,
  'strategy'
> & {
  /**
   * Makes the strategy of each combination. One with rules runs in Rust on all cores. One with an
   * `onBar` runs here, one combination after another, unless it is given by its module: then it runs
   * on a pool of worker threads.
   */
  readonly strategy: StrategyMaker<Values> | StrategyModule
  /** The combinations to try: `grid`, `zip`, `random` or `sobol`. */
  readonly params: SweepSpace<Values>
  /** Leaves out combinations for which it is false. */
  readonly where?: (params: Values) => boolean
  /** The measures to compute; default all. Those not asked for cost nothing. */
  readonly measures?: readonly (keyof Measures)[]
  /** Threads, or workers; default as many as there are processors. The table does not depend on it. */
  readonly threads?: number
  /**
   * A file that keeps what is done. A sweep that was stopped, or killed, goes on from it when it is
   * called again with the same data, strategy and options.
   */
  readonly checkpoint?: string
}

/** Options of a sweep that are checked and complete. */
export type CheckedOptions = Omit<SweepOptions, 'measures' | 'threads'> & {
  readonly measures: readonly (keyof Measures)[]
  readonly threads: number
  /** Those of the backtest of each combination. */
  readonly rules: Omit<BacktestOptions, 'strategy' | 'signal' | 'onProgress'>
}

/**
 * Checks the options of a sweep and completes them.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` naming the option, its value and what is allowed.
 */
export function checkSweepOptions(options: SweepOptions): CheckedOptions {
  const { strategy, params, where: _where, measures, threads, ...rest } = options
  const { checkpoint: _checkpoint, ...backtest } = rest
  const { signal: _signal, onProgress: _onProgress, ...rules } = backtest
  checkOptions(backtest)
  if (typeof strategy !== 'function' && !isModule(strategy)) {
    throw invalid(
      'strategy is neither a function nor a module: give what defineStrategy returns, or { module }',
      { field: 'strategy' },
    )
  }
  if (typeof params?.columns !== 'function') {
    throw invalid('params is no space: give grid, zip, random or sobol of the parameters', {
      field: 'params',
    })
  }
  const wanted = checkMeasures(measures ?? measureNames)
  return { ...options, rules, measures: wanted, threads: checkThreads(threads) }
}

export function isModule(strategy: unknown): strategy is StrategyModule {
  return typeof strategy === 'object' && strategy !== null && 'module' in strategy
}

function checkMeasures(names: readonly (keyof Measures)[]): readonly (keyof Measures)[] {
  const unknown = names.find((name) => !measureNames.includes(name))
  if (unknown !== undefined) {
    throw invalid(`There is no measure "${unknown}": the measures are ${measureNames.join(', ')}`, {
      field: 'measures',
      measure: unknown,
    })
  }
  if (names.length === 0) {
    throw invalid('measures is empty: name at least one, or leave it out for all', {
      field: 'measures',
    })
  }
  return [...new Set(names)]
}

function checkThreads(threads: number = availableParallelism()): number {
  if (Number.isInteger(threads) && threads >= 1 && threads <= 1024) return threads
  throw invalid(`threads is ${threads}: give a whole number from 1 to 1024`, {
    field: 'threads',
    value: String(threads),
  })
}
