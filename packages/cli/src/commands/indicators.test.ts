import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { indicatorRegistry } from '@neural-trader/engine'
import { bollingerBands, sma } from '@neural-trader/features'
import { readBars, sampleBars } from '@neural-trader/market-data'
import { describe, expect, test } from 'vitest'

import { folderWith, runCli } from '../../test/run-cli.ts'

const csv = `date,open,high,low,close,volume
2020-01-01,1,2,1,1.5,5
2020-01-02,1.5,2,1,2,5
2020-01-03,2,3,2,2.5,5
`

test('lists every indicator, and those of a group', async () => {
  const all = await runCli(['indicators', 'list', '--json'], folderWith({}))
  expect(JSON.parse(all.stdout)).toEqual(indicatorRegistry())
  const { code, stdout } = await runCli(
    ['indicators', 'list', '--group', 'volatility'],
    folderWith({}),
  )
  expect(code).toBe(0)
  expect(stdout).toMatch(/^atr +ATR +volatility +high, low, close +\S/m)
  expect(stdout).not.toContain('momentum')
})

test('shows an indicator by its name in TA-Lib, with a line to try', async () => {
  const folder = folderWith({})
  const { code, stdout } = await runCli(['indicators', 'show', 'BBANDS'], folder)
  expect(code).toBe(0)
  expect(stdout).toMatch(/^bollinger-bands {2}overlap, BBANDS of TA-Lib$/m)
  expect(stdout).toMatch(/^period +20 +a whole number from \d+ to 100000 +timeperiod +\S/m)
  const [example = ''] = stdout.match(/neural-trader indicators plot.*/) ?? []
  expect(await runCli(example.split(' ').slice(1), folder)).toMatchObject({ code: 0, stderr: '' })
  expect(readdirSync(folder)).toEqual(['bollinger-bands.svg'])
  const json = await runCli(['indicators', 'show', 'RSI', '--json'], folder)
  expect(JSON.parse(json.stdout)).toMatchObject({ name: 'rsi', talib: 'RSI', lookback: 14 })
})

test('lists and computes in the words of another library', async () => {
  const spec = [{ name: 'ta.bb', params: { length: 20, mult: 2 }, output: 'upper' }]
  const folder = folderWith({ 'spec.json': JSON.stringify(spec) })
  const list = await runCli(['indicators', 'list', '--profile', 'tradingview'], folder)
  expect(list.stdout).toMatch(/^bb +length mult +bollinger-bands +\S/m)
  const args = ['indicators', 'compute', '--data', 'aapl', '--spec', 'spec.json', '--json']
  const run = [...args, '--profile', 'tradingview', '--out', 'out.csv']
  expect(JSON.parse((await runCli(run, folder)).stdout)).toMatchObject({ columns: ['bb_20_2'] })
  const both = ['indicators', 'list', '--profile', 'talib', '--group', 'overlap']
  expect((await runCli(both, folder)).stderr).toContain("'--group <group>'")
})

test('computes a list into a file', async () => {
  const spec = [
    { name: 'SMA', params: { period: 20 } },
    { name: 'bollinger-bands', output: 'upper', as: 'band' },
    { name: 'sma', params: { period: 3 }, inputs: { value: 'band' }, as: 'smooth' },
  ]
  const folder = folderWith({ 'spec.json': JSON.stringify(spec) })
  const args = ['indicators', 'compute', '--data', 'aapl', '--spec', 'spec.json', '--json']
  const { code, stdout } = await runCli([...args, '--out', 'out.json'], folder)
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ bars: 1260, columns: ['sma_20', 'band', 'smooth'] })
  const { time, columns } = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as {
    time: string[]
    columns: Record<string, (number | null)[]>
  }
  const { close } = await sampleBars('aapl')
  const { upper } = bollingerBands(close)
  expect(time[0]).toMatch(/^2013-05-13T/)
  const plain = (column: Float64Array): (number | null)[] =>
    [...column].map((value) => (Number.isNaN(value) ? null : value))
  expect(columns).toEqual({
    sma_20: plain(sma(close, { period: 20 })),
    band: plain(upper),
    smooth: plain(sma(upper, { period: 3 })),
  })
  for (const out of ['out.csv', 'out.parquet']) {
    expect(await runCli([...args, '--out', out], folder)).toMatchObject({ code: 0, stderr: '' })
  }
  const rows = readFileSync(join(folder, 'out.csv'), 'utf8').trim().split('\n')
  expect([rows.length, rows[0]]).toEqual([1261, 'time,sma_20,band,smooth'])
  expect(existsSync(join(folder, 'out.parquet'))).toBe(true)
})

test('draws an indicator over a file', async () => {
  const folder = folderWith({ 'bars.csv': csv })
  const line = 'indicators plot --data bars.csv --name BBANDS --param period=2 --param average=ema'
  const { code, stderr } = await runCli([...line.split(' '), '--out', 'b.svg'], folder)
  expect([code, stderr]).toEqual([0, ''])
  const svg = readFileSync(join(folder, 'b.svg'), 'utf8')
  expect(svg).toContain('bollinger-bands(2, 2, 2, ema)')
  expect(svg).toContain('2020-01-01 to 2020-01-03')
})

test('draws a PNG where there is a browser', async ({ skip }) => {
  const folder = folderWith({})
  const line = 'indicators plot --data aapl --name macd --out macd.png'
  const { code, stderr } = await runCli(line.split(' '), folder)
  if (stderr.includes('CHROME_PATH')) skip('there is no Chrome, Chromium or Edge here')
  expect([code, stderr]).toEqual([0, ''])
  const png = readFileSync(join(folder, 'macd.png'))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 900])
})

const causal = `
import { rsi } from '@neural-trader/features'
export default ({ close }) => rsi(close)
export const spread = ({ high, low }) => high.map((price, bar) => price - low[bar])`

const careless = `
export function zScore({ close }: { close: Float64Array }): Float64Array {
  const mean = close.reduce((sum, price) => sum + price, 0) / close.length
  return close.map((price) => price - mean)
}
export const tomorrow = ({ close }: { close: Float64Array }) => ({
  today: close,
  change: close.map((price, bar) => bar < 100 ? NaN : (close[bar + 1] ?? price) - price),
})`

const strategy = `
import { defineStrategy } from '@neural-trader/strategies'
import { sma } from '@neural-trader/features'
export const strategy = defineStrategy({
  name: 'mine',
  indicators: ({ close }) => ({ fast: sma(close, { period: 10 }) }),
  onBar() {},
})`

describe('check', () => {
  test('passes what is causal', async () => {
    const folder = folderWith({ 'good.js': causal, 'strategy.ts': strategy })
    const { code, stdout, stderr } = await runCli(['indicators', 'check', 'good.js'], folder)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^default {2}causal {2}5,105 bars/m)
    expect(stdout).toMatch(/^spread {2}causal/m)
    const own = await runCli(['indicators', 'check', 'strategy.ts', '--json'], folder)
    expect(own.code).toBe(0)
    expect(JSON.parse(own.stdout)).toMatchObject([
      { feature: 'mine', causal: true, columns: ['fast'], refused: 0 },
    ])
  })

  test('names the first bar at fault', async () => {
    const folder = folderWith({ 'bad.ts': careless })
    const args = ['indicators', 'check', 'bad.ts', '--data', 'aapl']
    const { code, stdout } = await runCli(args, folder)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^zScore {2}looks ahead/m)
    expect(stdout).toMatch(/^ {2}value at bar 0 \(2013-05-13T\S+\) is /m)
    expect(stdout).toMatch(/^ {2}change at bar 100 \(2013-10-03T\S+\) is /m)
    const json = await runCli([...args, '--json'], folder)
    expect(JSON.parse(json.stdout)).toMatchObject([
      { feature: 'tomorrow', faults: [{ column: 'change', bar: 100 }] },
      { feature: 'zScore', causal: false },
    ])
  })
})

const files = {
  'empty.csv': '',
  'headed.csv': 'date,open,high,low,close\n',
  'lacking.csv': 'date,open,high,low\n2020-01-01,1,2,1\n',
  'bars.csv': csv,
  'empty.json': '',
  'list.json': '[{"nam": "sma"}]',
  'none.json': '[]',
  'unknown.json': '[{"name": "smaa"}]',
  'period.json': '[{"name": "sma", "params": {"period": 0}}]',
  'twice.json': '[{"name": "sma"}, {"name": "sma"}]',
  'sma.json': '[{"name": "sma"}]',
  'throws.js': 'export default () => { throw new Error("no luck") }',
  'short.js': 'export default ({ close }) => close.slice(1)',
  'nothing.js': 'export const value = 5',
  'broken.js': 'export default (',
}
const compute = 'indicators compute --data bars.csv --out out.csv --spec'
const plot = 'indicators plot --out out.svg'
const failures: readonly (readonly [string, number, string, RegExp])[] = [
  ['indicators list --group momentun', 1, 'INVALID_ARGUMENT', /Did you mean momentum\?/],
  ['indicators show BBAND', 1, 'UNKNOWN_INDICATOR', /did you mean bbands\?/],
  ['indicators show', 2, 'INVALID_ARGUMENT', /missing required argument 'indicator'/],
  ['indicators lst', 2, 'INVALID_ARGUMENT', /Did you mean list\?/],
  [`${compute} missing.json`, 1, 'FILE_NOT_READABLE', /missing\.json cannot be read/],
  [`${compute} empty.json`, 1, 'DATA_FORMAT', /it is empty/],
  [`${compute} list.json`, 1, 'INVALID_ARGUMENT', /0\.name/],
  [`${compute} none.json`, 1, 'INVALID_ARGUMENT', /no list of indicators/],
  [`${compute} unknown.json`, 1, 'UNKNOWN_INDICATOR', /did you mean sma\?/],
  [`${compute} period.json`, 1, 'INVALID_PARAMETER', /period of sma is 0/],
  [`${compute} twice.json`, 1, 'INVALID_ARGUMENT', /Two columns would be called sma/],
  [`${compute} sma.json --out out.xls`, 2, 'INVALID_ARGUMENT', /\.csv, \.parquet/],
  [`${compute} sma.json --data lacking.csv`, 1, 'DATA_MISSING_COLUMN', /close/],
  [`${compute} sma.json --data empty.csv`, 1, 'DATA_EMPTY', /empty\.csv/],
  [`${compute} sma.json --out none/out.csv`, 1, 'FILE_NOT_WRITABLE', /none\/out\.csv/],
  [`${plot} --data headed.csv --name sma`, 1, 'DATA_EMPTY', /headed\.csv/],
  [`${plot} --data none --name sma`, 1, 'UNKNOWN_DATASET', /none/],
  [`${plot} --data aapl --name mavp`, 1, 'INVALID_ARGUMENT', /Input periods of mavp/],
  [`${plot} --data aapl --name sma --param period=x`, 1, 'INVALID_PARAMETER', /give a number/],
  [`${plot} --data aapl --name sma --last 0`, 1, 'INVALID_ARGUMENT', /last is 0/],
  [`${plot} --data aapl`, 2, 'INVALID_ARGUMENT', /--name <indicator>/],
  ['indicators check missing.ts', 1, 'FILE_NOT_READABLE', /missing\.ts/],
  ['indicators check throws.js', 1, 'STRATEGY_FAILED', /no luck/],
  ['indicators check short.js', 1, 'DATA_LENGTH_MISMATCH', /5104 values for 5105 bars/],
  ['indicators check nothing.js', 1, 'INVALID_ARGUMENT', /exports no feature/],
  ['indicators check broken.js', 1, 'STRATEGY_FAILED', /cannot be loaded/],
  ['indicators check short.js --cuts x', 2, 'INVALID_ARGUMENT', /Give a number/],
]

test.each(failures)('%s ends with %i and %s', async (line, expected, code, message) => {
  const folder = folderWith(files)
  const { code: ended, stdout, stderr } = await runCli([...line.split(' '), '--json'], folder)
  expect([ended, stdout]).toEqual([expected, ''])
  expect(JSON.parse(stderr).error).toMatchObject({
    code,
    message: expect.stringMatching(message) as unknown,
  })
  expect(readdirSync(folder).toSorted()).toEqual(Object.keys(files).toSorted())
})

test('bars read back from a computed Parquet file have their times', async () => {
  const folder = folderWith({
    'spec.json': '["open", "high", "low", "close"]'.replaceAll(
      /"(\w+)"/g,
      '{"name": "sma", "params": {"period": 1}, "inputs": {"value": "$1"}, "as": "my_$1"}',
    ),
  })
  const line = 'indicators compute --data aapl --spec spec.json --out out.parquet'
  expect((await runCli(line.split(' '), folder)).stderr).toBe('')
  const columns = { open: 'my_open', high: 'my_high', low: 'my_low', close: 'my_close' }
  const bars = await readBars(join(folder, 'out.parquet'), { columns, instrument: 'AAPL.XNAS' })
  const { time, close } = await sampleBars('aapl')
  expect([bars.time, bars.close]).toEqual([time, close])
})
