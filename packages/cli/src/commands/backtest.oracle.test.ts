import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

import { folderWith, runCli } from '../../test/run-cli.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const bars = resolve(root, process.env['NT_ORACLES'] ?? '../shared/oracles', 'bars/GOOG.csv')

/** Figures of backtesting.py 0.6.6 for this run. */
const expected = {
  trades: 66,
  finalEquity: 51_422.99,
  maxDrawdown: -0.4798012705,
  sharpeRatio: 0.5806232244,
}

test('the documented line gives the figures of backtesting.py', async ({ task, skip }) => {
  if (!existsSync(bars))
    skip(`no reference bars at ${bars}: set NT_ORACLES to the folder that holds bars/`)
  const line =
    '--strategy sma-cross --param fast=10 --param slow=30 --cash 10000 --profile backtesting.py --report out.html --json'
  const { code, stdout } = await runCli(
    ['backtest', '--data', bars, ...line.split(' ')],
    folderWith({}),
  )
  expect(code).toBe(0)
  const { measures } = JSON.parse(stdout) as { measures: Record<string, number> }
  const errors = Object.entries(expected).map(([name, value]) => Math.abs(measures[name]! - value))
  const largestError = Math.max(...errors)
  const failures = errors.filter((error) => !(error < 1e-8)).length
  task.meta.oracle = { folder: 'bars', cases: errors.length, failures, largestError }
  expect(measures['trades']).toBe(66)
  expect(failures).toBe(0)
})
