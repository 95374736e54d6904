import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('../../../docs/examples/', import.meta.url))
const examples = readdirSync(folder).filter((name) => name.endsWith('.ts'))

test('there are examples', () => {
  expect(examples).toContain('first-backtest.ts')
})

test.for(examples)('%s holds what it asserts', async (name) => {
  const example = spawn(process.execPath, ['--conditions=@neural-trader/source', name], {
    cwd: folder,
  })
  const [errors, [exitCode]] = await Promise.all([text(example.stderr), once(example, 'close')])
  expect(exitCode === 0 ? 'it holds' : `exit ${exitCode}: ${errors}`).toBe('it holds')
})
