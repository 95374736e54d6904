import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

import { expect, test } from 'vitest'

import { plainBars, plainConfig } from '../test/plain-bars.ts'
import { openSession } from './session.ts'

const entry = new URL('../test/worker.ts', import.meta.url)
const execArgv = ['--conditions=@neural-trader/source']

function hashHere(): string {
  const series = { bars: plainBars(1000), priceDecimals: 2, quantityDecimals: 0 }
  const session = openSession(plainConfig, [series], [0])
  while (session.next() > 0) session.view[0] = 1
  return session.finish().logHash()
}

test('worker threads load the addon beside the main thread, agree with it and end by themselves', async () => {
  const workers = [1, 2, 3].map(() => new Worker(entry, { execArgv }))
  const answers = await Promise.all(
    workers.map(
      async (worker) => await Promise.all([once(worker, 'message'), once(worker, 'exit')]),
    ),
  )
  for (const [[hash], [exitCode]] of answers) expect([hash, exitCode]).toEqual([hashHere(), 0])
})

test('a worker that is terminated with a session open does not take the process along', async () => {
  const worker = new Worker(entry, { execArgv })
  await once(worker, 'message')
  await worker.terminate()
  expect(hashHere()).toMatch(/^[0-9a-f]{64}$/)
})
