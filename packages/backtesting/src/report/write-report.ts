import { resolve } from 'node:path'

import type { BacktestResult } from '../result.ts'
import { writeAtomically } from '../write-atomically.ts'
import { renderReport, type ReportOptions } from './render-report.ts'

/**
 * Writes the report of a run and returns its absolute path. Missing folders are made. The file
 * appears whole or not at all; an earlier one at the path is replaced.
 *
 * @throws NeuralTraderError `FILE_NOT_WRITABLE` naming the path.
 */
export async function writeReport(
  result: BacktestResult,
  path: string,
  options: ReportOptions = {},
): Promise<string> {
  const target = resolve(path)
  await writeAtomically('The report', target, [await renderReport(result, options)])
  return target
}
