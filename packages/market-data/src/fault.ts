import type { BarColumn, ErrorCode } from '@neural-trader/core'

/** The codes of faults that make a series unusable. */
export type FaultCode = Extract<
  ErrorCode,
  | 'DATA_FORMAT'
  | 'DATA_NOT_FINITE'
  | 'DATA_NOT_POSITIVE'
  | 'DATA_CROSSED_PRICES'
  | 'DATA_DUPLICATE_TIME'
  | 'DATA_UNSORTED'
  | 'DATA_TIME_ZONE'
  | 'DATA_LENGTH_MISMATCH'
>

/** One kind of fault in one column: how many rows have it and which came first, counted from 0. */
export type Fault = {
  readonly code: FaultCode
  readonly column: BarColumn | 'time'
  readonly count: number
  readonly rows: readonly number[]
  /** Set where the wall clock of this zone skips the time. */
  readonly zone?: string
}

/** How many rows are named per fault. */
export const examplesPerFault = 5
