import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { folderWith, runCli } from '../../test/run-cli.ts'

test('puts strategies side by side, with parameters of their own, and writes a page', async () => {
  const folder = folderWith({})
  const args = [
    'compare',
    '--data',
    'aapl',
    'sma-cross:fast=5,slow=15',
    'sma-cross',
    'buy-and-hold',
  ]
  const { code, stdout } = await runCli([...args, '--report', 'all.html'], folder)
  expect(code).toBe(0)
  expect(stdout).toMatch(/^ +sma-cross fast=5 slow=15 +sma-cross fast=10 slow=30 +buy-and-hold$/m)
  expect(stdout).toMatch(/^Trades( +\d+){3}$/m)
  expect(readFileSync(join(folder, 'all.html'), 'utf8')).toContain('Backtest comparison')
  const json = JSON.parse((await runCli([...args, '--json'], folder)).stdout) as {
    runs: { name: string; measures: { trades: number } }[]
    correlation: number[][]
  }
  expect(json.runs.map(({ name }) => name)).toContain('buy-and-hold')
  expect(json.correlation.map((row, at) => row[at])).toEqual([1, 1, 1])
})

test.each([
  [['sma-cros'], 'UNKNOWN_STRATEGY'],
  [['sma-cross:fast=x'], 'INVALID_PARAMETER'],
  [[], 'INVALID_ARGUMENT'],
])('%j is refused', async (strategies, errorCode) => {
  const { code, stderr } = await runCli(
    ['compare', '--data', 'aapl', ...strategies],
    folderWith({}),
  )
  expect(code).not.toBe(0)
  expect(stderr).toContain(`[${errorCode}]`)
})
