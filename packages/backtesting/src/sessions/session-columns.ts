import type { RunSessions } from '@neural-trader/engine'
import type { BarSessions } from '@neural-trader/market-data/calendar'

import type { Cutoff, Cutoffs } from './cutoffs.ts'

const minute = 60e9

/**
 * The sessions of a series with the times at which orders for their auctions come too late. Without a
 * cutoff an order for the open still counts at the open itself, when no price is known.
 */
export function sessionColumns(
  sessions: BarSessions,
  cutoffs: Cutoffs,
  extendedHours: boolean,
): RunSessions {
  const { open, close, venueOpen, venueClose, barLength } = sessions
  const before = (
    times: BigInt64Array,
    part: 'entry' | 'change',
    cutoff: Cutoff,
  ): BigInt64Array => {
    const nanoseconds = BigInt(
      Math.round((typeof cutoff === 'number' ? cutoff : cutoff[part]) * minute),
    )
    return times.map((time) => time - nanoseconds)
  }
  const { atOpen, atClose } = cutoffs
  const opening = (part: 'entry' | 'change'): BigInt64Array =>
    atOpen === undefined
      ? open.map((time) => time + 1n)
      : afterCloses(before(venueOpen, part, atOpen), close)
  const closing = (part: 'entry' | 'change'): BigInt64Array =>
    atClose === undefined ? close : before(venueClose, part, atClose)
  return {
    open,
    close,
    openEntry: opening('entry'),
    openChange: opening('change'),
    closeEntry: closing('entry'),
    closeChange: closing('change'),
    barLength: Number(barLength),
    extendedHours,
  }
}

/** What is decided at a close is in time for the next open, however late the bar is stamped. */
function afterCloses(times: BigInt64Array, close: BigInt64Array): BigInt64Array {
  return times.map((time, session) => {
    const before = close[session - 1]
    return before !== undefined && before >= time ? before + 1n : time
  })
}
