// `npm run check`: everything CI does. Closes with the line `N passed, N failed`: every Rust and
// TypeScript test, every oracle case, and each other check as one.
import process from 'node:process'
import { checks, exampleRuns } from './lib/checks.mjs'
import { run, say } from './lib/run.mjs'
import { countOracles, countTests } from './lib/suites.mjs'

const steps = [
  { name: 'npm test', command: 'node scripts/test.mjs', count: countTests },
  { name: 'npm run test:oracles', command: 'node scripts/test-oracles.mjs', count: countOracles },
  ...exampleRuns,
  ...checks,
  { name: 'npm run docs', command: 'node scripts/docs.mjs' },
]

const total = { passed: 0, failed: 0 }
const failures = []
for (const step of steps) await take(step)
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}.`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

async function take({ name, command, count }) {
  say(name)
  const started = Date.now()
  const { status, output } = await run(command, { capture: true })
  const ok = status === 0
  const { passed, failed } = count?.(output) ?? { passed: ok ? 1 : 0, failed: 0 }
  total.passed += passed
  total.failed += ok ? failed : Math.max(failed, 1)
  if (!ok || failed > 0) failures.push(name)
  console.log(
    `  ${name}: ${ok ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(0)} s`,
  )
}
