import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { reasonWords, refusalWords } from './refusal-words.ts'

const source = new URL('../../../../crates/nt-trading/src/reason.rs', import.meta.url)

test('has words for every reason of the engine', () => {
  const reasons = readFileSync(source, 'utf8').matchAll(/= \d+ "([A-Z_]+)"/g)
  expect(Object.keys(reasonWords)).toEqual(Array.from(reasons, ([, reason]) => reason))
})

test('reads out a reason that it does not know', () => {
  expect(refusalWords('NO_PRICE')).toBe('No price yet')
  expect(refusalWords('SOMETHING_NEW')).toBe('Something new')
})
