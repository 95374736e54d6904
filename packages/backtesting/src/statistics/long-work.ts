import type { StatisticsControl } from '@neural-trader/engine'

import { checkWhole } from './checks.ts'

/** How work off the event loop is followed and stopped. */
export type LongWork = {
  /** Stops it: the promise rejects with `CANCELLED`. */
  readonly signal?: AbortSignal
  /** Told the share that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void
  /** Default: as many as there are processors. The result does not depend on it. */
  readonly threads?: number
}

/** The control that the engine takes. Throws `INVALID_ARGUMENT` for threads that are no number. */
export function controlOf({ signal, onProgress, threads = 0 }: LongWork): StatisticsControl {
  checkWhole('threads', threads, 0, 1024)
  return { signal, onProgress, threads }
}
