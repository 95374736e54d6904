import type { Bars } from '@neural-trader/core'

import type { RivalColumns } from './rival.ts'

/** Most libraries take a second for a million. */
const plainBars = 100_000

/** The columns that indicators read, by name, for every library in the form that it takes. */
export function rivalColumns({ open, high, low, close, volume }: Bars): RivalColumns {
  const periods = close.map((_, bar) => 2 + (bar % 29))
  const typed = { open, high, low, close, volume, value: close, x: close, y: high, periods }
  const plain = Object.fromEntries(
    Object.entries(typed).map(([name, column]) => [name, [...column.subarray(0, plainBars)]]),
  )
  return { typed, plain }
}
