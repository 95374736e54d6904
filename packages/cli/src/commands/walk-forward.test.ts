import { expect, test } from 'vitest'

import { folderWith, runCli } from '../../test/run-cli.ts'

const base = ['--data', 'aapl', '--strategy', 'sma-cross', '--param', 'fast=5:15:5']

async function walk(...rest: string[]) {
  const args = ['walk-forward', ...base, ...rest, '--json']
  const { code, stdout, stderr } = await runCli(args, folderWith({}))
  const [told, error] = [stdout, stderr].map((text) => (text === '' ? null : JSON.parse(text)))
  return { code, told, error: error?.error }
}

test('windows, the equity out of sample and the number of trials', async () => {
  const rest = ['--param', 'slow=10,30', '--train', '250', '--test', '6M', '--map', 'fast,slow']
  const { code, told } = await walk(...rest)
  expect(code).toBe(0)
  expect(told).toMatchObject({ objective: 'sharpeRatio', trials: 4, leftOut: 2 })
  expect(told.windows[0]).toMatchObject({
    train: { from: 0, to: 250 },
    test: { from: 250, first: '2014-05-09T23:59:59.999Z' },
    params: { fast: expect.any(Number), slow: expect.any(Number) },
  })
  expect(told.evaluations).toBe(told.windows.length * 5)
  expect(told.growth).toHaveLength(told.time.length)
  expect(told.growth.at(-1) - 1).toBeCloseTo(told.measures.totalReturn, 12)
  expect(told.scores).toHaveLength(told.windows.length)
  expect(told.map.values).toHaveLength(2)
  expect(told.map.robust).toMatchObject({ x: expect.any(Number), y: expect.any(Number) })
})

test('combinatorial: splits and paths', async () => {
  const { code, told } = await walk('--mode', 'combinatorial', '--groups', '5', '--purge', 'trades')
  expect([code, told.splits.length, told.paths.length, told.trials]).toEqual([0, 10, 4, 3])
})

test('people get a table, and what it comes to', async () => {
  const args = ['walk-forward', ...base, '--train', '500', '--test', '250', '--mode', 'anchored']
  const { code, stdout } = await runCli(args, folderWith({}))
  expect(code).toBe(0)
  expect(stdout).toMatch(/^Test +Bars +Trained on +In sharpeRatio +Out +Return +Parameters\n/)
  expect(stdout).toMatch(/\n2015-05-07 +250 +500 .*fast=\d+\n/)
  expect(stdout).toMatch(/\nOut of sample +return .*%, a year .*, Sharpe .*, drawdown/)
  expect(stdout).toMatch(/\nTrials +each choice is the best of 3 combinations\n/)
})

const refused: readonly (readonly [readonly string[], number, string, RegExp])[] = [
  [[], 1, 'INVALID_ARGUMENT', /--train 24M --test 6M/],
  [['--train', '5000', '--test', '5'], 1, 'INVALID_ARGUMENT', /No window/],
  [['--train', '5y', '--test', '5'], 1, 'INVALID_ARGUMENT', /not a timeframe/],
  [
    ['--train', '100', '--test', '50', '--objective', 'sharp'],
    1,
    'INVALID_ARGUMENT',
    /sharpeRatio/,
  ],
  [['--train', '100', '--test', '50', '--map', 'fast,fats'], 1, 'INVALID_ARGUMENT', /fats/],
  [
    ['--train', '100', '--test', '50', '--param', 'slow=9:5'],
    1,
    'INVALID_ARGUMENT',
    /from:to:step/,
  ],
  [['--train', '100', '--test', '50', '--param', 'slow=2'], 1, 'INVALID_PARAMETER', /slow/],
  [['--train', '100', '--test', '50', '--param', 'fats=2'], 1, 'INVALID_PARAMETER', /fast/],
  [['--mode', 'combinatorial', '--groups', '1'], 1, 'INVALID_ARGUMENT', /groups/],
  [['--mode', 'sideways'], 2, 'INVALID_ARGUMENT', /rolling/],
]

test.each(refused)('%j is refused', async (rest, code, error, message) => {
  const finished = await walk(...rest)
  expect([finished.code, finished.told]).toEqual([code, null])
  expect(finished.error).toMatchObject({ code: error, message: expect.stringMatching(message) })
})
