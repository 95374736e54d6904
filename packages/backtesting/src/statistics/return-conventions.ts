import type { ReturnColumns } from '@neural-trader/engine'

import { checkNumber } from './checks.ts'

/** How ratios of returns are annualised, and what is known beside the returns. */
export type ReturnOptions = {
  /** Ends of the periods, nanoseconds since the epoch, UTC, ascending; measures of the calendar need them. */
  readonly time?: BigInt64Array
  readonly conventions?: {
    /** Default: what the usual length of a period says; 252 without times. Needed within a day. */
    readonly periodsPerYear?: number
    /** Annual, a fraction. Default 0. */
    readonly riskFreeRate?: number
  }
}

/** Returns as the engine takes them. Throws `INVALID_ARGUMENT`. */
export function returnColumns(
  returns: Float64Array,
  { time, conventions, benchmark }: ReturnOptions & { readonly benchmark?: Float64Array },
): ReturnColumns {
  const riskFreeRate = conventions?.riskFreeRate ?? 0
  checkNumber('riskFreeRate', riskFreeRate)
  return {
    returns,
    time: time ?? new BigInt64Array(0),
    benchmark: benchmark ?? new Float64Array(0),
    periodsPerYear: conventions?.periodsPerYear,
    riskFreeRate,
  }
}
