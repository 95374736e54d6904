import { expect, test } from 'vitest'

import { wrap } from './wrap.ts'

const text = 'A sentence that is too long for a narrow terminal and is broken between its words'

test('breaks between words, indents, and loses nothing', () => {
  const lines = wrap(text, { isInteractive: true, width: 40 }, 7).split('\n')
  expect(lines.length).toBe(3)
  for (const line of lines.slice(1)) expect(line).toMatch(/^ {7}\S.{0,32}$/)
  expect(lines[0]!.length).toBeLessThanOrEqual(33)
  expect(lines.map((line) => line.trim()).join(' ')).toBe(text)
})

test('leaves one line where nobody looks, or there is no room', () => {
  expect(wrap(text, { isInteractive: false, width: 40 }, 7)).toBe(text)
  expect(wrap(text, { isInteractive: true, width: 25 }, 7)).toBe(text)
})
