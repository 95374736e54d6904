import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { command, environment, folderWith, runCli } from '../../test/run-cli.ts'
import { joinWords } from './answer.ts'
import { shells } from './scripts.ts'

test.for(shells)('the script for %s parses', async (shell, { skip }) => {
  if (spawnSync(shell, ['-c', 'true']).status !== 0) skip(`there is no ${shell} here`)
  const folder = folderWith({})
  const { code, stdout } = await runCli(['completion', shell], folder)
  expect(code).toBe(0)
  writeFileSync(join(folder, 'script'), stdout)
  execFileSync(shell, ['-n', join(folder, 'script')])
})

async function ask(...words: string[]): Promise<string[]> {
  const { stdout } = await runCli(['complete', '--shell', 'bash', '--', ...words], folderWith({}))
  return stdout.trimEnd().split('\n')
}

describe('what can come next', () => {
  test.each([
    [
      [''],
      [
        ':',
        'backtest',
        'sweep',
        'walk-forward',
        'compare',
        'data',
        'strategies',
        'indicators',
        'check',
        'calendar',
        'log',
        'completion',
      ],
    ],
    [
      ['check', 'lookahead', 'buy'],
      [':files', 'buy-and-hold'],
    ],
    [
      ['strategies', 's'],
      [':', 'show'],
    ],
    [
      ['--json', 'data', 'im'],
      [':', 'import'],
    ],
    [
      ['backtest', '--fee'],
      [':', '--fees', '--fee-rate', '--fee-per-order'],
    ],
    [
      ['backtest', '--close-at-end', '--sp'],
      [':', '--spread'],
    ],
    [
      ['backtest', '--profile', 'b'],
      [':', 'backtesting.py'],
    ],
    [
      ['backtest', '--data', 's'],
      [':files', 'sp500'],
    ],
    [['backtest', '--report', ''], [':files']],
    [['backtest', '--log', ''], [':files']],
    [['log', 'diff', 'a.ntlog', ''], [':files']],
    [
      ['log', 'show', 'run.ntlog', '--kind', 'fi'],
      [':', 'fill'],
    ],
    [
      ['backtest', '--strategy', 'b'],
      [':files', 'bollinger-breakout', 'buy-and-hold'],
    ],
    [
      ['backtest', '--strategy', 'sma-cross', '--param', 's'],
      [':nospace', 'slow='],
    ],
    [
      ['backtest', '--strategy', 'sma-cross', '--param', 'slow', '='],
      [':nospace', ''],
    ],
    [
      ['strategies', 'show', 'macd'],
      [':files', 'macd-trend'],
    ],
    [
      ['calendar', 'show', 'XN'],
      [':', 'XNYS', 'XNAS'],
    ],
    [
      ['data', 'validate', 'bars.csv', '--calendar', '24'],
      [':', '24/5', '24/7'],
    ],
    [
      ['indicators', 'show', 'bollinger'],
      [':', 'bollinger-bands'],
    ],
    [
      ['indicators', 'list', '--group', 'mom'],
      [':', 'momentum'],
    ],
    [
      ['indicators', 'plot', '--name', 'supert'],
      [':', 'supertrend'],
    ],
    [
      ['indicators', 'plot', '--name', 'RSI', '--param', 'p'],
      [':nospace', 'period='],
    ],
    [['indicators', 'compute', '--spec', ''], [':files']],
    [['indicators', 'check', ''], [':files']],
    [
      ['completion', ''],
      [':', 'bash', 'zsh', 'fish'],
    ],
  ])('%j', async (words, expected) => {
    expect(await ask(...words)).toEqual(expected.filter((line) => line !== ''))
  })
})

test('words that bash took apart are put together again', () => {
  const words = ['--param', 'fast', '=', '3', '--param', 'slow', '=']
  expect(joinWords(words, 'bash')).toEqual(['--param', 'fast=3', '--param', 'slow='])
  expect(joinWords(['a', '=', 'b'], 'zsh')).toEqual(['a', '=', 'b'])
})

test('bash completes a real line', async () => {
  const folder = folderWith({ 'spring.csv': '' })
  const { stdout: script } = await runCli(['completion', 'bash'], folder)
  const [node, ...rest] = command.map((word) => `'${word}'`)
  const line = `
    neural-trader() { ${node} ${rest.join(' ')} "$@"; }
    ${script}
    COMP_WORDS=(neural-trader backtest --data sp) COMP_CWORD=3
    _neural_trader
    printf '%s\\n' "\${COMPREPLY[@]}"`
  const output = execFileSync('bash', ['-c', line], {
    cwd: folder,
    env: environment(folder),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  expect(output).toBe('sp500\nspring.csv\n')
})
