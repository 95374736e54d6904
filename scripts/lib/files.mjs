// The files of the repository that a person wrote or will commit.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

/** Paths, relative to the root, of tracked and not ignored files whose name ends in one of these. */
export function sourceFiles(...endings) {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard']
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (status !== 0) throw new Error(`git ls-files failed: ${stderr}`)
  return stdout
    .split('\n')
    .filter(
      (path) => endings.some((ending) => path.endsWith(ending)) && existsSync(join(root, path)),
    )
}
