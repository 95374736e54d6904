// `npm run bench [-- NAME]`: the benchmarks whose name starts with NAME, with the release engine.
import process from 'node:process'
import { must, say } from './lib/run.mjs'
import { setup } from './lib/setup.mjs'

await setup()
say('Benchmarks')
const harness = 'node --expose-gc --conditions=@neural-trader/source bench/run.ts'
await must(harness, { args: process.argv.slice(2) })
