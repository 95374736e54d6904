import { recordBytes } from '@neural-trader/engine'

import { eventsOf, type LoggedEvent } from './events-of.ts'
import type { SavedEventLog } from './read-event-log.ts'

/** How two event logs differ. */
export type EventLogDifference = {
  /** Whether the records are the same, byte for byte. */
  readonly same: boolean
  /** The first record in which they differ, with the event on either side; null beyond an end. */
  readonly first: {
    readonly record: number
    readonly a: LoggedEvent | null
    readonly b: LoggedEvent | null
  } | null
  /** Events of one side that the order of the same number does not have on the other. */
  readonly onlyInA: readonly LoggedEvent[]
  readonly onlyInB: readonly LoggedEvent[]
}

/** Compares two event logs record by record, and then order by order. */
export function diffEventLogs(a: SavedEventLog, b: SavedEventLog): EventLogDifference {
  const record = firstDifference(a.bytes(), b.bytes())
  const names = String(a.instruments) === String(b.instruments)
  if (record === null && names) return { same: true, first: null, onlyInA: [], onlyInB: [] }
  const [ofA, ofB] = [[...eventsOf(a)], [...eventsOf(b)]]
  const at = record ?? ofA.findIndex((event, row) => keyOf(event) !== keyOf(ofB[row]!))
  return {
    same: false,
    first: at < 0 ? null : { record: at, a: ofA[at] ?? null, b: ofB[at] ?? null },
    onlyInA: without(ofA, ofB),
    onlyInB: without(ofB, ofA),
  }
}

function firstDifference(a: Uint8Array, b: Uint8Array): number | null {
  if (Buffer.compare(a, b) === 0) return null
  const length = Math.min(a.length, b.length)
  let at = 0
  while (at < length && a[at] === b[at]) at++
  return Math.floor(at / recordBytes)
}

/** The events of `some` that `others` have not, or not as often. */
function without(
  some: readonly LoggedEvent[],
  others: readonly LoggedEvent[],
): readonly LoggedEvent[] {
  const counts = new Map<string, number>()
  for (const event of others) counts.set(keyOf(event), (counts.get(keyOf(event)) ?? 0) + 1)
  return some.filter((event) => {
    const left = counts.get(keyOf(event)) ?? 0
    counts.set(keyOf(event), left - 1)
    return left <= 0
  })
}

/** What makes two events the same: the sentence names the order. */
function keyOf({ time, step, text }: LoggedEvent): string {
  return `${time} ${step} ${text}`
}
