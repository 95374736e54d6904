import { readFile } from 'node:fs/promises'

import type { BacktestOptions } from '@neural-trader/backtesting'
import { NeuralTraderError } from '@neural-trader/core'

type Instruments = NonNullable<BacktestOptions['instruments']>

/**
 * Terms of instruments from a JSON file: an object of them by identifier. What they say is checked
 * with the other rules of the run.
 *
 * @throws NeuralTraderError `FILE_NOT_READABLE`; `DATA_FORMAT` where it is not such an object.
 */
export async function loadInstruments(path: string): Promise<Instruments> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new NeuralTraderError(
      'FILE_NOT_READABLE',
      `${path} cannot be read: give the path of a JSON file with the terms of instruments`,
      { details: { path }, cause },
    )
  })
  const terms = parseJson(path, text)
  if (typeof terms === 'object' && terms !== null && !Array.isArray(terms)) {
    return terms as Instruments
  }
  throw notTerms(path, 'it holds no object')
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw notTerms(path, String(cause), cause)
  }
}

function notTerms(path: string, why: string, cause?: unknown): NeuralTraderError {
  return new NeuralTraderError(
    'DATA_FORMAT',
    `${path} is no file of instruments (${why}): write { "ESH4.XCME": { "kind": "future", ... } }`,
    { details: { path }, cause },
  )
}
