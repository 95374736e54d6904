import {
  logEvents,
  openLogReader,
  recordBytes,
  type LogReader,
  type LogTable,
} from '@neural-trader/engine'

import type { SavedEventLog } from './read-event-log.ts'

/** One event of a log. Numbers that must be exact are decimal texts; what is absent is null. */
export type LoggedEvent = {
  /** Number of the record, from 0. */
  readonly record: number
  /** Nanoseconds since the epoch, UTC; null before the first step. */
  readonly time: bigint | null
  readonly step: number
  /** What happened, in one word: one of {@link eventKinds}. */
  readonly event: string
  /** Number of the order, from 1. */
  readonly order: number | null
  readonly instrument: string | null
  /** Of a submission or denial: the kind of order. */
  readonly type: string | null
  readonly side: string | null
  /** Signed, in units. */
  readonly quantity: string | null
  readonly price: string | null
  readonly stop: string | null
  /** An amount and what it is: `fee`, `cash`, `equity`, `amount`. */
  readonly money: { readonly name: string; readonly amount: string } | null
  /** Stable code of a refusal or cancellation. */
  readonly reason: string | null
  /** All of it in a sentence. */
  readonly text: string
}

/** Which events are wanted; what is left out selects all. */
export type EventFilter = {
  readonly order?: number
  readonly kinds?: ReadonlySet<string>
  /** Nanoseconds since the epoch, both ends included. */
  readonly from?: bigint
  readonly to?: bigint
}

/** The words of every kind of event. */
export function eventKinds(): readonly string[] {
  return logEvents()
}

const pageRecords = 4096

/** The events of a log in order, decoded a page at a time. A record that cannot be read is one too. */
export function* eventsOf(
  log: Pick<SavedEventLog, 'bytes' | 'instruments'>,
  filter: EventFilter = {},
): Generator<LoggedEvent, void> {
  const bytes = log.bytes()
  const reader = openLogReader(bytes, log.instruments)
  for (let first = 0; first * recordBytes < bytes.length; first += pageRecords) {
    yield* page({ reader, bytes, first, ids: log.instruments }, filter)
  }
}

type Page = {
  readonly reader: LogReader
  readonly bytes: Uint8Array
  readonly first: number
  readonly ids: readonly string[]
}

function* page(
  { reader, bytes, first, ids }: Page,
  filter: EventFilter,
): Generator<LoggedEvent, void> {
  const end = (first + pageRecords) * recordBytes
  const table = reader.table(bytes.subarray(first * recordBytes, end))
  for (let row = 0; row < table.time.length; row++) {
    if (isWanted(table, row, filter)) yield eventAt(table, row, { record: first + row, ids })
  }
}

function isWanted(table: LogTable, row: number, { order, kinds, from, to }: EventFilter): boolean {
  return (
    (order === undefined || table.order[row] === order) &&
    (kinds === undefined || kinds.has(table.event[row]!)) &&
    (from === undefined || table.time[row]! >= from) &&
    (to === undefined || table.time[row]! <= to)
  )
}

function eventAt(
  table: LogTable,
  row: number,
  { record, ids }: { readonly record: number; readonly ids: readonly string[] },
): LoggedEvent {
  const time = table.time[row]!
  const order = table.order[row]!
  const event = table.event[row]!
  const amount = table.money[row]!
  const hasInstrument = order > 0 || event === 'instrument' || event === 'borrow-fee'
  return {
    record,
    time: time === 0n ? null : time,
    step: table.step[row]!,
    event,
    order: order === 0 ? null : order,
    instrument: hasInstrument ? (ids[table.instrument[row]!] ?? null) : null,
    type: orNull(table.orderType[row]),
    side: orNull(table.side[row]),
    quantity: orNull(table.quantity[row]),
    price: orNull(table.price[row]),
    stop: orNull(table.stop[row]),
    money: amount === '' ? null : { name: table.moneyName[row]!, amount },
    reason: orNull(table.reason[row]),
    text: table.text[row]!,
  }
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}
