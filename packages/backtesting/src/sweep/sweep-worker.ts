import { parentPort, workerData } from 'node:worker_threads'

import { NeuralTraderError } from '@neural-trader/core'

import type { Measures } from '../measures.ts'
import { loadMaker } from './load-maker.ts'
import type { Combination } from './sweep-space.ts'
import { runCombination, type Found, type RowRules } from './run-combination.ts'

/** What a worker is given when it begins. */
export type WorkerData = {
  readonly module: string
  readonly exported: string | undefined
  readonly rules: RowRules
  readonly measures: readonly (keyof Measures)[]
}

/** Combinations for a worker to run. */
export type Portion = readonly { readonly row: number; readonly params: Combination }[]

/** What a worker answers: what each combination came to, or what kept all from running. */
export type Answer =
  | { readonly found: readonly { readonly row: number; readonly found: Found }[] }
  | {
      readonly error: { readonly code: string; readonly message: string; readonly details: object }
    }

if (parentPort !== null) {
  const port = parentPort
  const { module, exported, rules, measures } = workerData as WorkerData
  const made = { module, ...(exported === undefined ? {} : { export: exported }) }
  const maker = await loadMaker(made)
  port.on('message', (portion: Portion) => {
    void answer(portion).then((message) => port.postMessage(message))
  })
  port.postMessage({ found: [] } satisfies Answer)

  async function answer(portion: Portion): Promise<Answer> {
    const found: { row: number; found: Found }[] = []
    try {
      for (const { row, params } of portion) {
        found.push({ row, found: await runCombination(row, () => maker(params), rules, measures) })
      }
      return { found }
    } catch (error) {
      return { error: told(error) }
    }
  }
}

function told(error: unknown): { code: string; message: string; details: object } {
  if (error instanceof NeuralTraderError) {
    return { code: error.code, message: error.message, details: error.details }
  }
  return { code: 'INTERNAL', message: String(error), details: {} }
}
