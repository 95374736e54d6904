import { expect, it } from 'vitest'

import { streamOf } from './stream-memory.ts'

it('a stream takes the memory of a chunk, however long it is', { timeout: 120_000 }, async () => {
  const short = await streamOf(64 * 2 ** 20)
  const long = await streamOf(640 * 2 ** 20)
  expect(long.rows).toBeGreaterThan(9 * short.rows)
  expect(long.trades).toBeGreaterThan(short.trades)
  expect(long.peak).toBeLessThan(256)
  expect(long.peak - short.peak).toBeLessThan(64)
})
