import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

import { NeuralTraderError } from '@neural-trader/core'

/**
 * Writes a file so that it is there whole or not at all: into a neighbour first, which is synced to
 * the disk and then takes the name. Missing folders are made; an earlier file is replaced.
 *
 * @param what begins the sentence of the error: `The report`.
 * @throws NeuralTraderError `FILE_NOT_WRITABLE` naming the path.
 */
export async function writeAtomically(
  what: string,
  path: string,
  parts: readonly (string | Uint8Array)[],
): Promise<void> {
  const draft = `${path}.${randomUUID()}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeAndSync(draft, parts)
    await rename(draft, path)
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => {})
    throw notWritable(what, path, cause)
  }
}

async function writeAndSync(draft: string, parts: readonly (string | Uint8Array)[]): Promise<void> {
  const file = await open(draft, 'wx')
  try {
    for (const part of parts) await file.appendFile(part)
    await file.sync()
  } finally {
    await file.close()
  }
}

function notWritable(what: string, path: string, cause: unknown): NeuralTraderError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new NeuralTraderError(
    'FILE_NOT_WRITABLE',
    `${what} cannot be written to ${path} (${reason}): choose a path in a folder you may write to`,
    { details: { path }, cause },
  )
}
