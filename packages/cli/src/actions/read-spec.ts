import { readFile } from 'node:fs/promises'

import { NeuralTraderError } from '@neural-trader/core'
import type { SpecEntry } from '@neural-trader/features'
import { z } from 'zod'

const entry = z.strictObject({
  name: z.string(),
  profile: z.enum(['talib', 'tradingview']).optional(),
  params: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
  output: z.string().optional(),
  as: z.string().min(1).optional(),
  inputs: z.record(z.string(), z.string()).optional(),
})
const list = z.array(entry).min(1)

/**
 * Reads a list of indicators.
 *
 * @throws NeuralTraderError `FILE_NOT_READABLE`; `DATA_FORMAT` where it is not JSON;
 * `INVALID_ARGUMENT` naming the entry that is wrong.
 */
export async function readSpec(path: string): Promise<readonly SpecEntry[]> {
  const parsed = list.safeParse(parseJson(path, await readText(path)))
  if (parsed.success) return parsed.data as readonly SpecEntry[]
  const [issue] = parsed.error.issues
  const at = issue?.path.join('.') ?? ''
  const message = `${path} is no list of indicators: ${at === '' ? '' : `${at}: `}${issue?.message}. Write [{"name": "sma", "params": {"period": 20}}]`
  throw new NeuralTraderError('INVALID_ARGUMENT', message, { details: { path, at } })
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const message = `${path} cannot be read: give a JSON file with a list of indicators`
    throw new NeuralTraderError('FILE_NOT_READABLE', message, { details: { path }, cause })
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = text.trim() === '' ? 'it is empty' : (cause as Error).message
    throw new NeuralTraderError('DATA_FORMAT', `${path} is not JSON: ${reason}`, {
      details: { path },
      cause,
    })
  }
}
