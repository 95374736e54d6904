import type { Bars } from '@neural-trader/core'

import type { RivalColumns } from './rival.ts'

/** The columns that indicators read, by name, for every library in the form that it takes. */
export function rivalColumns({ open, high, low, close, volume }: Bars): RivalColumns {
  const periods = close.map((_, bar) => 2 + (bar % 29))
  const typed = { open, high, low, close, volume, value: close, x: close, y: high, periods }
  const plain = Object.fromEntries(
    Object.entries(typed).map(([name, column]) => [name, [...column]]),
  )
  return { typed, plain }
}
