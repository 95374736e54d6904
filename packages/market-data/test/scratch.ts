import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NeuralTraderError } from '@neural-trader/core'
import { onTestFinished } from 'vitest'

/** A folder that is gone after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'market-data-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A file that is gone after the test. */
export function scratchFile(name: string, content: string | Uint8Array): string {
  const path = join(scratchFolder(), name)
  writeFileSync(path, content)
  return path
}

/** The error of a promise that has to fail with one of ours. */
export async function failure(promise: Promise<unknown>): Promise<NeuralTraderError> {
  const outcome = await promise.then(
    () => null,
    (error: unknown) => error,
  )
  if (outcome instanceof NeuralTraderError) return outcome
  throw new Error('expected a NeuralTraderError', { cause: outcome })
}
