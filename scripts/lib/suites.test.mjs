import { expect, test } from 'vitest'
import { countOracles, countTests } from './suites.mjs'

test('sums the summaries of every crate and of Vitest', () => {
  const output = [
    'test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out',
    'test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out',
    '\u001B[2m Test Files \u001B[22m 1 failed | 4 passed (5)',
    '\u001B[2m      Tests \u001B[22m \u001B[31m1 failed\u001B[39m | \u001B[32m40 passed\u001B[39m (41)',
  ].join('\n')
  expect(countTests(output)).toEqual({ passed: 55, failed: 3 })
})

test('counts nothing where no test ran', () => {
  expect(countTests('error: could not compile')).toEqual({ passed: 0, failed: 0 })
})

test('reads the last line of the oracles', () => {
  const output = 'talib: 120 cases, 2 failures\n118 passed, 2 failed\n'
  expect(countOracles(output)).toEqual({ passed: 118, failed: 2 })
})
