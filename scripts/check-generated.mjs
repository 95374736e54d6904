// Fails when the addon's generated loader or types differ from those in git's index.
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { root } from './lib/run.mjs'

const files = ['packages/engine/native/binding.js', 'packages/engine/native/binding.d.ts']

const untracked = git('ls-files', '--error-unmatch', '--', ...files)
const changed = git('diff', '--exit-code', '--', ...files)

if (untracked.status !== 0 || changed.status !== 0) {
  console.error(`The boundary to Rust changed: review and add the generated files.`)
  console.error(untracked.stderr + changed.stdout)
  process.exit(1)
}

function git(...args) {
  return spawnSync('git', args, { cwd: root, encoding: 'utf8' })
}
