import { readFile } from 'node:fs/promises'

import { NeuralTraderError } from '@neural-trader/core'
import type { SweepFailure } from '@neural-trader/engine'

import { writeAtomically } from '../write-atomically.ts'
import type { SweepStore } from './sweep-store.ts'

/** What a checkpoint says of itself, in its first line. */
type Header = {
  readonly format: 'neural-trader sweep'
  readonly version: 1
  /** Digest of the data, the strategy and the options it belongs to. */
  readonly key: string
  readonly rows: number
  readonly measures: readonly string[]
  readonly failures: readonly SweepFailure[]
}

/** A file that keeps what a sweep has done. */
export type Checkpoint = {
  /** Writes what is done, where enough time has passed since the last write. */
  readonly offer: () => Promise<void>
  /** Writes what is done. */
  readonly write: () => Promise<void>
}

/** A file is written no more often than this, in milliseconds, nor for more than a tenth of the time. */
const leastPause = 1_000

/**
 * Takes what the file at a path knows into a store, where there is such a file, and keeps it up to date
 * from then on. It is written whole or not at all.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where the file belongs to another sweep, `DATA_FORMAT`
 * where it is no checkpoint, `FILE_NOT_READABLE` or `FILE_NOT_WRITABLE`.
 */
export async function openCheckpoint(
  path: string,
  key: string,
  measures: readonly string[],
  store: SweepStore,
): Promise<Checkpoint> {
  const bytes = await readExisting(path)
  if (bytes !== undefined) restore(path, bytes, { key, measures, store })
  let [written, pause] = [performance.now(), leastPause]
  const write = async (): Promise<void> => {
    const begun = performance.now()
    const header: Header = {
      format: 'neural-trader sweep',
      version: 1,
      key,
      rows: store.done.length,
      measures,
      failures: store.failures,
    }
    const columns = store.columns.map((column) => bytesOf(column))
    await writeAtomically('The checkpoint', path, [
      `${JSON.stringify(header)}\n`,
      store.done,
      ...columns,
    ])
    written = performance.now()
    pause = Math.max(leastPause, 10 * (written - begun))
  }
  const offer = async (): Promise<void> => {
    if (performance.now() - written >= pause) await write()
  }
  return { offer, write }
}

async function readExisting(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new NeuralTraderError(
      'FILE_NOT_READABLE',
      `The checkpoint ${path} cannot be read (${String(cause)}): choose another path`,
      { details: { path }, cause },
    )
  }
}

type Place = {
  readonly key: string
  readonly measures: readonly string[]
  readonly store: SweepStore
}

function restore(path: string, bytes: Uint8Array, { key, measures, store }: Place): void {
  const rows = store.done.length
  const end = bytes.indexOf(10)
  const header = headerOf(path, bytes.subarray(0, Math.max(end, 0)))
  if (header.key !== key) {
    throw new NeuralTraderError(
      'INVALID_ARGUMENT',
      `The checkpoint ${path} is of another sweep: its data, strategy or options differ; delete it, or choose another path`,
      { details: { field: 'checkpoint', path } },
    )
  }
  const body = bytes.subarray(end + 1)
  if (header.rows !== rows || body.length !== rows * (1 + 8 * measures.length)) throw broken(path)
  const columns = measures.map((_, index) => {
    const from = rows * (1 + 8 * index)
    const column = new Float64Array(rows)
    bytesOf(column).set(body.subarray(from, from + 8 * rows))
    return column
  })
  for (let row = 0; row < rows; row += 1) {
    if (body[row] === 1)
      store.take(
        row,
        columns.map((column) => column[row]!),
      )
  }
  for (const failure of header.failures) store.fail(failure)
}

function headerOf(path: string, line: Uint8Array): Header {
  try {
    const header = JSON.parse(new TextDecoder().decode(line)) as Header
    if (header.format === 'neural-trader sweep' && header.version === 1) return header
  } catch {
    // What is no JSON is no checkpoint either.
  }
  throw broken(path)
}

function broken(path: string): NeuralTraderError {
  return new NeuralTraderError(
    'DATA_FORMAT',
    `${path} is no checkpoint of a sweep, or of another version: choose another path, or delete it`,
    { details: { path } },
  )
}

function bytesOf(column: Float64Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
}
