// `npm run features`: writes the typed faces of every indicator from the registry of the native
// addon, which has to be built. With `--check` it only says whether they are current.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { featureIndex, groupFile } from './lib/feature-faces.mjs'
import { profileFunctions } from '../packages/features/src/profiles/find-profile-function.ts'
import { profileFile } from './lib/profile-faces.mjs'
import { root } from './lib/run.mjs'

const require = createRequire(import.meta.url)
const { indicatorRegistry } = require('../packages/engine/native/binding.js')
const source = join(root, 'packages/features/src')

const groups = Map.groupBy(indicatorRegistry(), ({ group }) => group)
const files = new Map()
for (const [group, indicators] of groups) files.set(`generated/${group}.ts`, groupFile(indicators))
for (const profile of ['talib', 'tradingview']) {
  files.set(`generated/${profile}.ts`, profileFile(profile, profileFunctions(profile)))
}
files.set('index.ts', featureIndex(readFileSync(join(source, 'index.ts'), 'utf8'), groups))

if (process.argv.includes('--check')) check()
else write(source)

function write(folder) {
  mkdirSync(join(folder, 'generated'), { recursive: true })
  const paths = [...files.keys()].map((name) => join(folder, name))
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  const options = ['oxfmt', '--config', join(root, '.oxfmtrc.json'), ...paths]
  execFileSync('npx', options, { cwd: root, stdio: 'inherit' })
}

function check() {
  const folder = mkdtempSync(join(tmpdir(), 'features-'))
  write(folder)
  const stale = [...files.keys()].filter((name) => read(folder, name) !== read(source, name))
  rmSync(folder, { recursive: true })
  if (stale.length === 0) return
  console.error(`Not what the registry says, run "npm run features": ${stale.join(', ')}`)
  process.exit(1)
}

function read(folder, name) {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return ''
  }
}
