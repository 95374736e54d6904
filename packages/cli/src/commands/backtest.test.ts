import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { folderWith, runCli } from '../../test/run-cli.ts'

const sp500 = ['backtest', '--data', 'sp500', '--strategy', 'sma-cross']

describe('for a person', () => {
  test('prints a summary with a chart and names the report last', async () => {
    const folder = folderWith({})
    const { code, stdout, stderr } = await runCli([...sp500, '--report', 'reports/r.html'], folder)
    expect(code).toBe(0)
    expect(stderr).toBe('')
    expect(stdout).toContain('sma-cross  fast=10 slow=30')
    expect(stdout).toMatch(/Final equity +[\d,.]+ +Trades +175/)
    expect(stdout).toMatch(/[⠀-⣿]{5}/)
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(`Report  ${join('reports', 'r.html')}`)
    expect(readFileSync(join(folder, 'reports/r.html'), 'utf8')).toMatch(/<\/html>\s*$/)
  })

  test('is plain in a pipe: no colour, no cursor, at most 80 columns', async () => {
    const { stdout, stderr } = await runCli([...sp500, '--trades'], folderWith({}))
    expect(stdout + stderr).not.toContain('\u001B')
    const [summary = ''] = stdout.split('\n\nEntry')
    expect(Math.max(...summary.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    expect(stdout).toMatch(/2000-\d\d-\d\d +2000-\d\d-\d\d +SPX\.XCBO/)
  })
})

describe('--json', () => {
  test('is one document with the measures, the rules and the hash', async () => {
    const folder = folderWith({})
    const { code, stdout, stderr } = await runCli(
      [...sp500, '--report', 'r.html', '--json'],
      folder,
    )
    expect([code, stderr]).toEqual([0, ''])
    const document = JSON.parse(stdout)
    expect(document).toMatchObject({
      strategy: { name: 'sma-cross', params: { fast: 10, slow: 30 }, form: 'declarative' },
      data: [{ instrument: 'SPX.XCBO', timeframe: '1d', bars: 5105 }],
      measures: { trades: 175, startEquity: 10_000 },
      conventions: { periodsPerYear: expect.any(Number) },
      assumptions: { fillPolicy: 'next-open', cash: 10_000 },
      counts: { steps: 5105, trades: 175 },
      log: { hash: expect.stringMatching(/^[0-9a-f]{64}$/), records: expect.any(Number) },
      report: join(folder, 'r.html'),
    })
    expect(document).not.toHaveProperty('trades')
  })

  test('names the calendar and what lies outside of it', async () => {
    const args = [...sp500, '--calendar', 'XNYS', '--cutoffs', 'none', '--json']
    const { stdout } = await runCli(args, folderWith({}))
    const hours = { calendar: 'XNYS', cutoffs: {}, extendedHours: false, barsOutside: 0 }
    expect(JSON.parse(stdout)).toMatchObject({
      assumptions: { hours: [hours] },
      measures: { trades: 175 },
    })
  })

  test('follows the corporate actions of a file', async () => {
    const folder = folderWith({
      'raw.csv':
        'time,open,high,low,close,volume\n2020-01-01,100,101,99,100,9\n2020-01-02,100,101,99,100,9\n2020-01-03,50,51,49,50,9\n2020-01-06,49,51,49,50,9\n',
      'actions.csv':
        'time,type,newShares,oldShares,amount\n2020-01-03,split,2,1,\n2020-01-06,cash-dividend,,,1\n',
      'hold.ts':
        "export default { name: 'hold', params: {}, indicators: {}, onBar({ step, orders }) { if (step === 0) orders.buy(10) } }",
    })
    const args = [
      '--data',
      'raw.csv',
      '--corporate-actions',
      'actions.csv',
      '--strategy',
      'hold.ts',
    ]
    const { code, stdout, stderr } = await runCli(['backtest', ...args, '--json'], folder)
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({
      measures: { finalEquity: 10_020 },
      assumptions: { corporateActions: 2, adjustOrdersForDividends: false },
      actions: [
        { type: 'split', time: '2020-01-03T23:59:59.999Z', quantity: 10, cash: 0 },
        { type: 'cash-dividend', time: '2020-01-06T23:59:59.999Z', quantity: 20, cash: 20 },
      ],
    })
    const unknown = await runCli(['backtest', ...args.with(3, 'none.csv')], folder)
    expect([unknown.code, unknown.stderr]).toEqual([
      expect.any(Number),
      expect.stringContaining('none.csv'),
    ])
    expect(unknown.code).not.toBe(0)
  })

  test('writes what is undefined as null, and trades on demand', async () => {
    const args = ['backtest', '--data', 'aapl', '--strategy', 'sma-cross', '--param', 'slow=1259']
    const { stdout } = await runCli([...args, '--trades', '--json'], folderWith({}))
    const document = JSON.parse(stdout)
    expect(document.trades).toEqual([])
    expect(document.measures).toMatchObject({ trades: 0, winRate: null, sharpeRatio: null })
  })

  test('says the same whenever it is run', async () => {
    const folder = folderWith({})
    const [one, other] = await Promise.all([
      runCli([...sp500, '--json'], folder),
      runCli([...sp500, '--json'], folder),
    ])
    expect(one.stdout).toBe(other?.stdout)
  })
})

test('rules, limits, conventions, ranges and timeframes reach the run', async () => {
  const rules = '--cash 5_000 --fee-rate 0.1% --fee-per-order 1 --slippage 0.0002 --spread 0.0001'
  const more =
    '--leverage 2 --fill-policy this-close --sizing at-fill --close-at-end --quantity-decimals 2'
  const data = '--from 2010-01-01 --to 2015-12-31 --timeframe 1w'
  const rest = '--max-order-quantity 1 --convention riskFreeRate=0.02 --convention ddof=0 --json'
  const args = `${sp500.join(' ')} ${rules} ${more} ${data} ${rest}`.split(' ')
  const { stdout } = await runCli(args, folderWith({}))
  const document = JSON.parse(stdout)
  expect(document.assumptions).toMatchObject({
    cash: 5000,
    feeRate: 0.001,
    feePerOrder: 1,
    slippage: 0.0002,
    spread: 0.0001,
    leverage: 2,
    fillPolicy: 'this-close',
    sizing: 'at-fill',
    closeAtEnd: true,
    scales: [{ quantity: 2 }],
  })
  expect(document.data[0]).toMatchObject({ timeframe: '1w', first: '2010-01-10T23:59:59.999Z' })
  expect(document.conventions).toMatchObject({ riskFreeRate: 0.02, ddof: 0 })
  expect(
    Object.values(document.refusals as Record<string, number>).some((times) => times > 0),
  ).toBe(true)
})

test('the rules of LEAN reach the run', async () => {
  const { code, stdout } = await runCli([...sp500, '--profile', 'lean', '--json'], folderWith({}))
  expect(code).toBe(0)
  expect(JSON.parse(stdout).assumptions).toMatchObject({
    profile: 'lean',
    cash: 100_000,
    leverage: 2,
    fillPolicy: 'next-open',
    fees: 'lean-interactive-brokers',
    cashReserve: 0.0025,
  })
})

test('a schedule of fees and a share of the volume reach the run', async () => {
  const args = [
    ...sp500,
    '--fees',
    'interactive-brokers-fixed',
    '--max-volume-share',
    '1%',
    '--json',
  ]
  const { stdout } = await runCli(args, folderWith({}))
  expect(JSON.parse(stdout).assumptions).toMatchObject({
    fees: 'interactive-brokers-fixed',
    maxVolumeShare: 0.01,
  })
})

const terms = {
  'SPX.XCBO': {
    kind: 'future',
    multiplier: 5,
    tickSize: 0.25,
    marginRate: 0.1,
    expiry: '2010-06-30',
  },
}

test('the terms of instruments come from a file', async () => {
  const folder = folderWith({ 'terms.json': JSON.stringify(terms) })
  const rules = ['--instruments', 'terms.json', '--cash', '100000', '--trades', '--json']
  const { code, stdout, stderr } = await runCli([...sp500, ...rules], folder)
  expect([code, stderr]).toEqual([0, ''])
  const document = JSON.parse(stdout)
  expect(document.assumptions.instruments).toEqual(terms)
  expect(document.totalFunding).toBe(0)
  expect(document.refusals.INSTRUMENT_EXPIRED).toBeGreaterThan(0)
  expect(document.trades.at(-1).exitTime).toMatch(/^2010-/)
})

const header = 'date,open,high,low,close,volume'

const files = {
  'empty.csv': '',
  'header.csv': `${header}\n`,
  'nan.csv': `${header}\n2020-01-01,1,1,1,1,1\n2020-01-02,1,NaN,1,1,1\n`,
  'crossed.csv': `${header}\n2020-01-01,1,1,2,1,1\n`,
  'one.csv': `${header}\n2020-01-01,1,1,1,1,1\n`,
  'list.json': '[]',
  'bond.json': '{ "SPX.XCBO": { "kind": "bond" } }',
}

const failures: readonly (readonly [string, string, RegExp])[] = [
  ['--data none.csv --strategy sma-cross', 'FILE_NOT_READABLE', /none\.csv/],
  ['--data empty.csv --strategy sma-cross', 'DATA_EMPTY', /empty\.csv/],
  ['--data header.csv --strategy sma-cross', 'DATA_EMPTY', /header\.csv/],
  ['--data nan.csv --strategy sma-cross', 'DATA_NOT_FINITE', /row 2.*high/],
  ['--data crossed.csv --strategy sma-cross', 'DATA_CROSSED_PRICES', /row 1/],
  ['--data sp50 --strategy sma-cross', 'UNKNOWN_DATASET', /Did you mean sp500\?/],
  ['--data sp500 --strategy sma-crss', 'UNKNOWN_STRATEGY', /did you mean "sma-cross"\?/],
  [
    '--data sp500 --strategy sma-cross --param fats=3',
    'INVALID_PARAMETER',
    /did you mean "fast"\?/,
  ],
  [
    '--data sp500 --strategy sma-cross --param fast=3.5',
    'INVALID_PARAMETER',
    /whole number from 2/,
  ],
  ['--data sp500 --strategy sma-cross --param fast=abc', 'INVALID_PARAMETER', /fast.*abc/],
  ['--data sp500 --strategy sma-cross --param fast=40', 'INVALID_PARAMETER', /40.*below.*30/],
  ['--data sp500 --strategy sma-cross --cash 0', 'INVALID_ARGUMENT', /cash/],
  ['--data sp500 --strategy sma-cross --fee-rate 2', 'INVALID_ARGUMENT', /feeRate/],
  [
    '--data sp500 --strategy sma-cross --fees alpaca --fee-rate 0.1%',
    'INVALID_ARGUMENT',
    /fees and feeRate/,
  ],
  ['--data sp500 --strategy sma-cross --instruments none.json', 'FILE_NOT_READABLE', /none\.json/],
  ['--data sp500 --strategy sma-cross --instruments list.json', 'DATA_FORMAT', /no object/],
  ['--data sp500 --strategy sma-cross --instruments empty.csv', 'DATA_FORMAT', /empty\.csv/],
  ['--data sp500 --strategy sma-cross --instruments bond.json', 'INVALID_ARGUMENT', /bond/],
  ['--data sp500 --strategy sma-cross --from 2030-01-01', 'DATA_EMPTY', /range/],
  ['--data sp500 --strategy sma-cross --timeframe 1h', 'INVALID_ARGUMENT', /1h/],
  ['--data sp500 --strategy sma-cross --report empty.csv/r.html', 'FILE_NOT_WRITABLE', /r\.html/],
]

test.each(failures)('backtest %s: %s', async (line, code, message) => {
  const folder = folderWith(files)
  const { stdout, stderr, ...finished } = await runCli(
    ['backtest', ...line.split(' '), '--json'],
    folder,
  )
  expect([finished.code, stdout]).toEqual([1, ''])
  const { error } = JSON.parse(stderr)
  expect(error).toEqual({
    code,
    message: expect.stringMatching(message),
    details: expect.any(Object),
  })
  expect(readdirSync(folder).toSorted()).toEqual(Object.keys(files).toSorted())
})

test('without --json an error is a sentence with its code', async () => {
  const { code, stdout, stderr } = await runCli(
    ['backtest', '--data', 'nan.csv', '--strategy', 'sma-cross'],
    folderWith(files),
  )
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^error: nan\.csv, row 2: .+ \[DATA_NOT_FINITE\]\n$/)
})

test('a single bar is a run without trades', async () => {
  const { code, stdout } = await runCli(
    ['backtest', '--data', 'one.csv', '--strategy', 'buy-and-hold', '--json'],
    folderWith(files),
  )
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ measures: { trades: 0, finalEquity: 10_000 } })
})

test('a report takes the place of an earlier one, and no draft stays', async () => {
  const folder = folderWith({ 'r.html': 'old' })
  await runCli([...sp500, '--report', 'r.html', '--title', 'A <title>'], folder)
  expect(readFileSync(join(folder, 'r.html'), 'utf8')).toContain('A &lt;title&gt;')
  expect(readdirSync(folder)).toEqual(['r.html'])
  expect(existsSync(join(folder, 'catalog'))).toBe(false)
})

describe('margin and financing', () => {
  const strategy = `export default {
    name: 'leveraged', params: {}, indicators: {},
    onBar({ step, orders }) { if (step === 0) orders.targetPercent(9) },
  }`
  const leveraged = ['backtest', '--data', 'sp500', '--strategy', './leveraged.js']
  const terms = ['--leverage', '10', '--maintenance', '9%', '--debit-rate', '8%']

  test('are options of the command, and what came of them is in the document', async () => {
    const folder = folderWith({ 'leveraged.js': strategy })
    const { code, stdout } = await runCli([...leveraged, ...terms, '--json'], folder)
    expect(code).toBe(0)
    const { assumptions, account } = JSON.parse(stdout)
    expect(assumptions).toMatchObject({
      margin: { model: 'fixed', maintenance: 0.09 },
      financing: { debitRate: 0.08 },
    })
    expect(account.marginCalls).toBeGreaterThan(0)
    expect(account.liquidations).toBeGreaterThanOrEqual(account.marginCalls)
    expect(account.interest).toBeLessThan(0)
  })

  test('two models of margin are refused', async () => {
    const { code, stderr } = await runCli([...sp500, ...terms, '--margin', 'reg-t'], folderWith({}))
    expect(code).toBe(2)
    expect(stderr).toContain('cannot be used with')
  })

  test('a maintenance above the initial margin is refused with a remedy', async () => {
    const higher = [...sp500, '--leverage', '20', '--maintenance', '9%']
    const { code, stderr } = await runCli(higher, folderWith({}))
    expect(code).toBe(1)
    expect(stderr).toContain('at most the initial margin, 0.05')
  })
})
