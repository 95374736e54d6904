import type { Bars } from '@neural-trader/core'
import { writeCsv, writeParquet } from '@neural-trader/market-data'
import { InvalidArgumentError } from 'commander'

import type { Output } from '../output/output.ts'
import { extent, summaryOf } from './wording.ts'

/** The writer for a file, by its ending. Ask for it before the work, so that a wrong one costs nothing. */
export function writerFor(file: string): (bars: Bars) => Promise<void> {
  if (/\.csv$/i.test(file)) return (bars) => writeCsv(bars, file)
  if (/\.(?:parquet|pq)$/i.test(file)) return (bars) => writeParquet(bars, file)
  throw new InvalidArgumentError(
    `'${file}' ends neither in .csv nor in .parquet: name the file to write so`,
  )
}

/** Says what was written where. */
export function printWritten(bars: Bars, file: string, output: Output): void {
  if (output.json) output.printJson({ ...summaryOf(bars), file })
  else output.print(`${output.colors.bold(file)}  ${bars.instrument}, ${extent(bars)}`)
}
