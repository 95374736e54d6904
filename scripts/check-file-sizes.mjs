// Fails when a source file is too long to be read in one sitting.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { sourceFiles } from './lib/files.mjs'
import { root } from './lib/run.mjs'

const limit = 450
const generated = /^packages\/(engine\/native\/|features\/src\/(generated\/|index\.ts))/

const long = sourceFiles('.ts', '.mjs', '.rs', '.css', '.html')
  .filter((path) => !generated.test(path))
  .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }))
  .filter(({ lines }) => lines > limit)

for (const { path, lines } of long)
  console.error(`${path} has ${lines} lines, more than ${limit}: split it`)
process.exit(long.length === 0 ? 0 : 1)
