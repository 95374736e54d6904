import { setImmediate } from 'node:timers/promises'

import { NeuralTraderError } from '@neural-trader/core'

/** How a caller follows and stops a long run. */
export type RunControl = {
  readonly signal?: AbortSignal | undefined
  /** Told the share of the data that is done, from 0 to 1, every few milliseconds. */
  readonly onProgress?: ((done: number) => void) | undefined
}

/** Milliseconds for which a run may keep the event loop to itself. */
const patience = 5

let turned = performance.now()

/**
 * Lets the event loop turn when it has not for 5 ms, tells the progress and stops when asked to. Runs
 * call it between slices of work, short runs at their end: only a turn of the loop frees the native
 * memory of results that were collected.
 *
 * @throws NeuralTraderError `CANCELLED` when the signal is aborted.
 */
export async function pause(control: RunControl, done: number): Promise<void> {
  if (performance.now() - turned >= patience) {
    await setImmediate()
    turned = performance.now()
    control.onProgress?.(done)
  }
  if (control.signal?.aborted === true) {
    throw new NeuralTraderError('CANCELLED', 'The run was cancelled by its caller', {
      cause: control.signal.reason,
    })
  }
}
