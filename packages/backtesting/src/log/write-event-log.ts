import { resolve } from 'node:path'

import { logChecks, logSchema } from '@neural-trader/engine'

import type { BacktestResult } from '../result.ts'
import { writeAtomically } from '../write-atomically.ts'
import { headerText } from './event-log-header.ts'

/**
 * Writes the event log of a run to a file and returns its absolute path. Missing folders are made.
 * The file appears whole or not at all; an earlier one at the path is replaced. `docs/event-log.md`
 * has the format.
 *
 * @throws NeuralTraderError `FILE_NOT_WRITABLE` naming the path.
 */
export async function writeEventLog(
  { log, bars, strategy: { name, params } }: Pick<BacktestResult, 'log' | 'bars' | 'strategy'>,
  path: string,
): Promise<string> {
  const target = resolve(path)
  const records = log.bytes()
  const header = headerText({
    schema: logSchema(),
    records: log.records,
    hash: log.hash,
    instruments: bars.map(({ instrument }) => instrument),
    strategy: { name, params },
  })
  await writeAtomically('The event log', target, [header, records, await logChecks(records)])
  return target
}
