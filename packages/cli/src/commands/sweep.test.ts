import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { folderWith, runCli } from '../../test/run-cli.ts'

const base = ['sweep', '--data', 'aapl', '--strategy', 'sma-cross']
const params = ['--param', 'fast=5:20:5', '--param', 'slow=10,30']

test('prints the best, says how many were tried, and writes table and page', async () => {
  const folder = folderWith({})
  const out = ['--out', 'all.csv', '--report', 'all.html', '--top', '3']
  const { code, stdout } = await runCli([...base, ...params, ...out], folder)
  expect(code).toBe(0)
  expect(stdout).toMatch(/^row +fast +slow +sharpeRatio /m)
  // fast=10 slow=10, 15 and 20 contradict themselves.
  expect(stdout).toContain('5 combinations tried.')
  const lines = readFileSync(join(folder, 'all.csv'), 'utf8').trim().split('\n')
  expect(lines).toHaveLength(6)
  expect(lines[0]).toMatch(/^fast,slow,.*sharpeRatio/)
  expect(readFileSync(join(folder, 'all.html'), 'utf8')).toContain('Parameter sweep')
  const json = JSON.parse((await runCli([...base, ...params, '--json'], folder)).stdout) as {
    trials: number
    best: { params: { fast: number; slow: number }; measures: { trades: number } }
  }
  expect(json.trials).toBe(5)
  const { fast, slow } = json.best.params
  const single = ['--param', `fast=${fast}`, '--param', `slow=${slow}`, '--json']
  const run = await runCli(['backtest', ...base.slice(1), ...single], folder)
  expect((JSON.parse(run.stdout) as typeof json.best).measures).toEqual(json.best.measures)
})

test.each([
  [['--param', 'fas=5:50:5'], 'INVALID_PARAMETER'],
  [['--param', 'fast=50', '--param', 'slow=20'], 'INVALID_ARGUMENT'],
  [['--param', 'fast=5', '--measure', 'foo'], 'INVALID_ARGUMENT'],
  [['--param', 'fast=5', '--out', 'table.xlsx'], 'INVALID_ARGUMENT'],
  [[], 'INVALID_ARGUMENT'],
])('%j is refused', async (given, errorCode) => {
  const { code, stderr } = await runCli([...base, ...given], folderWith({}))
  expect(code).not.toBe(0)
  expect(stderr).toContain(`[${errorCode}]`)
})
