import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { syntheticBars, writeParquet } from '@neural-trader/market-data'
import { expect, test } from 'vitest'

import { command, environment, finished, folderWith, startCli } from '../test/run-cli.ts'

const slow = `
import { defineStrategy } from '@neural-trader/strategies'
let told = false
export default defineStrategy({
  name: 'slow',
  onBar() {
    if (!told) process.stderr.write('running\\n')
    told = true
    const end = performance.now() + 0.02
    while (performance.now() < end);
  },
})`

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s during a run ends with %i and leaves no file', async (signal, expected) => {
  const folder = folderWith({ 'slow.ts': slow })
  await writeParquet(syntheticBars({ seed: 1, bars: 300_000 }), join(folder, 'bars.parquet'))
  const before = readdirSync(folder)
  const options = ['--data', 'bars.parquet', '--strategy', 'slow.ts', '--report', 'r.html']
  const child = startCli(['backtest', ...options, '--json'], folder)
  await once(child.stderr, 'data')
  child.kill(signal)
  const { code, stdout, stderr } = await finished(child)
  expect([code, stdout]).toEqual([expected, ''])
  expect(JSON.parse(stderr.split('\n').at(-2) ?? '').error.code).toBe('CANCELLED')
  expect(readdirSync(folder)).toEqual(before)
})

test('a check of a slow feature can be interrupted', async () => {
  const feature = `
export default ({ close }) => {
  process.stderr.write('running\\n')
  const end = performance.now() + 50
  while (performance.now() < end);
  return close
}`
  const folder = folderWith({ 'feature.js': feature })
  const child = startCli(['indicators', 'check', 'feature.js', '--json'], folder)
  await once(child.stderr, 'data')
  child.kill('SIGINT')
  const { code, stdout, stderr } = await finished(child)
  expect([code, stdout]).toEqual([130, ''])
  expect(JSON.parse(stderr.split('\n').at(-2) ?? '').error.code).toBe('CANCELLED')
})

test('a reader that leaves early is no failure', () => {
  const folder = folderWith({})
  const words = [
    ...command,
    'backtest',
    '--data',
    'sp500',
    '--strategy',
    'sma-cross',
    '--trades',
    '--json',
  ]
  const line = `"$@" | head -n 1; echo "\${PIPESTATUS[0]}"`
  const output = execFileSync('bash', ['-c', line, 'bash', ...words], {
    cwd: folder,
    env: environment(folder),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  expect(output).toBe('{\n0\n')
})
