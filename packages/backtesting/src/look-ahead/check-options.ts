import { NeuralTraderError, type Bars, type Strategy } from '@neural-trader/core'
import { inspectBars } from '@neural-trader/engine'

import type { BacktestOptions } from '../options.ts'
import { profiles } from '../profiles.ts'
import type { Future } from './futures.ts'

/** What to check, on what, and how thoroughly; every rule of a backtest can be given too. */
export type CheckLookAheadOptions = Omit<BacktestOptions, 'data' | 'strategy' | 'closeAtEnd'> & {
  /**
   * Bars of one instrument, or of several. While the check runs they hold other futures, so that a
   * strategy that reads them past its context is caught; they are put back.
   */
  readonly data: Bars | readonly Bars[]
  /** A strategy, or what makes one, such as `defineStrategy` returns: called for each run. */
  readonly strategy: Strategy | (() => Strategy)
  /**
   * The strategy as it would be had it been loaded when the data were these: imports its module
   * anew, say. Without it what a strategy computed from the bars before the check stays unseen,
   * unless it cannot be chance.
   */
  readonly reload?: (data: readonly Bars[], future: Future | null) => Strategy | Promise<Strategy>
  /** Bars at which the future is taken away and changed, from 1 to 1,000; default 12. */
  readonly cuts?: number
  /** Chooses the bars and the futures, a safe integer; default 1. */
  readonly seed?: number
}

/** The series of a check as a list. */
export function seriesOf({ data }: CheckLookAheadOptions): readonly Bars[] {
  return Array.isArray(data) ? (data as readonly Bars[]) : [data as Bars]
}

/**
 * Looks at the options that are the check's own.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT`, `INVALID_STRATEGY`, `DATA_EMPTY`.
 */
export function checkLookAheadOptions(options: CheckLookAheadOptions): void {
  const { cuts = 12, seed = 1, strategy, reload } = options
  const series = seriesOf(options)
  if (series.length === 0)
    throw new NeuralTraderError('DATA_EMPTY', 'There is no series to run on: give at least one')
  if (series.some((bars) => !('close' in bars))) {
    throw wrong('data', 'quotes or trades', 'bars: a strategy over ticks has no check yet')
  }
  if (!(Number.isInteger(cuts) && cuts >= 1 && cuts <= 1000)) {
    throw wrong('cuts', cuts, 'a whole number from 1 to 1000')
  }
  if (!Number.isSafeInteger(seed)) throw wrong('seed', seed, 'a safe integer')
  if (reload !== undefined && typeof reload !== 'function') {
    throw wrong('reload', typeof reload, 'a function that returns a strategy')
  }
  if (typeof strategy === 'function' || (typeof strategy === 'object' && strategy !== null)) return
  throw new NeuralTraderError(
    'INVALID_STRATEGY',
    `The strategy is ${String(strategy)}: give a strategy, or a function that makes one`,
  )
}

/** The rules of every run of a check: one scale of prices whatever the future, nothing at the end. */
export function rulesOf(
  options: CheckLookAheadOptions,
): Omit<BacktestOptions, 'data' | 'strategy'> & { readonly priceDecimals: number } {
  const {
    data: _data,
    strategy: _strategy,
    reload: _reload,
    cuts: _cuts,
    seed: _seed,
    onProgress: _onProgress,
    ...rules
  } = options
  const profile = profiles[options.profile ?? 'neural-trader']
  const needed = profile?.priceDecimals ?? Math.max(...seriesOf(options).map(inspectBars))
  return { ...rules, closeAtEnd: false, priceDecimals: options.priceDecimals ?? needed }
}

function wrong(field: string, value: unknown, wanted: string): NeuralTraderError {
  return new NeuralTraderError('INVALID_ARGUMENT', `${field} is ${String(value)}: give ${wanted}`, {
    details: { field, value: String(value) },
  })
}
