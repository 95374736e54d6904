// What `npm start` and `npm test` do first: install and build whatever is missing or stale.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { must, root, say } from './run.mjs'
import { checkToolchain } from './toolchain.mjs'

const modules = join(root, 'node_modules')
const stamp = join(modules, '.installed-lockfile')

/** Makes the clone ready: dependencies, the packages in `dist`, and the native engine. */
export async function setup({ debugEngine = false } = {}) {
  checkToolchain()
  await install()
  await build(debugEngine ? 'build build:native build:native:debug' : 'build build:native')
}

/** Installs the locked dependencies when there are none, or when the lockfile changed. */
export async function install() {
  const lockfile = readFileSync(join(root, 'package-lock.json'))
  const digest = createHash('sha256').update(lockfile).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  const first = !existsSync(modules)
  say(first ? 'Installing the dependencies' : 'Bringing the dependencies up to date')
  // Not `npm ci`: it refuses a lockfile made where a foreign platform's optional binary was missing.
  await must('npm install --no-save --no-audit --no-fund --loglevel=error')
  writeFileSync(stamp, digest)
}

/** Turbo skips what has not changed, and takes what it has built before from its cache. */
async function build(tasks) {
  say('Building the packages and the engine, where they have changed')
  await must(`turbo run ${tasks} --output-logs=new-only --log-order=stream`)
}
