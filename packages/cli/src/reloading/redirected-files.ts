import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The functions of `node:fs` that read a file they are given the path of. */
const readers = ['readFileSync', 'readFile', 'openSync', 'open', 'createReadStream'] as const
const promised = ['readFile', 'open'] as const

/** Another file in place of one that is read. */
export type Redirection = {
  /** Reads of the file read this one instead; null reads it as it is. */
  readonly to: (other: string | null) => void
  readonly stop: () => void
}

let untouched = 0

/** Runs work whose reads are sent nowhere else. */
export async function withRealFiles<Result>(work: () => Promise<Result>): Promise<Result> {
  untouched += 1
  try {
    return await work()
  } finally {
    untouched -= 1
  }
}

type Reader = (path: unknown, ...rest: unknown[]) => unknown
type Readers = Record<string, Reader>

/**
 * Sends reads of a file by `node:fs` elsewhere, for a strategy that reads its data by itself. The file
 * is not touched.
 */
export function redirectReads(file: string): Redirection {
  const real = resolve(file)
  let target: string | null = null
  const patched = [
    ...patch(fs as unknown as Readers, readers),
    ...patch(fs.promises as unknown as Readers, promised),
  ]
  syncBuiltinESMExports()

  function patch(where: Readers, names: readonly string[]): (() => void)[] {
    return names.map((name) => {
      const original = where[name] as Reader
      where[name] = (path, ...rest) => original(isReal(path) ? (target ?? path) : path, ...rest)
      return () => (where[name] = original)
    })
  }

  function isReal(path: unknown): boolean {
    if (untouched > 0) return false
    const text = path instanceof URL && path.protocol === 'file:' ? fileURLToPath(path) : path
    return typeof text === 'string' && resolve(text) === real
  }

  return {
    to: (other) => (target = other),
    stop: () => {
      for (const restore of patched) restore()
      syncBuiltinESMExports()
    },
  }
}
