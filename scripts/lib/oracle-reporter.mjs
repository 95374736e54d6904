// A Vitest reporter for oracle suites. A suite tells what it replayed in its test's meta:
// `task.meta.oracle = { folder, cases, failures, largestError }`, where `folder` is the one under
// NT_ORACLES. A test that says nothing counts as one case.
import { existsSync, readdirSync } from 'node:fs'
import process from 'node:process'

/** Prints a line per suite, the folders that no suite reads, and `N passed, N failed`. */
export default class OracleReporter {
  onTestRunEnd(modules) {
    const suites = modules.flatMap((module) => [...module.children.allTests()].map(suiteOf))
    const crashed = modules.filter((module) => module.errors().length > 0).length
    for (const suite of suites) console.log(describe(suite))
    listUnread(new Set(suites.map(({ folder }) => folder)))
    const cases = total(suites, 'cases')
    const failures = total(suites, 'failures')
    console.log(`${cases - failures} passed, ${failures + crashed} failed`)
    if (failures + crashed > 0) process.exitCode = 1
  }
}

function suiteOf(test) {
  const name = test.fullName
  const { state, errors } = test.result()
  if (state === 'skipped')
    return { name, cases: 0, failures: 0, note: test.result().note ?? 'skipped' }
  const told = test.meta().oracle ?? { cases: 1, failures: 0 }
  const failures = state === 'failed' ? Math.max(told.failures, 1) : told.failures
  return {
    name,
    ...told,
    cases: Math.max(told.cases, failures),
    failures,
    error: errors?.[0]?.message,
  }
}

function describe({ name, cases, failures, largestError, note, error }) {
  if (note !== undefined) return `${name}: not run (${note})`
  const worst = largestError === undefined ? '' : `, largest error ${largestError.toExponential(2)}`
  const why = error === undefined ? '' : `\n    ${error.split('\n')[0]}`
  return `${name}: ${cases} cases, ${failures} failures${worst}${why}`
}

function listUnread(read) {
  const home = process.env.NT_ORACLES
  if (home === undefined || !existsSync(home)) return
  const folders = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const unread = folders.map(({ name }) => name).filter((name) => !read.has(name))
  if (unread.length > 0) console.log(`No suite reads yet: ${unread.toSorted().join(', ')}`)
}

function total(suites, key) {
  return suites.reduce((sum, suite) => sum + suite[key], 0)
}
