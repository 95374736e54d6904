import { basename } from 'node:path'

import { openCatalog } from '@neural-trader/market-data'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import { orInterrupted } from '../interruption.ts'
import type { CatalogOption } from './load-data.ts'
import { readingRules, type ReadingOptions } from './reading-rules.ts'
import { count } from './wording.ts'

/** The options of `neural-trader data import`. */
export type ImportDataOptions = ReadingOptions &
  CatalogOption & { readonly file: string; readonly name?: string }

/** Puts a file into the catalogue; stopped at any moment, it leaves the catalogue as it was. */
export const importData: Action<ImportDataOptions> = async (options, output) => {
  const { file, name = stem(file), signal } = { ...options, signal: output.signal }
  const progress = output.openProgress()
  progress.stage(`Importing ${file}`)
  const { import: add } = openCatalog(options.catalog)
  const adding = orInterrupted(add(file, name, readingRules(options)), signal)
  const entry = await adding.finally(() => progress.close())
  if (output.json) output.printJson(entry)
  else {
    const { bold, dim } = output.colors
    output.print(
      `${bold(entry.name)}  ${entry.instrument}, ${count(entry.rows)} bars of ${entry.timeframe}, ` +
        `${entry.first.slice(0, 10)} to ${entry.last.slice(0, 10)}`,
    )
    output.print(dim(`neural-trader backtest --data ${entry.name} --strategy sma-cross`))
  }
  return exitCode.ok
}

/** The name of a file without its endings. */
function stem(file: string): string {
  return basename(file)
    .replace(/\.gz$/i, '')
    .replace(/\.[^.]+$/, '')
}
