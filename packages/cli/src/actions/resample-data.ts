import { exchangeCalendar, parseTimeframe, resample } from '@neural-trader/market-data'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import { loadData, type LoadDataOptions } from './load-data.ts'
import { printWritten, writerFor } from './write-bars.ts'

/** The options of `neural-trader data resample`. */
export type ResampleDataOptions = LoadDataOptions & {
  readonly source: string
  readonly timeframe: string
  readonly out: string
  readonly dropPartial?: boolean
  readonly calendar?: string
  readonly extendedHours?: boolean
}

/** Writes the bars of a source in a coarser timeframe. */
export const resampleData: Action<ResampleDataOptions> = async (
  { source, out, timeframe, calendar, dropPartial = false, extendedHours = false, ...options },
  output,
) => {
  const write = writerFor(out)
  const wanted = parseTimeframe(timeframe)
  const rules = {
    dropPartial,
    extendedHours,
    ...(calendar === undefined ? {} : { calendar: exchangeCalendar(calendar) }),
  }
  const bars = resample(await loadData(source, options, output.signal), wanted, rules)
  output.signal.throwIfAborted()
  await write(bars)
  printWritten(bars, out, output)
  return exitCode.ok
}
