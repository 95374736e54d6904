import type { Timeframe } from '@neural-trader/core'
import type { FaultCode } from '../fault.ts'

/**
 * What a finding is about: the code of the error that reading would give, or one of the observations
 * that do not make bars unusable.
 */
export type FindingCode =
  | FaultCode
  | 'GAP'
  | 'OUTSIDE_SESSION'
  | 'ZERO_VOLUME'
  | 'PRICE_JUMP'
  | 'TOO_FINE'
  | 'ASSUMED_TIME_ZONE'
  | 'DATA_EMPTY'

/** An error makes the bars unusable, a warning may, an info is worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** One row that shows a finding. */
export type FindingExample = {
  /** From 1, the header not counted. */
  readonly row: number
  /** Closing time, ISO 8601; null where it cannot be read. */
  readonly time: string | null
  readonly text: string
}

/** One kind of finding. */
export type Finding = {
  readonly code: FindingCode
  readonly severity: Severity
  /** How many rows. */
  readonly count: number
  readonly message: string
  /** The first rows, at most five. */
  readonly examples: readonly FindingExample[]
}

/** What stands out in a series of bars; plain data that JSON carries. */
export type ValidationReport = {
  /** The file, or the instrument of bars in memory. */
  readonly source: string
  readonly instrument: string
  readonly timeframe: Timeframe
  readonly rows: number
  /** Closing times of the first and the last row, ISO 8601. */
  readonly first: string | null
  readonly last: string | null
  /** How times were read: `dates`, `stated in each row`, or the zone assumed; `UTC` in memory. */
  readonly timeZone: string
  /** Digits after the point in use, at most 9. */
  readonly decimals: { readonly price: number; readonly volume: number }
  /** Expected bars that are missing, and breaks (nights, weekends) in which none was expected. */
  readonly missingBars: number
  readonly closures: number
  /** Whether there is no finding of severity `error`. */
  readonly ok: boolean
  readonly findings: readonly Finding[]
}
