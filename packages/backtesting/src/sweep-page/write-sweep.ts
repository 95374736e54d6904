import { resolve } from 'node:path'

import type { SweepTable } from '../sweep/sweep-table.ts'
import { writeAtomically } from '../write-atomically.ts'
import { renderSweep, type SweepPageOptions } from './render-sweep.ts'

/**
 * Writes the page of a sweep and returns its absolute path, as `writeReport` does.
 *
 * @throws NeuralTraderError `FILE_NOT_WRITABLE` naming the path.
 */
export async function writeSweep(
  table: SweepTable,
  path: string,
  options: SweepPageOptions = {},
): Promise<string> {
  const target = resolve(path)
  await writeAtomically('The page of the sweep', target, [await renderSweep(table, options)])
  return target
}
