import { resolve } from 'node:path'
import type { Bars, Split } from '@neural-trader/core'
import { expect, test } from 'vitest'
import { factorsOfDays, leanAbsent, leanFolder as folder } from '../../test/lean-oracle.ts'
import { formatInstant, parseInstant } from '../instant.ts'
import { readLeanBars } from '../lean/read-lean-bars.ts'
import { readZippedText } from '../lean/read-zip.ts'
import { actionsFromFactors } from './actions-from-factors.ts'
import { adjustBars } from './adjust-bars.ts'
import { adjustByFactors } from './adjust-by-factors.ts'
import { type FactorRow, readFactorFile } from './read-factor-file.ts'

const series = [
  { ticker: 'aapl', resolution: 'hour' },
  { ticker: 'spy', resolution: 'daily' },
] as const

const bars = (name: (typeof series)[number]): Promise<Bars> => readLeanBars({ folder, ...name })
const factorRows = (ticker: string): Promise<FactorRow[]> =>
  readFactorFile(resolve(folder, `equity/usa/factor_files/${ticker}.csv`))

/** Largest relative difference of two columns and how many differ by more than `tolerance`. */
function compare(
  actual: Float64Array,
  expected: Float64Array,
  tolerance: number,
): { cases: number; failures: number; largestError: number } {
  expect(actual).toHaveLength(expected.length)
  const errors = actual.map((value, row) => Math.abs(value / expected[row]! - 1))
  return {
    cases: errors.length,
    failures: errors.filter((error) => !(error <= tolerance)).length,
    largestError: errors.reduce((largest, error) => Math.max(largest, error), 0),
  }
}

test.for(series)('$ticker: raw / 10000 x factors, every close', async (name, { task, skip }) => {
  if (leanAbsent !== null) skip(leanAbsent)
  const { ticker, resolution } = name
  const text = await readZippedText(resolve(folder, `equity/usa/${resolution}/${ticker}.zip`))
  const lines = text.trim().split(/\r?\n/)
  const factors = factorsOfDays(ticker)
  const expected = Float64Array.from(lines, (line) => {
    const { price, split } = factors(line.slice(0, 8))
    return (Number(line.split(',')[4]) / 10_000) * price * split
  })
  const options = { mode: 'total-return' } as const
  const adjusted = adjustByFactors(await bars(name), await factorRows(ticker), options)
  const result = compare(adjusted.close, expected, 1e-12)
  task.meta.oracle = { folder: 'lean', ...result }
  expect(result.failures).toBe(0)
})

test.for(series)('$ticker: recovered actions give its factors', async (name, { task, skip }) => {
  if (leanAbsent !== null) skip(leanAbsent)
  const rows = await factorRows(name.ticker)
  const raw = await bars(name)
  const byActions = adjustBars(raw, actionsFromFactors(rows), { mode: 'total-return' })
  const factors = factorsOfDays(name.ticker)
  const days = Array.from(raw.time, (time) =>
    formatInstant(time - 1n)
      .slice(0, 10)
      .replaceAll('-', ''),
  )
  const newest = factors(days.at(-1)!)
  const expected = raw.close.map((close, row) => {
    const { price, split } = factors(days[row]!)
    return (close * price * split) / (newest.price * newest.split)
  })
  const result = compare(byActions.close, expected, 2e-5)
  task.meta.oracle = { folder: 'lean', ...result }
  expect(result.failures).toBe(0)
})

test('AAPL: its four splits, and no jump where the price fell to a seventh', async ({
  task,
  skip,
}) => {
  if (leanAbsent !== null) skip(leanAbsent)
  const actions = actionsFromFactors(await factorRows('aapl'))
  const splits = actions.filter((action): action is Split => action.type === 'split')
  const wanted = ['2000-06-21 2:1', '2005-02-26 2:1', '2014-06-07 7:1', '2020-08-29 4:1']
  const found = splits.map(
    ({ time, newShares, oldShares }) =>
      `${formatInstant(time).slice(0, 10)} ${newShares}:${oldShares}`,
  )
  const raw = await bars(series[0])
  const split = adjustBars(raw, actions, { mode: 'split-adjusted' })
  const monday = raw.time.findIndex((time) => time > parseInstant('2014-06-09'))
  const change = split.close[monday]! / split.close[monday - 1]!
  const largestError = Math.abs(change - (92.31 * 7) / 645.57)
  const missing = wanted.filter((line) => !found.includes(line)).length
  const failures = missing + (largestError < 1e-12 ? 0 : 1)
  task.meta.oracle = { folder: 'lean', cases: wanted.length + 1, failures, largestError }
  expect(found).toEqual(wanted)
  expect(raw.close[monday]! / raw.close[monday - 1]!).toBeCloseTo(92.31 / 645.57, 12)
  expect([largestError < 1e-12, change > 1 && change < 1.01]).toEqual([true, true])
  expect(split.volume[monday - 1]! / raw.volume[monday - 1]!).toBeCloseTo(28, 10)
})

test('AAPL: dividends of 2012 to 2014 before the split', async ({ task, skip }) => {
  if (leanAbsent !== null) skip(leanAbsent)
  const dividends = actionsFromFactors(await factorRows('aapl')).filter(
    (action) => action.type === 'cash-dividend',
  )
  const paid = [2.65, 2.65, 2.65, 3.05, 3.05, 3.05, 3.05, 3.29]
  const errors = paid.map((amount, index) => Math.abs(dividends[index]!.amount - amount))
  const largestError = Math.max(...errors)
  const failures = errors.filter((error) => !(error < 2e-4)).length
  task.meta.oracle = { folder: 'lean', cases: paid.length, failures, largestError }
  expect(failures).toBe(0)
})
