import { createHash } from 'node:crypto'

import { describe, expect, test } from 'vitest'

import {
  checkBytes,
  logChecks,
  logEvents,
  logSchema,
  openLogReader,
  recordBytes,
  verifyLog,
} from './log.ts'

/** The record that opens a log, with this schema. */
function opening(schema: number): Uint8Array {
  const bytes = new Uint8Array(recordBytes)
  const view = new DataView(bytes.buffer)
  view.setUint8(8, 1)
  view.setBigInt64(24, BigInt(schema), true)
  view.setBigInt64(48, 1_500_000_000n, true)
  return bytes
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('checks', () => {
  test('begin the hash of the log up to each record', async () => {
    const log = new Uint8Array([...opening(1), ...opening(2)])
    const checks = Buffer.from(await logChecks(log)).toString('hex')
    const first = sha256(log.subarray(0, recordBytes))
    const digits = 2 * checkBytes
    expect(checks).toBe(first.slice(0, digits) + sha256(log).slice(0, digits))
  })

  test('are of whole records', async () => {
    const error = await logChecks(new Uint8Array(65)).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'LOG_CORRUPT' })
  })
})

test('a table tells records, those too that cannot be read', () => {
  const log = new Uint8Array([...opening(logSchema()), ...new Uint8Array(recordBytes)])
  const { event, text, money, moneyName, time } = openLogReader(log, []).table(log)
  expect(event).toEqual(['opening', 'unreadable'])
  expect(text[0]).toBe('account opened with 1.5 (log schema 1)')
  expect(text[1]).toContain('record kind 0 is unknown')
  expect([money[0], moneyName[0], time[0]]).toEqual(['1.5', 'cash', 0n])
  expect(logEvents()).toContain('fill')
})

test.each([
  [logSchema(), /^whole$/],
  [9, /schema version 9/],
])('a log of schema %i is checked', async (schema, message) => {
  const log = opening(schema)
  const checks = await logChecks(log)
  const verdict = await verifyLog(log, { ids: [], records: 1, hash: sha256(log), checks })
  expect(verdict.hash).toBe(sha256(log))
  expect(verdict.message ?? 'whole').toMatch(message)
})
