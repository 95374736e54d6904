import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('../test/hashes.ts', import.meta.url))
const debugBuild = fileURLToPath(
  new URL(
    `../../engine/native/debug/engine.${process.platform}-${process.arch}-gnu.node`,
    import.meta.url,
  ),
)

/** The distinct event log hashes of runs, half declarative and half TypeScript, on some threads. */
async function hashes(
  build: 'release' | 'debug',
  threads: number,
  runs: number,
): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@neural-trader/source', program, String(threads), String(runs)],
    { env: { ...process.env, NT_ENGINE_BUILD: build } },
  )
  return JSON.parse(stdout) as string[]
}

test('100 runs on 1 and on 2 threads have one hash', async () => {
  const [one, ...others] = [
    ...(await hashes('release', 1, 50)),
    ...(await hashes('release', 2, 25)),
  ]
  expect(one).toMatch(/^[0-9a-f]{64}$/)
  expect(new Set([one, ...others]).size).toBe(1)
})

const absent = !existsSync(debugBuild)
if (absent)
  console.warn('SKIPPED: the debug build is absent: npm run build:native -- --debug makes it')

test.skipIf(absent)('the debug build has the hash of the release build', async () => {
  expect(await hashes('debug', 2, 2)).toEqual(await hashes('release', 2, 2))
})
