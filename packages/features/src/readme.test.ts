import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('..', import.meta.url))

test('the first example of the README runs, in ten lines', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const [, example = ''] = /```ts\n(.*?)```/s.exec(readme) ?? []
  expect(example.trim().split('\n').filter(Boolean).length).toBeLessThanOrEqual(10)
  const options = ['--conditions=@neural-trader/source', '--input-type=module-typescript']
  const output = execFileSync(process.execPath, [...options, '--eval', example], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(output).toMatch(/^true 193\.\d+ 3 true\n$/u)
})
