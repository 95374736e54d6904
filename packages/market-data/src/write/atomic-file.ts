import { randomBytes } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { NeuralTraderError } from '@neural-trader/core'

/** Ends the names of files that are being written; one that stays behind is of no use. */
export const unfinishedSuffix = '.unfinished'

/**
 * Writes a file so that it is there whole or not at all: into a neighbour first, which is synced to
 * the disk and then takes the name. A failure or a crash at any moment leaves the old file as it was.
 *
 * @throws NeuralTraderError `FILE_NOT_WRITABLE`.
 */
export async function writeAtomically(
  path: string,
  write: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = `${path}.${process.pid}-${randomBytes(6).toString('hex')}${unfinishedSuffix}`
  try {
    await refuseFolder(path)
    await write(temporary)
    await sync(temporary)
    await rename(temporary, path)
    await sync(dirname(path)).catch(ignoreUnsupported)
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw notWritable(path, cause)
  }
}

async function refuseFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory() === true) throw new Error('it is a folder')
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Some systems cannot sync a folder; the rename is then as durable as they make it. */
function ignoreUnsupported(): void {
  return undefined
}

function notWritable(path: string, cause: unknown): NeuralTraderError {
  const reason = (cause instanceof Error ? cause.message : String(cause)).split('\n', 1)[0]
  return new NeuralTraderError(
    'FILE_NOT_WRITABLE',
    `${path} cannot be written (${reason}): check that its folder exists, its permissions and the space on the disk; what was there before is unchanged`,
    { details: { path }, cause },
  )
}
