import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { NeuralTraderError } from '@neural-trader/core'

/** What the first bytes of a file say it is. */
export type FileHead = {
  readonly format: 'parquet' | 'text' | 'gzip'
  /** The first characters, unpacked and without a byte order mark; empty for Parquet. */
  readonly text: string
}

/** Enough for the header and a row of thousands of columns. */
const headLength = 1_048_576

/**
 * Opens a file, refuses what is no table, and gives its beginning.
 *
 * @throws NeuralTraderError `FILE_NOT_READABLE`, `DATA_EMPTY` or `DATA_FORMAT`.
 */
export async function readFileHead(path: string): Promise<FileHead> {
  const bytes = await firstBytes(path)
  if (bytes.length === 0) {
    throw new NeuralTraderError(
      'DATA_EMPTY',
      `${path} is empty: it has neither a header nor rows`,
      { details: { path } },
    )
  }
  if (bytes.subarray(0, 4).toString('latin1') === 'PAR1') return { format: 'parquet', text: '' }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const unpacked = await take(textStream(path, 'gzip'), path)
    return { format: 'gzip', text: decode(path, unpacked) }
  }
  return { format: 'text', text: decode(path, bytes) }
}

/** The bytes of a text file, unpacked. */
export function textStream(path: string, format: 'text' | 'gzip'): Readable {
  const file = createReadStream(path)
  if (format === 'text') return file
  const unpacked = createGunzip()
  return pipeline(file, unpacked, () => undefined)
}

async function firstBytes(path: string): Promise<Buffer> {
  try {
    if ((await stat(path)).isDirectory()) throw new Error('it is a folder, not a file')
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new NeuralTraderError(
      'FILE_NOT_READABLE',
      `${path} cannot be read (${reason}): check the path and its permissions`,
      {
        details: { path },
        cause,
      },
    )
  }
}

async function take(stream: Readable, path: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      pieces.push(piece)
      length += piece.length
      if (length >= headLength) break
    }
  } catch (cause) {
    throw formatError(path, 'is not a whole gzip file: pack it again', cause)
  }
  const bytes = Buffer.concat(pieces).subarray(0, headLength)
  if (bytes.length > 0) return bytes
  throw new NeuralTraderError(
    'DATA_EMPTY',
    `${path} holds an empty file: it has neither a header nor rows`,
    { details: { path } },
  )
}

function decode(path: string, bytes: Buffer): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw formatError(path, 'is UTF-16 text: save it as UTF-8')
  }
  if (first === 0x50 && second === 0x4b && bytes[2] === 3) {
    throw formatError(
      path,
      'is a ZIP archive or a spreadsheet: unpack it, or save the sheet as CSV',
    )
  }
  if (bytes.includes(0))
    throw formatError(path, 'is binary, not CSV or Parquet: give a file of one of these formats')
  const whole = bytes.length < headLength
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole })
  } catch (cause) {
    throw formatError(path, 'is neither UTF-8 text nor Parquet: save it as UTF-8', cause)
  }
}

function formatError(path: string, what: string, cause?: unknown): NeuralTraderError {
  return new NeuralTraderError('DATA_FORMAT', `${path} ${what}`, {
    details: { path },
    ...(cause === undefined ? {} : { cause }),
  })
}
