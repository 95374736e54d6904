import { setImmediate } from 'node:timers/promises'

import { NeuralTraderError, type Column, type Rule } from '@neural-trader/core'

import { binding } from './binding.ts'
import { flatten } from './graph.ts'
import { instrumentSpec } from './instrument-spec.ts'
import { native } from './native-error.ts'
import { Outcome } from './outcome.ts'
import type { RunConfig, RunSeries } from './run-config.ts'

/** A declarative strategy: columns, the rules that read them, and bars to wait after warm-up. */
export type DeclarativeStrategy = {
  readonly columns: Readonly<Record<string, Column>>
  readonly rules: readonly Rule[]
  readonly settle: number
}

/** How a caller follows and stops a long run. */
export type RunControl = {
  readonly signal?: AbortSignal
  /** Told the share of the data that is done, from 0 to 1, a few times a second at most. */
  readonly onProgress?: (done: number) => void
}

/** A finished declarative run, and the first step at which its rules acted. */
export type DeclarativeOutcome = { readonly outcome: Outcome; readonly start: number }

/** Bars a slice advances: a few milliseconds of work, after which Node can do something else. */
const slice = 262_144

/**
 * Runs a declarative strategy wholly in Rust, over the columns where they are. Between slices of a
 * few milliseconds the event loop runs.
 *
 * @throws NeuralTraderError `INVALID_STRATEGY`, `UNKNOWN_INDICATOR`, `INVALID_PARAMETER`,
 * `INVALID_ARGUMENT`, or `CANCELLED` when the signal is aborted.
 */
export async function runDeclarative(
  config: RunConfig,
  series: RunSeries,
  strategy: DeclarativeStrategy,
  control: RunControl = {},
): Promise<DeclarativeOutcome> {
  const { bars } = series
  const text = JSON.stringify(flatten(strategy.columns, strategy.rules).graph)
  const session = native(
    () =>
      new binding.DeclarativeSession(config, instrumentSpec(series), text, bars, strategy.settle),
  )
  const start = session.start()
  for (let done = slice; !native(() => session.advance(bars, slice)); done += slice) {
    await setImmediate()
    stopIfAborted(control.signal)
    control.onProgress?.(Math.min(1, done / bars.time.length))
  }
  return {
    outcome: new Outcome(
      native(() => session.finish(bars)),
      [bars],
    ),
    start,
  }
}

/** @throws NeuralTraderError `CANCELLED` when the signal is aborted. */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw new NeuralTraderError('CANCELLED', 'The run was cancelled by its caller', {
      cause: signal.reason,
    })
  }
}
