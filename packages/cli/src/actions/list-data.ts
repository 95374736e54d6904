import { openCatalog } from '@neural-trader/market-data'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import { formatTable } from '../output/table.ts'
import type { CatalogOption } from './load-data.ts'
import { count } from './wording.ts'

/** Prints the series of the catalogue. */
export const listData: Action<CatalogOption> = async ({ catalog }, output) => {
  const { folder, list } = openCatalog(catalog)
  const entries = await list()
  if (output.json) {
    output.printJson({ folder, series: entries })
    return exitCode.ok
  }
  if (entries.length === 0) {
    output.print(`The catalogue in ${folder} is empty: neural-trader data import FILE adds to it,`)
    output.print('neural-trader data sample lists the bundled series.')
    return exitCode.ok
  }
  const rows = entries.map(({ name, instrument, timeframe, rows, first, last }) => [
    output.colors.bold(name),
    instrument,
    timeframe,
    count(rows),
    first.slice(0, 10),
    last.slice(0, 10),
  ])
  output.print(formatTable(['Name', 'Instrument', 'Bar', 'Bars', 'First', 'Last'], rows, output))
  output.print(`\n${output.colors.dim(folder)}`)
  return exitCode.ok
}
