import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, release, totalmem, type } from 'node:os'

/** What the figures were measured on. */
export type Machine = {
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly os: string
  readonly node: string
  readonly rust: string
}

/** Describes this machine. */
export function machine(): Machine {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    os: `${type()} ${release()}`,
    node: process.version,
    rust: output('rustc', '--version'),
  }
}

/** The commit that was measured, with `-dirty` when the working tree differs from it. */
export function commit(): string {
  const dirty = output('git', 'status', '--porcelain') === '' ? '' : '-dirty'
  return output('git', 'rev-parse', 'HEAD') + dirty
}

function output(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8' }).trim()
}
