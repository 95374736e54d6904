import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { folderWith, runCli, type Finished } from '../../test/run-cli.ts'

const own = `
import { crossedAbove, crossedBelow, sma } from '@neural-trader/features'
import { defineStrategy, int } from '@neural-trader/strategies'

const definition = {
  name: 'mine',
  params: { fast: int({ default: 10, min: 2 }), slow: int({ default: 30, min: 3 }) },
  indicators: ({ close }: any, { fast, slow }: any) => ({
    fast: sma(close, { period: fast }),
    slow: sma(close, { period: slow }),
  }),
  onBar({ indicators: { fast, slow }, orders }: any) {
    if (crossedAbove(fast, slow)) orders.targetPercent(1)
    if (crossedBelow(fast, slow)) orders.targetPercent(-1)
  },
}
`

const javaScript = `
import { defineStrategy } from '@neural-trader/strategies'
export const strategy = defineStrategy({ name: 'quiet', onBar() {} })
`

const files = {
  'mine.ts': `${own}export const smaCross = defineStrategy(definition)`,
  'default.mts': `${own}export default defineStrategy(definition)`,
  'quiet.js': javaScript,
  'quiet.mjs': javaScript,
  'finished.ts': `export default { name: 'finished', params: {}, indicators: {}, onBar() {} }`,
  'function.ts': `export default (params: any) => ({ name: 'f', params, indicators: {}, onBar() {} })`,
  'several.ts': `${own}export const a = defineStrategy(definition), b = defineStrategy(definition)`,
  'none.ts': 'export const x = 1',
  'syntax.ts': 'export const = 1',
  'missing.ts': `import 'a-package-that-is-nowhere'`,
  'throws.ts': `
    import { defineStrategy } from '@neural-trader/strategies'
    let bars = 0
    export default defineStrategy({
      name: 'thrower',
      onBar() {
        if (++bars === 500) throw new Error('no more')
      },
    })`,
  'ahead.ts': `
    import { defineStrategy } from '@neural-trader/strategies'
    export default defineStrategy({ name: 'ahead', onBar: ({ close }: any) => void close.at(-1) })`,
  'empty.json': '{}',
  'broken.json': '{',
  'cross.json': `{
    "name": "cross",
    "indicators": {
      "fast": { "indicator": "sma", "inputs": ["close"], "params": { "period": 10 } },
      "slow": { "indicator": "sma", "inputs": ["close"], "params": { "period": 30 } }
    },
    "rules": [
      { "when": { "op": "crossedAbove", "left": "fast", "right": "slow" }, "targetPercent": 1 },
      { "when": { "op": "crossedBelow", "left": "fast", "right": "slow" }, "targetPercent": -1 }
    ]
  }`,
}

async function run(file: string, ...rest: string[]): Promise<Finished> {
  const args = ['backtest', '--data', 'sp500', '--strategy', file, ...rest, '--json']
  return await runCli(args, folderWith(files))
}

test.each(['mine.ts', './default.mts'])('%s trades like the ready-made strategy', async (file) => {
  const [own, ready] = await Promise.all([
    run(file, '--param', 'slow=50'),
    run('sma-cross', '--param', 'slow=50'),
  ])
  expect([own.code, own.stderr]).toEqual([0, ''])
  const [mine, theirs] = [JSON.parse(own.stdout), JSON.parse(ready.stdout)]
  expect(mine.strategy).toEqual({
    name: 'mine',
    params: { fast: 10, slow: 50 },
    form: 'typescript',
  })
  expect(mine.log).toEqual(theirs.log)
  expect(mine.measures).toEqual(theirs.measures)
})

test.each([
  ['quiet.js', 'quiet'],
  ['quiet.mjs', 'quiet'],
  ['finished.ts', 'finished'],
  ['function.ts', 'f'],
])('%s runs, and Node has nothing to warn of', async (file, name) => {
  const { code, stdout, stderr } = await run(file)
  expect([code, stderr, JSON.parse(stdout).strategy.name]).toEqual([0, '', name])
})

test('a function gets parameters as what they look like', async () => {
  const params = ['--param', 'count=3', '--param', 'on=true', '--param', 'mode=fast']
  const { stdout } = await run('function.ts', ...params)
  expect(JSON.parse(stdout).strategy.params).toEqual({ count: 3, on: true, mode: 'fast' })
})

test.each([
  ['nowhere.ts', 'FILE_NOT_READABLE', /nowhere\.ts/],
  ['none.ts', 'INVALID_STRATEGY', /its exports are x/],
  ['several.ts', 'INVALID_STRATEGY', /its exports are a, b/],
  ['empty.json', 'INVALID_STRATEGY', /name/],
  ['broken.json', 'INVALID_STRATEGY', /broken\.json is not JSON/],
  ['syntax.ts', 'STRATEGY_FAILED', /syntax\.ts cannot be loaded: SyntaxError/],
  ['missing.ts', 'STRATEGY_FAILED', /a-package-that-is-nowhere/],
  ['throws.ts', 'STRATEGY_FAILED', /thrower.* step 499 .*no more/],
  ['ahead.ts', 'LOOK_AHEAD', /ahead/],
])('%s: %s', async (file, code, message) => {
  const { stdout, stderr, ...finished } = await run(file)
  expect([finished.code, stdout]).toEqual([1, ''])
  expect(JSON.parse(stderr).error).toMatchObject({ code, message: expect.stringMatching(message) })
})

test('a JSON document runs like the ready-made strategy it describes', async () => {
  const [document, ready] = [await run('cross.json'), await run('sma-cross')]
  expect(document.stderr).toBe('')
  expect(JSON.parse(document.stdout).log.hash).toBe(JSON.parse(ready.stdout).log.hash)
})

test('a finished strategy takes no parameters', async () => {
  const { code, stderr } = await run('finished.ts', '--param', 'fast=1')
  expect([code, JSON.parse(stderr).error.code]).toEqual([1, 'INVALID_PARAMETER'])
})

test('a strategy that throws is shown where it did', async () => {
  const args = ['backtest', '--data', 'sp500', '--strategy', 'throws.ts']
  const { stderr } = await runCli(args, folderWith(files))
  expect(stderr).toMatch(/\[STRATEGY_FAILED\]\n +at .*throws\.ts:7:\d+\)\n$/)
})

test('the strategy of the README runs', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const [, source = ''] = /```ts\n(.+?)```/s.exec(readme) ?? []
  const args = ['backtest', '--data', 'sp500', '--strategy', 'my-strategy.ts', '--json']
  const { code, stdout } = await runCli(args, folderWith({ 'my-strategy.ts': source }))
  expect(code).toBe(0)
  expect(JSON.parse(stdout).strategy.name).toBe('my-cross')
  expect(JSON.parse(stdout).measures.trades).toBeGreaterThan(10)
})
