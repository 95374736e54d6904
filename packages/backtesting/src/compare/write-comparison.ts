import { resolve } from 'node:path'

import { writeAtomically } from '../write-atomically.ts'
import type { Comparison } from './compare-runs.ts'
import { renderComparison, type ComparisonPageOptions } from './render-comparison.ts'

/**
 * Writes the page of a comparison and returns its absolute path, as `writeReport` does.
 *
 * @throws NeuralTraderError `FILE_NOT_WRITABLE` naming the path.
 */
export async function writeComparison(
  comparison: Comparison,
  path: string,
  options: ComparisonPageOptions = {},
): Promise<string> {
  const target = resolve(path)
  await writeAtomically('The comparison', target, [await renderComparison(comparison, options)])
  return target
}
