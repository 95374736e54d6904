import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { syntheticBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'
import { afterAll, expect, test } from 'vitest'

import { crossOnBar } from '../../test/sweep-module.ts'
import { grid } from './sweep-space.ts'
import { range } from './range.ts'
import { sweep } from './sweep.ts'

const folder = mkdtempSync(join(tmpdir(), 'sweep-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const data = syntheticBars({ seed: 4, bars: 500, timeframe: '1d', price: 60, tick: 0.01 })
const params = grid({ fast: range(2, 9), slow: range(10, 30, 5) })
const program = fileURLToPath(new URL('../../test/sweep-program.ts', import.meta.url))

async function failure(run: Promise<unknown>): Promise<unknown> {
  return await run.then(
    () => undefined,
    (error: unknown) => error,
  )
}

function start(checkpoint: string, result: string) {
  const args = ['--conditions=@neural-trader/source', program, checkpoint, result]
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

test(
  'a sweep that is killed goes on where it was, to the same table',
  { timeout: 120_000 },
  async () => {
    const checkpoint = join(folder, 'killed.sweep')
    const results = ['whole.json', 'resumed.json'].map((name) => join(folder, name))
    const whole = start(join(folder, 'whole.sweep'), results[0]!)
    await once(whole, 'exit')

    const killed = start(checkpoint, results[1]!)
    while (!existsSync(checkpoint)) await sleep(5)
    killed.kill('SIGKILL')
    const [, signal] = await once(killed, 'exit')
    expect(signal).toBe('SIGKILL')
    expect(existsSync(results[1]!)).toBe(false)
    const done = readFileSync(checkpoint)
    const from = done.indexOf(10) + 1
    const finished = done.subarray(from, from + 6_000).filter((each) => each === 1).length
    expect(finished).toBeGreaterThan(0)
    expect(finished).toBeLessThan(6_000)

    const resumed = start(checkpoint, results[1]!)
    await once(resumed, 'exit')
    expect(readFileSync(results[1]!, 'utf8')).toBe(readFileSync(results[0]!, 'utf8'))
  },
)

test('a sweep that is cancelled keeps what it did, also in TypeScript', async () => {
  const checkpoint = join(folder, 'cancelled.sweep')
  const whole = await sweep({ data, params, strategy: crossOnBar })
  const controller = new AbortController()
  let made = 0
  const counted = (given: { readonly fast: number; readonly slow: number }) => {
    made += 1
    if (made === 12) controller.abort()
    return crossOnBar(given)
  }
  const options = { data, params, strategy: counted, checkpoint }
  expect(await failure(sweep({ ...options, signal: controller.signal }))).toMatchObject({
    code: 'CANCELLED',
  })
  made = 100
  const resumed = await sweep(options)
  expect(made - 100).toBeLessThan(params.size)
  expect(resumed.measures).toEqual(whole.measures)
})

test('a finished sweep is read from its file, failures too', async () => {
  const checkpoint = join(folder, 'finished.sweep')
  const space = grid({ fast: [3, 9], slow: [5, 20] })
  const first = await sweep({ data, params: space, strategy: smaCross, checkpoint })
  const written = statSync(checkpoint).mtimeMs
  const again = await sweep({ data, params: space, strategy: smaCross, checkpoint })
  expect(again.measures).toEqual(first.measures)
  expect(again.failures).toEqual(first.failures)
  expect(first.failures).toHaveLength(1)
  expect(statSync(checkpoint).mtimeMs).toBeGreaterThanOrEqual(written)
})

test('a file of another sweep, or of none, is refused', async () => {
  const checkpoint = join(folder, 'other.sweep')
  const options = { data, params, strategy: smaCross, checkpoint }
  await sweep(options)
  const others = [
    { ...options, feeRate: 0.001 },
    { ...options, params: grid({ fast: [2], slow: range(10, 30, 5) }) },
    { ...options, measures: ['trades'] as const },
    {
      ...options,
      data: syntheticBars({ seed: 5, bars: 500, timeframe: '1d', price: 60, tick: 0.01 }),
    },
  ]
  for (const other of others) {
    expect(await failure(sweep(other))).toMatchObject({
      code: 'INVALID_ARGUMENT',
      details: { field: 'checkpoint' },
    })
  }
  writeFileSync(checkpoint, 'no checkpoint')
  expect(await failure(sweep(options))).toMatchObject({ code: 'DATA_FORMAT' })
})
