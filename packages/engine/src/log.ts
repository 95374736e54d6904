import type { LogReader, LogTable, LogVerdict, StatedLog } from '../native/binding.js'
import { binding } from './binding.ts'
import { native } from './native-error.ts'

/** Bytes of a record, and of what is kept beside it to find damage. */
export const recordBytes = 64
export const checkBytes = 4

/** Version of the records that this engine writes and reads. */
export function logSchema(): number {
  return binding.logSchema()
}

/** The words of every kind of event, in the order of their numbers: `fill`, `cancellation`. */
export function logEvents(): readonly string[] {
  return binding.logEvents()
}

/** Tells the records of one log, any part of them at a time; `ids` name its instruments in order. */
export function openLogReader(bytes: Uint8Array, ids: readonly string[]): LogReader {
  return native(() => new binding.LogReader(bytes, [...ids]))
}

/**
 * Four bytes for each record, kept beside a log to find later at which record it was damaged: the
 * first of the SHA-256 of the log up to and including it.
 *
 * @throws NeuralTraderError `LOG_CORRUPT` when the bytes are not whole records.
 */
export async function logChecks(bytes: Uint8Array): Promise<Uint8Array> {
  return await native(() => binding.logChecks(bytes) as Promise<Uint8Array>)
}

/**
 * Checks a log, off the event loop: its chain, its schema, what may happen to an order, the sums of
 * fills. What is wrong is returned, not thrown.
 */
export async function verifyLog(bytes: Uint8Array, stated: StatedLog): Promise<LogVerdict> {
  return await native(() => binding.verifyLog(bytes, stated) as Promise<LogVerdict>)
}

export type { LogReader, LogTable, LogVerdict, StatedLog }
