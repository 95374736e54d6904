import { createHash } from 'node:crypto'

import { NeuralTraderError } from '@neural-trader/core'
import { logSchema, recordBytes } from '@neural-trader/engine'
import { z } from 'zod'

/** What stands before the records of a saved event log: all a reader needs beside them. */
export type EventLogHeader = {
  /** Version of the records. */
  readonly schema: number
  /** Number of 64-byte records that follow. */
  readonly records: number
  /** SHA-256 of the records, hexadecimal. */
  readonly hash: string
  /** Identifiers of the instruments, in the order of their numbers. */
  readonly instruments: readonly string[]
  /** Who traded. */
  readonly strategy: {
    readonly name: string
    readonly params: Readonly<Record<string, number | string | boolean>>
  }
}

/** First line of the file. The number is the version of this frame, not of the records. */
const firstLine = 'NEURAL-TRADER EVENT LOG 1\n'
const anyVersion = /^NEURAL-TRADER EVENT LOG (\d+)\n/

/** A header is a line; one longer than this is none. */
const longestHeader = 1_048_576

const newline = 10
const hashLength = 64

const headerSchema: z.ZodType<EventLogHeader> = z.object({
  schema: z.int().positive(),
  records: z.int().nonnegative().max(4_294_967_295),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  instruments: z.array(z.string()),
  strategy: z.object({
    name: z.string(),
    params: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  }),
})

/** The three lines of text that a file begins with; the last is the SHA-256 of the two before. */
export function headerText(header: EventLogHeader): string {
  const text = `${firstLine}${JSON.stringify({ ...header, recordBytes })}\n`
  return `${text}${sha256(Buffer.from(text))}\n`
}

/**
 * Reads the header off the bytes of a file, and where it ends.
 *
 * @throws NeuralTraderError `DATA_FORMAT` when the file is no event log or of a version unknown here,
 * `LOG_CORRUPT` when its header was damaged.
 */
export function parseHeader(
  bytes: Uint8Array,
  path: string,
): { readonly header: EventLogHeader; readonly end: number } {
  checkFirstLine(bytes, path)
  const textEnd = bytes.subarray(0, longestHeader).indexOf(newline, firstLine.length) + 1
  const end = textEnd + hashLength + 1
  const stated = Buffer.from(bytes.subarray(textEnd, end)).toString('latin1')
  if (textEnd === 0 || stated !== `${sha256(bytes.subarray(0, textEnd))}\n`) {
    throw damagedHeader(path)
  }
  const text = Buffer.from(bytes.subarray(firstLine.length, textEnd)).toString('utf8')
  const { data: header } = headerSchema.safeParse(JSON.parse(text))
  if (header === undefined) throw damagedHeader(path)
  if (header.schema !== logSchema()) throw otherSchema(path, header.schema)
  return { header, end }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function checkFirstLine(bytes: Uint8Array, path: string): void {
  if (bytes.length === 0) throw unusable(path, 'is empty', 'write it again with --log')
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  if (start.startsWith(firstLine)) return
  const [, version] = anyVersion.exec(start) ?? []
  throw version === undefined
    ? unusable(path, 'is not an event log', 'give a file that backtest --log wrote')
    : unusable(path, `is of format ${version}, unknown here`, 'read it with a newer version')
}

function otherSchema(path: string, schema: number): NeuralTraderError {
  const fault = `holds records of schema ${schema}; this version reads ${logSchema()}`
  return unusable(path, fault, 'read it with the version that wrote it')
}

function damagedHeader(path: string): NeuralTraderError {
  return new NeuralTraderError(
    'LOG_CORRUPT',
    `${path} is damaged or cut in its header, the first lines of text: take another copy, or run the backtest again`,
    { details: { path, offset: 0 } },
  )
}

function unusable(path: string, fault: string, remedy: string): NeuralTraderError {
  return new NeuralTraderError('DATA_FORMAT', `${path} ${fault}: ${remedy}`, { details: { path } })
}
