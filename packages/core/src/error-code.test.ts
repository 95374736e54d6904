import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { errorCodes } from './error-code.ts'

const golden = new URL('../../../crates/testdata/error-codes.json', import.meta.url)

test('the codes are those of the golden list, in its order', () => {
  const listed = JSON.parse(readFileSync(golden, 'utf8')) as string[]
  expect(Object.keys(errorCodes)).toEqual(listed)
})

test('every code is SCREAMING_SNAKE and has a meaning of its own', () => {
  for (const code of Object.keys(errorCodes)) expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
  const meanings = Object.values(errorCodes)
  expect(new Set(meanings).size).toBe(meanings.length)
  for (const meaning of meanings) expect(meaning.length).toBeGreaterThan(10)
})
