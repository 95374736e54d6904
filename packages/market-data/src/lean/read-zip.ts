import { readFile } from 'node:fs/promises'
import { crc32, inflateRawSync } from 'node:zlib'
import { NeuralTraderError } from '@neural-trader/core'

/** Signatures and sizes of APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. */
const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endOfDirectory = 0x06054b50
const endLength = 22
const longestComment = 65_535

/** Marks a value that stands in the ZIP64 field instead. */
const isWide = 0xffffffff

/** Where one file lies in an archive. */
type ZipEntry = {
  readonly method: number
  readonly checksum: number
  readonly packed: number
  readonly length: number
  readonly offset: number
}

/**
 * Text of the one file in a ZIP archive, stored or deflated, its checksum compared.
 *
 * @throws NeuralTraderError `FILE_NOT_READABLE`; `DATA_FORMAT` for what is no whole archive of
 * exactly one file, or needs a password.
 */
export async function readZippedText(path: string): Promise<string> {
  const archive = await readWhole(path)
  try {
    return unpack(archive, onlyEntry(archive)).toString('utf8')
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new NeuralTraderError(
      'DATA_FORMAT',
      `${path} is not a ZIP archive of one file (${reason}): pack it again`,
      { details: { path }, cause },
    )
  }
}

async function readWhole(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new NeuralTraderError(
      'FILE_NOT_READABLE',
      `${path} cannot be read (${reason}): check the folder, the ticker and the resolution`,
      { details: { path }, cause },
    )
  }
}

function onlyEntry(archive: Buffer): ZipEntry {
  const end = findEnd(archive)
  const count = archive.readUInt16LE(end + 10)
  const start = archive.readUInt32LE(end + 16)
  if (count !== 1) throw new Error(`it holds ${count} files`)
  if (archive.readUInt32LE(start) !== centralHeader) throw new Error('its directory is damaged')
  if ((archive.readUInt16LE(start + 8) & 1) === 1) throw new Error('it needs a password')
  const wide = wideValues(archive, start)
  const value = (at: number): number => {
    const narrow = archive.readUInt32LE(start + at)
    return narrow === isWide ? wide() : narrow
  }
  // The wide values stand in this order, those that fit their field left out.
  const [length, packed, offset] = [value(24), value(20), value(42)]
  return {
    method: archive.readUInt16LE(start + 10),
    checksum: archive.readUInt32LE(start + 16),
    packed,
    length,
    offset,
  }
}

/** Reads one value after the other from the ZIP64 field of a directory entry (section 4.5.3). */
function wideValues(archive: Buffer, entry: number): () => number {
  let at = entry + 46 + archive.readUInt16LE(entry + 28)
  const end = at + archive.readUInt16LE(entry + 30)
  while (at < end && archive.readUInt16LE(at) !== 1) at += 4 + archive.readUInt16LE(at + 2)
  at += 4
  return () => {
    if (at + 8 > end) throw new Error('its directory is damaged')
    at += 8
    return Number(archive.readBigUInt64LE(at - 8))
  }
}

/** The end record is last but for a comment of any length. */
function findEnd(archive: Buffer): number {
  const first = Math.max(0, archive.length - endLength - longestComment)
  for (let at = archive.length - endLength; at >= first; at--)
    if (archive.readUInt32LE(at) === endOfDirectory) return at
  throw new Error('its directory is missing')
}

/**
 * The local header repeats the name and has extra fields of its own, so that its length is its own.
 */
function unpack(archive: Buffer, entry: ZipEntry): Buffer {
  if (archive.readUInt32LE(entry.offset) !== localHeader) throw new Error('its file is missing')
  const nameLength = archive.readUInt16LE(entry.offset + 26)
  const start = entry.offset + 30 + nameLength + archive.readUInt16LE(entry.offset + 28)
  const packed = archive.subarray(start, start + entry.packed)
  const content = decompress(packed, entry)
  if (content.length !== entry.length || crc32(content) !== entry.checksum)
    throw new Error('its checksum differs')
  return content
}

function decompress(packed: Buffer, { method, length }: ZipEntry): Buffer {
  if (method === 0) return packed
  if (method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(1, length) })
  throw new Error(`its compression method ${method} is not supported`)
}
