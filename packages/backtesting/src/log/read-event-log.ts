import { readFile } from 'node:fs/promises'

import { NeuralTraderError } from '@neural-trader/core'
import { recordBytes } from '@neural-trader/engine'

import type { EventLog } from '../result.ts'
import { parseHeader, type EventLogHeader } from './event-log-header.ts'
import { verifyEventLog } from './verify-event-log.ts'

/** An event log as a file holds it: what its header states, and the bytes that are there. */
export type SavedEventLog = EventLog &
  EventLogHeader & {
    readonly path: string
    /** Where the records begin, in bytes from the beginning of the file. */
    readonly recordsAt: number
    /** What finds damage: four bytes a record. */
    readonly checks: Uint8Array
  }

/**
 * Reads a saved event log and checks all of it.
 *
 * @throws NeuralTraderError `FILE_NOT_READABLE`; `DATA_FORMAT` when the file is no event log or of a
 * version unknown here; `LOG_CORRUPT` with the first damaged record and its offset in the file.
 */
export async function readEventLog(path: string): Promise<SavedEventLog> {
  const saved = await openEventLog(path)
  const { damage } = await verifyEventLog(saved)
  if (damage === null) return saved
  const { record, offset, message } = damage
  throw new NeuralTraderError(
    'LOG_CORRUPT',
    `${path} is damaged at record ${record}, byte ${offset} (${message}): take another copy, or run the backtest again`,
    { details: { path, record, offset } },
  )
}

/**
 * Reads a saved event log as it is, damaged or not; {@link verifyEventLog} says which.
 *
 * @throws NeuralTraderError `FILE_NOT_READABLE`; `DATA_FORMAT` when the file is no event log or of a
 * version unknown here.
 */
export async function openEventLog(path: string): Promise<SavedEventLog> {
  const file = await readFile(path).catch((cause: unknown) => {
    throw notReadable(path, cause)
  })
  const { header, end } = parseHeader(file, path)
  const checksAt = Math.min(end + header.records * recordBytes, file.length)
  const records = file.subarray(end, checksAt)
  const checks = file.subarray(checksAt)
  return { ...header, path, recordsAt: end, checks, bytes: () => records }
}

function notReadable(path: string, cause: unknown): NeuralTraderError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new NeuralTraderError(
    'FILE_NOT_READABLE',
    `${path} cannot be read (${reason}): check the path and its permissions`,
    { details: { path }, cause },
  )
}
