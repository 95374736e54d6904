import { globSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Bench } from './bench.ts'
import { commit, machine } from './machine.ts'
import { measure, type Result } from './measure.ts'
import { table } from './table.ts'

type Found = { readonly bench: Bench; readonly script: string }

const here = import.meta.dirname
const wanted = process.argv.slice(2)

const results: Result[] = []
for (const { bench, script } of await discover(wanted)) {
  console.error(`measuring ${bench.name}`)
  results.push(await measure(bench, script))
}
if (results.length === 0) {
  console.error(`No benchmark's name starts with ${wanted.join(' or ')}.`)
  process.exit(1)
}
const file = join(here, 'results.json')
writeFileSync(
  file,
  `${JSON.stringify({ machine: machine(), commit: commit(), results }, null, 2)}\n`,
)
console.log(`\n${table(results)}\n\nWritten to ${relative(process.cwd(), file)}`)

/** Every `*.bench.ts` beside this file exports its benchmarks as `benches`. */
async function discover(names: readonly string[]): Promise<Found[]> {
  const found: Found[] = []
  for (const file of globSync('**/*.bench.ts', { cwd: here }).toSorted()) {
    const { benches } = (await import(join(here, file))) as { benches: readonly Bench[] }
    found.push(...benches.map((bench) => ({ bench, script: `bench/${file}` })))
  }
  if (names.length === 0) return found
  return found.filter(({ bench }) => names.some((name) => bench.name.startsWith(name)))
}
