import { readFileSync } from 'node:fs'

import { expect, test, vi } from 'vitest'

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

test('the example of the README runs and says what it does', async () => {
  const example = text('../README.md').match(/```ts\n([\s\S]*?)```/)?.[1]
  expect(text('readme-example.ts')).toBe(example)
  const told: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((...words) => told.push(words.join(' ')))
  await import('./readme-example.ts')
  log.mockRestore()
  expect(told).toEqual(['working', 'filled 10 at 101'])
})
