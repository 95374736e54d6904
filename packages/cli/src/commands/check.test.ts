import { join } from 'node:path'

import { syntheticBars, writeCsv } from '@neural-trader/market-data'

import { expect, test } from 'vitest'

import { folderWith, runCli } from '../../test/run-cli.ts'

const strategies = {
  'honest.ts': `
import { sma } from '@neural-trader/features'
import { alignTimeframes, loadBars, resample } from '@neural-trader/market-data'
import { defineStrategy, int } from '@neural-trader/strategies'
const bars = await loadBars('bars.csv')
const weeks = resample(bars, '1w')
const closed = alignTimeframes(bars, weeks)
export const strategy = defineStrategy({
  name: 'closed-weeks',
  params: { period: int({ default: 5, min: 2 }) },
  indicators: ({ close }, { period }) => ({ mean: sma(close, { period }) }),
  onBar({ step, close, indicators, orders }) {
    const week = weeks.close[closed[step]!]
    orders.targetPercent(week !== undefined && close.value > Math.max(week, indicators.mean.value) ? 1 : 0)
  },
})`,
  'loads.ts': `
import { loadBars } from '@neural-trader/market-data'
import { defineStrategy } from '@neural-trader/strategies'
const bars = await loadBars('bars.csv')
const next = bars.close.map((_, row) => bars.close[row + 1] ?? Number.NaN)
export default defineStrategy({
  name: 'loads',
  onBar({ step, close, orders }) {
    const share = next[step]! > close.value ? 1 : -1
    orders.targetPercent(share)
  },
})`,
  'reads.ts': `
import { defineStrategy } from '@neural-trader/strategies'
import { closes } from './closes.ts'
const mean = closes.reduce((sum, price) => sum + price, 0) / closes.length
export default defineStrategy({
  name: 'reads',
  onBar({ close, orders }) {
    orders.targetPercent(close.value < mean ? 1 : 0)
  },
})`,
  'closes.ts': `
import { readFileSync } from 'node:fs'
const lines = readFileSync(new URL('bars.csv', import.meta.url), 'utf8').trim().split('\\n')
export const closes = lines.slice(1).map((line) => Number(line.split(',')[4]))`,
  'fits.ts': `
import { sma } from '@neural-trader/features'
import { readBars } from '@neural-trader/market-data'
import { defineStrategy } from '@neural-trader/strategies'
const { close, open } = await readBars('bars.csv')
const up = close.filter((price, row) => price > open[row]!).length
export default defineStrategy({
  name: 'fits',
  indicators: ({ close: column }) => ({ mean: sma(column, { period: 2 + (up % 40) }) }),
  onBar({ close: today, indicators, orders }) {
    orders.targetPercent(today.value > indicators.mean.value ? 1 : 0)
  },
})`,
  'keeps.ts': `
import { defineStrategy } from '@neural-trader/strategies'
let bars = 0
export default defineStrategy({
  name: 'keeps',
  onBar({ orders }) {
    bars += 1
    if (bars % 7 === 0) orders.buy(1)
  },
})`,
  'throws.ts': `export default () => { throw new Error('no') }`,
}

const bars = syntheticBars({ seed: 3, bars: 300, timeframe: '1d', volatility: 0.4 })

async function folder(): Promise<string> {
  const made = folderWith(strategies)
  await writeCsv(bars, join(made, 'bars.csv'))
  return made
}

async function check(strategy: string, ...rest: string[]) {
  const line = ['check', 'lookahead', strategy, '--data', 'bars.csv', ...rest, '--json']
  const { code, stdout, stderr } = await runCli(line, await folder())
  return { code, report: stdout === '' ? null : JSON.parse(stdout), stderr }
}

test.each(['./honest.ts', 'sma-cross'])('%s does not look ahead', async (strategy) => {
  const { code, report, stderr } = await check(strategy, '--seed', '5')
  expect([code, stderr]).toEqual([0, ''])
  expect(report).toMatchObject({ findings: [], looksAhead: false, cuts: 12, unchecked: null })
})

test.each([
  ['loads.ts', 'order', 'orders.targetPercent', 10],
  ['reads.ts', 'order', 'orders.targetPercent', 8],
  ['fits.ts', 'definition', 'indicator mean', null],
  ['keeps.ts', 'state', 'orders.buy', 8],
])('%s: %s', async (strategy, kind, subject, line) => {
  const { code, report } = await check(strategy)
  expect(code).toBe(1)
  const found = report.findings.find((each: { kind: string }) => each.kind === kind)
  expect(found).toMatchObject({ subject })
  if (line === null) return
  expect(found.place).toMatchObject({ file: expect.stringMatching(`${strategy}$`), line })
})

test('a newcomer reads what is wrong, where, and what to do', async () => {
  const args = ['check', 'lookahead', 'loads.ts', '--data', 'bars.csv', '--cash', '5000']
  const { code, stdout } = await runCli(args, await folder())
  expect(code).toBe(1)
  expect(stdout).toMatch(/^loads +1 fault\n/)
  expect(stdout).toMatch(/1\. orders\.targetPercent +loads\.ts:10:12\n/)
  expect(stdout).toMatch(/depends on later bars.*with all of them known/)
  expect(stdout).toContain('What to do: Decide by what the context gives')
})

test.each([
  ['nowhere.ts', [], 1, 'FILE_NOT_READABLE'],
  ['sma-corss', [], 1, 'UNKNOWN_STRATEGY'],
  ['throws.ts', [], 1, 'STRATEGY_FAILED'],
  ['honest.ts', ['--param', 'perid=3'], 1, 'INVALID_PARAMETER'],
  ['honest.ts', ['--cuts', '0'], 1, 'INVALID_ARGUMENT'],
  ['honest.ts', ['--cuts', 'x'], 2, 'INVALID_ARGUMENT'],
  ['honest.ts', ['--cash', '-1'], 1, 'INVALID_ARGUMENT'],
])('%s %j ends with %i', async (strategy, rest, code, error) => {
  const finished = await check(strategy, ...rest)
  expect([finished.code, finished.report]).toEqual([code, null])
  expect(JSON.parse(finished.stderr).error.code).toBe(error)
})
