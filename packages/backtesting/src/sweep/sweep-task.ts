import type { Strategy } from '@neural-trader/core'

import type { CheckedOptions } from './sweep-options.ts'

/** A sweep on its way. */
export type SweepTask = {
  readonly options: CheckedOptions
  /** Makes the strategy of a row. */
  readonly make: (row: number) => Strategy
  readonly signal: AbortSignal | undefined
  /** Told the share of the combinations that is done, from 0 to 1. */
  readonly onProgress: ((done: number) => void) | undefined
}
