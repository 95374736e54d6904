import type { BarColumn, BarSource } from '@neural-trader/core'

/** The columns of the bars, to declare indicators over. */
export const bars: { readonly [Name in BarColumn]: BarSource } = {
  open: { column: 'open' },
  high: { column: 'high' },
  low: { column: 'low' },
  close: { column: 'close' },
  volume: { column: 'volume' },
}
