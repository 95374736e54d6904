import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What a stream took. */
export type StreamTook = {
  readonly gigabytes: number
  readonly rows: number
  readonly trades: number
  /** The most megabytes that the process ever held. */
  readonly peak: number
}

const run = promisify(execFile)

/** Replays a stream of so many bytes in a process of its own. */
export async function streamOf(bytes: number): Promise<StreamTook> {
  const script = join(import.meta.dirname, 'stream.ts')
  const { stdout } = await run(process.execPath, [
    '--conditions=@neural-trader/source',
    script,
    String(bytes),
  ])
  return JSON.parse(stdout) as StreamTook
}
