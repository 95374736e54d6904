import type { ErrorCode } from '@neural-trader/core'

import { binding } from './binding.ts'
import { columnsOf } from './columns-of.ts'
import { instrumentSpec } from './instrument-spec.ts'
import { fromPayload, native } from './native-error.ts'
import type { RunControl } from './pause.ts'
import type { RunConfig, RunSeries } from './run-config.ts'
import type { SweepRows } from './sweep-graph.ts'

/** What a sweep needs beside the rules of a run. */
export type SweepSpec = {
  /** Bars between the end of the warm-up and the first decision. */
  readonly settle: number
  /** Profile of the conventions of measures, and what replaces them. */
  readonly profile: string
  readonly overrides: Readonly<Record<string, number | string>>
  /** The measures that are wanted, by name. */
  readonly measures: readonly string[]
  readonly threads: number
}

/** Why a combination did not run. */
export type SweepFailure = {
  readonly row: number
  readonly code: ErrorCode
  readonly message: string
}

/** What a range of combinations came to: a column a measure. */
export type SweepPart = {
  readonly columns: readonly Float64Array[]
  readonly failures: readonly SweepFailure[]
}

/** Combinations of a declarative strategy over one series, run in Rust off the event loop. */
export interface SweepSession {
  /** Adds combinations; not while a range runs. */
  readonly add: (rows: SweepRows) => void
  /** Runs the combinations from one row up to another. */
  readonly run: (from: number, to: number, control: RunControl) => Promise<SweepPart>
  /** How many combinations ran in the event kernel so far. */
  readonly inKernel: () => number
}

/** Milliseconds between two looks at how far it is. */
const look = 20

/**
 * Opens a sweep without combinations. The columns of the series are copied once.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT`, `OVERFLOW`, or a `DATA_...` code.
 */
export function openSweep(config: RunConfig, series: RunSeries, spec: SweepSpec): SweepSession {
  const { overrides, measures, ...rest } = spec
  const session = native(
    () =>
      new binding.SweepSession(config, instrumentSpec(series), columnsOf(series), {
        ...rest,
        measures: [...measures],
        overrides: JSON.stringify(overrides),
      }),
  )
  return {
    add: ({ columns, rules, rowRules, rowCounts, rowColumns }) => {
      native(() => session.add(columns, rules, rowRules, rowCounts, rowColumns))
    },
    run: async (from, to, { signal, onProgress }) => {
      const cancel = (): void => session.cancel()
      if (signal?.aborted === true) cancel()
      signal?.addEventListener('abort', cancel, { once: true })
      const timer = setInterval(() => onProgress?.(session.done()), look)
      try {
        const part = await session.run(from, to)
        if (part.error !== undefined && part.error !== null) {
          throw fromPayload(part.error.code, part.error.message, signal?.reason)
        }
        return { columns: part.columns, failures: failuresOf(part) }
      } finally {
        clearInterval(timer)
        signal?.removeEventListener('abort', cancel)
      }
    },
    inKernel: () => session.inKernel(),
  }
}

type Failed = {
  readonly failed: Uint32Array
  readonly codes: readonly string[]
  readonly messages: readonly string[]
}

function failuresOf({ failed, codes, messages }: Failed): readonly SweepFailure[] {
  return Array.from(failed, (row, index) => ({
    row,
    code: codes[index] as ErrorCode,
    message: messages[index] ?? '',
  }))
}
