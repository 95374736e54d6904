import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { readBars, sampleBars } from '@neural-trader/market-data'
import { expect, test } from 'vitest'

import { folderWith, runCli } from '../../test/run-cli.ts'

const csv = 'day;open;high;low;last\n02/01/2020;1;2;1;1,5\n03/01/2020;1,5;3;1;2\n'
const reading = ['--column', 'close=last', '--timestamp-format', '%d/%m/%Y', '--decimal', ',']

test('import, list, run on and remove a series', async () => {
  const folder = folderWith({ 'acme.csv': csv })
  const options = [...reading, '--instrument', 'ACME.XNAS']
  const imported = await runCli(
    ['data', 'import', 'acme.csv', '--name', 'mine', ...options],
    folder,
  )
  expect([imported.code, imported.stderr]).toEqual([0, ''])
  expect(imported.stdout).toMatch(/^mine {2}ACME\.XNAS, 2 bars of 1d, 2020-01-02 to 2020-01-03$/m)

  const listed = await runCli(['data', 'list'], folder)
  expect(listed.stdout).toMatch(/^mine +ACME\.XNAS +1d +2 +2020-01-02 +2020-01-03$/m)

  const ran = await runCli(
    ['backtest', '--data', 'mine', '--strategy', 'buy-and-hold', '--json'],
    folder,
  )
  expect(JSON.parse(ran.stdout).data).toMatchObject([{ instrument: 'ACME.XNAS', bars: 2 }])

  const missed = await runCli(['data', 'remove', 'mien', '--json'], folder)
  expect([missed.code, JSON.parse(missed.stderr).error.code]).toEqual([1, 'UNKNOWN_DATASET'])
  const removed = await runCli(['data', 'remove', 'mine', '--json'], folder)
  expect(JSON.parse(removed.stdout)).toEqual({ removed: 'mine' })
  expect(readdirSync(join(folder, 'catalog'))).toEqual([])
})

test('import as JSON, under the name of the file, in a folder of choice', async () => {
  const folder = folderWith({ 'acme.csv': csv })
  const args = ['data', 'import', 'acme.csv', ...reading, '--catalog', 'other', '--json']
  const imported = JSON.parse((await runCli(args, folder)).stdout)
  expect(imported).toMatchObject({ name: 'acme', rows: 2, source: join(folder, 'acme.csv') })
  const listed = await runCli(['data', 'list', '--catalog', 'other', '--json'], folder)
  expect(JSON.parse(listed.stdout)).toEqual({ folder: join(folder, 'other'), series: [imported] })
})

test('an empty catalogue says how to fill it', async () => {
  const { code, stdout } = await runCli(['data', 'list'], folderWith({}))
  expect(code).toBe(0)
  expect(stdout).toContain('neural-trader data import')
})

const bad = `date,open,high,low,close,volume
2020-01-01,1,2,1,1.5,5
2020-01-02,1,NaN,1,1.5,5
2020-01-02,1,1,2,1.5,5
`

test('validation of a bad file ends with 1 and names the rows', async () => {
  const { code, stdout, stderr } = await runCli(
    ['data', 'validate', 'bad.csv'],
    folderWith({ 'bad.csv': bad }),
  )
  expect([code, stderr]).toEqual([1, ''])
  expect(stdout).toMatch(/^error +DATA_NOT_FINITE\n.*row 2.*high/m)
  expect(stdout).toMatch(/^error +DATA_DUPLICATE_TIME\n.*row 3/m)
  expect(stdout).toMatch(/^Not usable: 3 errors/m)
})

test('validation as JSON is the report', async () => {
  const { code, stdout } = await runCli(
    ['data', 'validate', 'bad.csv', '--json'],
    folderWith({ 'bad.csv': bad }),
  )
  expect(code).toBe(1)
  const codes = (JSON.parse(stdout) as { findings: { code: string }[] }).findings.map(
    ({ code }) => code,
  )
  expect(codes).toEqual(expect.arrayContaining(['DATA_NOT_FINITE', 'DATA_CROSSED_PRICES']))
})

test('validation of a good file, a sample and a missing file', async () => {
  const folder = folderWith({ 'good.csv': 'date,open,high,low,close\n2020-01-01,1,1,1,1\n' })
  const good = await runCli(['data', 'validate', 'good.csv'], folder)
  expect([good.code, good.stdout]).toEqual([0, expect.stringContaining('Usable')])
  const sample = await runCli(['data', 'validate', 'sp500', '--json'], folder)
  expect([sample.code, JSON.parse(sample.stdout).rows]).toEqual([0, 5105])
  const missing = await runCli(['data', 'validate', 'none.csv'], folder)
  expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('FILE_NOT_READABLE')])
})

test('lists samples and writes one, bit for bit', async () => {
  const folder = folderWith({})
  const list = await runCli(['data', 'sample', '--json'], folder)
  const names = (JSON.parse(list.stdout) as { name: string }[]).map(({ name }) => name)
  expect(names).toEqual(['sp500', 'aapl'])
  await runCli(['data', 'sample', 'aapl', '--out', 'aapl.parquet'], folder)
  expect(await readBars(join(folder, 'aapl.parquet'))).toEqual(await sampleBars('aapl'))
})

test('resamples', async () => {
  const folder = folderWith({})
  const args = ['data', 'resample', 'aapl', '--timeframe', '1M', '--from', '2014-01-01', '--json']
  const { stdout } = await runCli([...args, '--to', '2014-12-31', '--out', 'm.csv'], folder)
  expect(JSON.parse(stdout)).toMatchObject({ timeframe: '1M', bars: 12, file: 'm.csv' })
  expect(readFileSync(join(folder, 'm.csv'), 'utf8').trim().split('\n')).toHaveLength(13)
})

test('makes the same bars of the same seed', async () => {
  const folder = folderWith({})
  const make = (seed: string, out: string): Promise<unknown> =>
    runCli(['data', 'synthetic', '--bars', '1_000', '--seed', seed, '--out', out], folder)
  await Promise.all([make('7', 'one.csv'), make('7', 'two.csv'), make('8', 'three.csv')])
  const [one, two, three] = ['one', 'two', 'three'].map((name) =>
    readFileSync(join(folder, `${name}.csv`), 'utf8'),
  )
  expect(one).toBe(two)
  expect(one).not.toBe(three)
})

test('a wrong ending is noticed before the work', async () => {
  const folder = folderWith({})
  const { code } = await runCli(['data', 'synthetic', '--bars', '10', '--out', 'bars.txt'], folder)
  expect([code, existsSync(join(folder, 'bars.txt'))]).toEqual([2, false])
})
