import { NeuralTraderError } from '@neural-trader/core'

import type { SignalPlan, SignalTables } from '../native/binding.js'
import { binding } from './binding.ts'
import { native } from './native-error.ts'

export type {
  SignalChoices,
  SignalFlags,
  SignalNumbers,
  SignalPlan,
  SignalRuleSpec,
  SignalTables,
} from '../native/binding.js'

/** What may follow a run from signals. */
export type SignalRunControl = {
  /** Ends the run, which then rejects. */
  readonly signal?: AbortSignal | undefined
  /** Told now and then how many accounts were run of how many. */
  readonly onProgress?: ((done: number, accounts: number) => void) | undefined
}

/**
 * Runs columns of signals or sizes on all cores, off the thread of JavaScript. The arrays of the plan
 * are read in place: leave them be until it settles.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT`, `DATA_LENGTH_MISMATCH` or `CANCELLED`.
 */
export async function runSignals(
  plan: SignalPlan,
  { signal, onProgress }: SignalRunControl,
): Promise<SignalTables> {
  if (signal?.aborted === true) throw new NeuralTraderError('CANCELLED', 'The run was cancelled')
  const watch = new binding.SignalWatch()
  const cancel = (): void => watch.cancel()
  signal?.addEventListener('abort', cancel)
  const tell = (): void => onProgress?.(watch.done(), plan.groups.length)
  const timer = onProgress === undefined ? undefined : setInterval(tell, 100)
  try {
    const { code, message, tables } = await native(() => binding.runSignals(plan, watch))
    if (tables !== undefined && tables !== null) return tables
    return native(() => {
      throw Object.assign(new Error(message ?? ''), { code })
    })
  } finally {
    clearInterval(timer)
    signal?.removeEventListener('abort', cancel)
  }
}
