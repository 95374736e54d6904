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

/** The two lines of text that a file begins with. */
export function headerText(header: EventLogHeader): string {
  return `${firstLine}${JSON.stringify({ ...header, recordBytes })}\n`
}

/**
 * Reads the header off the bytes of a file, and where it ends.
 *
 * @throws NeuralTraderError `DATA_FORMAT` when the file is no event log, or of a version unknown here.
 */
export function parseHeader(
  bytes: Uint8Array,
  path: string,
): { readonly header: EventLogHeader; readonly end: number } {
  checkFirstLine(bytes, path)
  const end = bytes.subarray(0, longestHeader).indexOf(10, firstLine.length) + 1
  if (end === 0) throw unusable(path, 'is cut in its header', 'take another copy of it')
  const text = Buffer.from(bytes.subarray(firstLine.length, end)).toString('utf8')
  const header = headerSchema.safeParse(fromJson(text, path))
  if (!header.success) {
    const [issue] = header.error.issues
    const field = issue?.path.join('.') ?? ''
    throw unusable(path, `has a damaged header (${field}: ${issue?.message})`, 'take another copy')
  }
  if (header.data.schema !== logSchema()) throw otherSchema(path, header.data.schema)
  return { header: header.data, end }
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

function fromJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unusable(path, 'has a damaged header (not JSON)', 'take another copy of it')
  }
}

function unusable(path: string, fault: string, remedy: string): NeuralTraderError {
  return new NeuralTraderError('DATA_FORMAT', `${path} ${fault}: ${remedy}`, { details: { path } })
}
