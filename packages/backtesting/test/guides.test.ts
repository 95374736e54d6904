import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

const docs = new URL('../../../docs/', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, docs), 'utf8')

/** The first block of TypeScript of a guide, and the example that runs it. */
const guides = [
  ['guides/matching-lean.md', 'examples/matching-lean.ts'],
  ['guides/matching-vectorbt.md', 'examples/matching-vectorbt.ts'],
  ['guides/sweeps.md', 'examples/sweep-parameters.ts'],
] as const

test.each(guides)('%s shows what %s runs', (guide, example) => {
  const [, block] = /```ts\n([\s\S]*?)```/.exec(read(guide)) ?? []
  expect(block?.length).toBeGreaterThan(100)
  expect(read(example)).toContain(block)
})
