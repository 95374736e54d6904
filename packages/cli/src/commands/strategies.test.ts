import { readyStrategies } from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { folderWith, runCli } from '../../test/run-cli.ts'

test('lists every ready-made strategy', async () => {
  const { code, stdout } = await runCli(['strategies', 'list'], folderWith({}))
  expect(code).toBe(0)
  for (const { strategyName, description } of readyStrategies) {
    expect(stdout).toMatch(new RegExp(`^${strategyName} .*${description.slice(0, 30)}`, 'm'))
  }
})

test('lists them as JSON', async () => {
  const { stdout } = await runCli(['strategies', 'list', '--json'], folderWith({}))
  const names = (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name)
  expect(names).toEqual(readyStrategies.map(({ strategyName }) => strategyName))
})

test('shows parameters and a line to try', async () => {
  const { stdout } = await runCli(['strategies', 'show', 'sma-cross'], folderWith({}))
  expect(stdout).toMatch(/^fast +10 +a whole number from 2 +Bars of the fast average$/m)
  const [example = ''] = stdout.match(/neural-trader backtest.*/) ?? []
  const { code } = await runCli(example.split(' ').slice(1), folderWith({}))
  expect(code).toBe(0)
})

test('shows the schema of the parameters as JSON', async () => {
  const { stdout } = await runCli(['strategies', 'show', 'sma-cross', '--json'], folderWith({}))
  expect(JSON.parse(stdout)).toMatchObject({
    name: 'sma-cross',
    form: 'declarative',
    params: { fast: { kind: 'int', default: 10, min: 2 } },
    schema: { properties: { fast: { type: 'integer', minimum: 2, default: 10 } } },
  })
})

test('does not know what is not there', async () => {
  const { code, stderr } = await runCli(['strategies', 'show', 'macd'], folderWith({}))
  expect([code, stderr]).toEqual([1, expect.stringContaining('[UNKNOWN_STRATEGY]')])
})
