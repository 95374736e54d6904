import {
  parseTimeframe,
  syntheticBars,
  type SyntheticBarsOptions,
} from '@neural-trader/market-data'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import { printWritten, writerFor } from './write-bars.ts'

/** The options of `neural-trader data synthetic`. */
export type SyntheticDataOptions = Omit<SyntheticBarsOptions, 'timeframe'> & {
  readonly out: string
  readonly timeframe?: string
}

/** Makes up bars and writes them to a file. */
export const syntheticData: Action<SyntheticDataOptions> = async (
  { out, timeframe, ...options },
  output,
) => {
  const write = writerFor(out)
  const length = timeframe === undefined ? {} : { timeframe: parseTimeframe(timeframe) }
  const bars = syntheticBars({ ...options, ...length })
  await write(bars)
  printWritten(bars, out, output)
  return exitCode.ok
}
