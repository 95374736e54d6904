import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { Bars } from '@neural-trader/core'
import { readBars } from '@neural-trader/market-data'

const home = resolve(
  process.env['NT_ORACLES'] ?? join(import.meta.dirname, '../../../../shared/oracles'),
)

/** The path of a file of reference data, or undefined, with one sentence, where it is absent. */
export function oracleFile(...path: readonly string[]): string | undefined {
  const file = join(home, ...path)
  if (existsSync(file)) return file
  console.warn(
    `SKIPPED: ${path.join('/')} is not under ${home}: set NT_ORACLES to the reference data`,
  )
  return undefined
}

/** The cases in a folder of the reference data, compressed or not; undefined where there are none. */
export function casesFile(folder: string): string | undefined {
  const compressed = join(home, folder, 'cases.json.gz')
  return existsSync(compressed) ? compressed : oracleFile(folder, 'cases.json')
}

/** Daily bars of GOOG, whole or the first so many. */
export async function googBars(file: string): Promise<Bars> {
  return readBars(file, { instrument: 'GOOG.XNAS' })
}
