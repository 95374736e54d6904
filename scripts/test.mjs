// `npm test`: every Rust and TypeScript test. With arguments only the Vitest files that match them.
import process from 'node:process'
import { must, run, say } from './lib/run.mjs'
import { setup } from './lib/setup.mjs'
import { cargoTest, vitest } from './lib/suites.mjs'

const args = process.argv.slice(2)

await setup({ debugEngine: true })
const rust = args.length > 0 ? 0 : await rustTests()
say('TypeScript tests')
await must(vitest, { args })
process.exit(rust)

async function rustTests() {
  say('Rust tests')
  const { status } = await run(cargoTest)
  return status
}
