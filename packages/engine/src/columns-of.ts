import type { BarColumns } from '../native/binding.js'
import type { RunSeries } from './run-config.ts'

/** The columns of a series as the addon wants them, its quotes among them. */
export function columnsOf({ bars, quotes }: RunSeries): BarColumns {
  return quotes === undefined ? bars : { ...bars, ...quotes }
}
