import type { RawBars } from '../raw-bars.ts'
import type { QueryColumns } from '../duckdb.ts'
import type { ReadBarsOptions } from './options.ts'

/** The columns every reader selects, in this order. */
const kinds = {
  local: 'bigint',
  offset: 'bigint',
  open: 'double',
  high: 'double',
  low: 'double',
  close: 'double',
  volume: 'double',
  adjusted: 'double',
} as const

/** Runs a reader's query and applies the adjustment that was asked for. */
export async function rawColumns(
  read: (columns: typeof kinds) => Promise<QueryColumns<typeof kinds>>,
  options: ReadBarsOptions,
): Promise<RawBars> {
  const { adjusted, ...raw } = await read(kinds)
  if (options.adjusted === true) adjust(raw, adjusted)
  return raw
}

/** Scales the prices of each bar by adjusted close over close; high and low still enclose the bar. */
function adjust(raw: RawBars, adjusted: Float64Array): void {
  const { open, high, low, close } = raw
  for (let i = 0; i < close.length; i++) {
    const factor = adjusted[i]! / close[i]!
    open[i] = open[i]! * factor
    close[i] = adjusted[i]!
    high[i] = Math.max(high[i]! * factor, open[i]!, close[i]!)
    low[i] = Math.min(low[i]! * factor, open[i]!, close[i]!)
  }
}
