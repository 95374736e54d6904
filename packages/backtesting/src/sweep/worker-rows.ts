import { Worker } from 'node:worker_threads'

import { NeuralTraderError, type ErrorCode } from '@neural-trader/core'

import type { Checkpoint } from './checkpoint.ts'
import { combination, type Combinations } from './combinations.ts'
import { moduleUrl } from './load-maker.ts'
import { shared } from './shared.ts'
import type { StrategyModule } from './sweep-options.ts'
import type { SweepStore } from './sweep-store.ts'
import type { SweepTask } from './sweep-task.ts'
import type { Answer, Portion, WorkerData } from './sweep-worker.ts'

/** Combinations that a worker is given at a time: few, so that all end at about the same time. */
const portionSize = 4

/** Runs TypeScript strategies on a pool of worker threads, which share the memory of the data. */
export async function runWorkerRows(
  task: SweepTask,
  module: StrategyModule,
  combinations: Combinations,
  store: SweepStore,
  checkpoint: Checkpoint | undefined,
): Promise<void> {
  const { options, signal } = task
  const pending = store.pending()
  let next = 0
  const portion = (): Portion => {
    const rows = pending.subarray(next, next + portionSize)
    next += rows.length
    return Array.from(rows, (row) => ({ row, params: combination(combinations, row) }))
  }
  const take = async (answer: Answer): Promise<void> => {
    if ('error' in answer) throw errorOf(answer.error)
    for (const { row, found } of answer.found) {
      if ('code' in found) store.fail(found)
      else store.take(row, found)
    }
    task.onProgress?.(store.count / store.done.length)
    await checkpoint?.offer()
  }
  const data: WorkerData = {
    module: moduleUrl(module).href,
    exported: module.export,
    rules: shared(options.rules),
    measures: options.measures,
  }
  const count = Math.min(options.threads, Math.ceil(pending.length / portionSize))
  const workers = Array.from({ length: count }, () => openWorker(data))
  const stop = (): void => {
    for (const worker of workers) void worker.terminate()
  }
  signal?.addEventListener('abort', stop, { once: true })
  try {
    if (signal?.aborted === true) throw cancelled(signal)
    await Promise.all(workers.map((worker) => serve(worker, { portion, take, signal })))
  } finally {
    signal?.removeEventListener('abort', stop)
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

type Work = {
  readonly portion: () => Portion
  readonly take: (answer: Answer) => Promise<void>
  readonly signal: AbortSignal | undefined
}

/** Gives a worker one portion after another until there is none. */
function serve(worker: Worker, { portion, take, signal }: Work): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', (error: unknown) => reject(failed(error)))
    worker.once('exit', () => reject(signal?.aborted === true ? cancelled(signal) : failed('exit')))
    worker.on('message', (answer: Answer) => {
      const rows = portion()
      if (rows.length > 0) worker.postMessage(rows)
      take(answer).then(() => (rows.length > 0 ? undefined : resolve()), reject)
    })
  })
}

const condition = '--conditions=@neural-trader/source'

function openWorker(data: WorkerData): Worker {
  const isSource = import.meta.url.endsWith('.ts')
  const entry = new URL(isSource ? './sweep-worker.ts' : './sweep-worker.js', import.meta.url)
  // Under a test runner the process itself may not have the condition that finds the sources.
  const isInherited = !isSource || process.execArgv.includes(condition)
  const execArgv = isInherited ? {} : { execArgv: [condition] }
  try {
    return new Worker(entry, { workerData: data, ...execArgv })
  } catch (cause) {
    throw new NeuralTraderError(
      'INVALID_ARGUMENT',
      `An option cannot be sent to worker threads (${String(cause)}): leave out what is a function, or give the strategy itself instead of its module`,
      { cause },
    )
  }
}

function errorOf({ code, message, details }: { code: string; message: string; details: object }) {
  return new NeuralTraderError(code as ErrorCode, message, {
    details: details as Readonly<Record<string, string>>,
  })
}

function cancelled(signal: AbortSignal): NeuralTraderError {
  return new NeuralTraderError('CANCELLED', 'The sweep was cancelled by its caller', {
    cause: signal.reason,
  })
}

function failed(cause: unknown): NeuralTraderError {
  if (cause instanceof NeuralTraderError) return cause
  const { code } = (cause ?? {}) as { code?: string }
  const message = cause instanceof Error ? cause.message : String(cause)
  const known = code === 'INVALID_STRATEGY' || code === 'STRATEGY_FAILED'
  return new NeuralTraderError(
    known ? code : 'STRATEGY_FAILED',
    `A worker of the sweep ended: ${message}`,
    { cause },
  )
}
