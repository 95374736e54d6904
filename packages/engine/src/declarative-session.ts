import type { Column, Rule } from '@neural-trader/core'

import { binding } from './binding.ts'
import { columnsOf } from './columns-of.ts'
import { flatten } from './graph.ts'
import { instrumentSpec } from './instrument-spec.ts'
import { native } from './native-error.ts'
import { Outcome } from './outcome.ts'
import { pause, type RunControl } from './pause.ts'
import type { RunConfig, RunSeries } from './run-config.ts'

/** A declarative strategy: columns, the rules that read them, and when they begin to act. */
export type DeclarativeStrategy = {
  readonly columns: Readonly<Record<string, Column>>
  readonly rules: readonly Rule[]
  /** Bars to wait after the warm-up. */
  readonly settle: number
  /** The first bar at which rules act, where it is later than that. */
  readonly startAt?: number
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
  const columns = columnsOf(series)
  const open = (settle: number): InstanceType<typeof binding.DeclarativeSession> =>
    native(
      () => new binding.DeclarativeSession(config, instrumentSpec(series), text, columns, settle),
    )
  const earliest = open(strategy.settle)
  const wait = (strategy.startAt ?? 0) - earliest.start()
  const session = wait > 0 ? open(strategy.settle + wait) : earliest
  const start = session.start()
  let done = 0
  while (!native(() => session.advance(bars, slice))) {
    done += slice
    await pause(control, Math.min(1, done / bars.time.length))
  }
  await pause(control, 1)
  return {
    outcome: new Outcome(
      native(() => session.finish(bars)),
      [bars],
    ),
    start,
  }
}
