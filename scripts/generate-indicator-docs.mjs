// Writes docs/indicators from the registry of the native addon, which has to be built; `npm run docs`
// runs it. With `--check` it only says whether the pages and pictures are current.
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { indicatorRegistry } from '@neural-trader/engine'
import { groupPage, groupTitle, indexPage } from './lib/indicator-pages.mjs'
import { pictureOf } from './lib/indicator-pictures.mjs'
import { root } from './lib/run.mjs'

const target = join(root, 'docs/indicators')
const registry = indicatorRegistry()
const groups = new Map(
  [...Map.groupBy(registry, ({ group }) => group)].toSorted(([a], [b]) =>
    groupTitle(a) < groupTitle(b) ? -1 : 1,
  ),
)
const files = new Map([
  ['README.md', indexPage(groups)],
  ...[...groups].map(([group, indicators]) => [`${group}.md`, groupPage(group, indicators)]),
  ...registry.map((info) => [`pictures/${info.name}.svg`, pictureOf(info)]),
])

if (process.argv.includes('--check')) check()
else {
  rmSync(target, { recursive: true, force: true })
  write(target)
}

function write(folder) {
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const pages = [...files.keys()].filter((name) => name.endsWith('.md'))
  const options = ['oxfmt', '--config', join(root, '.oxfmtrc.json')]
  execFileSync('npx', [...options, ...pages.map((name) => join(folder, name))], {
    cwd: root,
    stdio: 'ignore',
  })
}

function check() {
  const folder = mkdtempSync(join(tmpdir(), 'indicator-docs-'))
  write(folder)
  const names = new Set([...filesIn(folder), ...filesIn(target)])
  const stale = [...names].filter((name) => read(folder, name) !== read(target, name))
  rmSync(folder, { recursive: true })
  if (stale.length === 0) return
  console.error(
    `docs/indicators is not what the registry says, run "npm run docs": ${stale.join(', ')}`,
  )
  process.exit(1)
}

function filesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

function read(folder, name) {
  const path = join(folder, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
