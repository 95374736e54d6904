// `npm run lint`: every check, also after one has failed. With arguments only those so named.
import process from 'node:process'
import { checks } from './lib/checks.mjs'
import { run, say } from './lib/run.mjs'
import { setup } from './lib/setup.mjs'

const wanted = process.argv.slice(2)

await setup()
const failed = []
for (const { name, command } of checks.filter(isWanted)) {
  say(name)
  const { status } = await run(command)
  if (status !== 0) failed.push(name)
}
console.log(failed.length === 0 ? '\nEvery check passed.' : `\nFailed: ${failed.join(', ')}.`)
process.exit(failed.length === 0 ? 0 : 1)

function isWanted({ name }) {
  return wanted.length === 0 || wanted.some((word) => name.startsWith(word))
}
