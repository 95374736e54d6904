import { expect, test } from 'vitest'

import { folderWith, runCli } from '../../test/run-cli.ts'

const mistakes: readonly (readonly [string, RegExp])[] = [
  ['backtset', /Did you mean backtest\?.*See neural-trader --help/],
  ['data vaildate', /Did you mean validate\?.*See neural-trader data --help/],
  ['backtest --data sp500 --strategy sma-cross --chas 5', /unknown option '--chas'.*--cash\?/],
  ['backtest --data sp500', /required option '--strategy <name>'/],
  ['backtest --strategy sma-cross', /required option '--data <source>'/],
  [
    'backtest --data sp500 --strategy sma-cross --cash abc',
    /--cash <amount>.*'abc'.*Give a number/,
  ],
  ['backtest --data sp500 --strategy sma-cross --profile other', /other.*backtesting\.py/],
  ['backtest --data sp500 --strategy sma-cross --param fast', /name=value/],
  ['data sample aapl --out aapl.xls', /\.csv.*\.parquet/],
  ['data sample aapl surplus', /too many arguments/],
  ['calendar shwo XNYS', /Did you mean show\?.*See neural-trader calendar --help/],
  ['completion tcsh', /bash, zsh, fish/],
  ['data', /command is missing/],
]

test.each(mistakes)('%s is wrong usage', async (line, message) => {
  const { code, stdout, stderr } = await runCli([...line.split(' '), '--json'], folderWith({}))
  expect([code, stdout]).toEqual([2, ''])
  expect(JSON.parse(stderr).error).toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringMatching(message),
  })
})

test('a group without a command prints its help as an error', async () => {
  const { code, stdout, stderr } = await runCli(['data'], folderWith({}))
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain('Usage: neural-trader data')
})
