import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import { onTestFinished } from 'vitest'

/** What a run of the command left. */
export type Finished = {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Node and its arguments, up to those of the command: it runs from source. */
export const command: readonly string[] = [
  process.execPath,
  '--conditions=@neural-trader/source',
  fileURLToPath(new URL('../src/main.ts', import.meta.url)),
]

/** Runs the command in a folder, as a process of its own whose output is a pipe. */
export async function runCli(args: readonly string[], folder: string): Promise<Finished> {
  return await finished(startCli(args, folder))
}

/** Starts the command and leaves it running. */
export function startCli(args: readonly string[], folder: string): ChildProcessWithoutNullStreams {
  const [node = '', ...before] = command
  return spawn(node, [...before, ...args], { cwd: folder, env: environment(folder) })
}

/** Waits for a started command. */
export async function finished(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ])
  return { code, stdout, stderr }
}

/** An environment in which the catalogue lies in the folder and nothing asks for colour. */
export function environment(folder: string): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _force, NO_COLOR: _no, COLUMNS: _columns, ...rest } = process.env
  return { ...rest, NEURAL_TRADER_DATA: join(folder, 'catalog') }
}

/** A folder with these files, gone after the test. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'neural-trader-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}
