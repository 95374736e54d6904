import { checkBytes, recordBytes, verifyLog, type LogVerdict } from '@neural-trader/engine'

import type { SavedEventLog } from './read-event-log.ts'

/** What checking a saved event log came to. */
export type EventLogVerdict = {
  /** The first thing that is wrong: record from 0, place in bytes of the file. Null when whole. */
  readonly damage: {
    readonly record: number
    readonly offset: number
    readonly message: string
  } | null
  /** SHA-256 of the records that are there. */
  readonly hash: string
  /** Events before the damage by kind. */
  readonly events: Readonly<Record<string, number>>
  /** What they come to, as exact decimals: cash, all fees, positions in units. */
  readonly cash: string
  readonly fees: string
  readonly positions: Readonly<Record<string, string>>
  /** Orders that still work at the end. */
  readonly openOrders: number
}

/** Checks a saved event log: chain, schema, order states, sums of fills, hash and length. */
export async function verifyEventLog(saved: SavedEventLog): Promise<EventLogVerdict> {
  const { instruments, records, hash, checks } = saved
  const stated = { ids: [...instruments], records, hash, checks }
  const verdict = await verifyLog(saved.bytes(), stated)
  return {
    damage: damageOf(verdict, saved) ?? wrongLength(saved),
    hash: verdict.hash,
    events: Object.fromEntries(verdict.events.map(({ event, count }) => [event, count])),
    cash: verdict.cash,
    fees: verdict.fees,
    positions: Object.fromEntries(
      verdict.positions.map(({ instrument, quantity }) => [instrument, quantity]),
    ),
    openOrders: verdict.openOrders,
  }
}

function damageOf(
  { record, offset, message }: LogVerdict,
  { recordsAt }: SavedEventLog,
): EventLogVerdict['damage'] {
  if (record === undefined || offset === undefined || message === undefined) return null
  return { record, offset: recordsAt + offset, message }
}

/** The records are whole; what follows them has to be one check each, and nothing else. */
function wrongLength({ records, recordsAt, checks }: SavedEventLog): EventLogVerdict['damage'] {
  const expected = records * checkBytes
  if (checks.length === expected) return null
  const offset = recordsAt + records * recordBytes + Math.min(checks.length, expected)
  const message = `the records are whole, but ${checks.length} bytes follow them instead of ${expected}`
  return { record: records, offset, message }
}
