// The commands that run the tests, and how many tests their output tells of.
import { stripVTControlCharacters } from 'node:util'

const workspace = 'vitest run --config vitest.workspace.ts'

/** All Rust tests; the addon's crate is tested from TypeScript, through the loader users get. */
export const cargoTest = 'cargo test --workspace --exclude nt-engine --no-fail-fast'

/** Every Vitest project without the oracles. */
export const vitest = `${workspace} --project !oracles`

/** The oracles, with a line per suite and the sum of their cases. */
export const oracles = `${workspace} --project oracles --reporter default --reporter ./scripts/lib/oracle-reporter.mjs`

/** The cases that the oracles' last line tells of. */
export function countOracles(output) {
  const [, passed = '0', failed = '0'] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? []
  return { passed: Number(passed), failed: Number(failed) }
}

/** Passed and failed tests in what `cargo test` and Vitest printed. */
export function countTests(output) {
  const plain = stripVTControlCharacters(output)
  return { passed: sum(plain, 'passed'), failed: sum(plain, 'failed') }
}

function sum(text, verdict) {
  const summary = new RegExp(`^(?:test result: |\\s*Tests\\s).*?(\\d+) ${verdict}`, 'gm')
  return [...text.matchAll(summary)].reduce((total, match) => total + Number(match[1]), 0)
}
