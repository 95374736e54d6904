import type { BarColumn, Bars, Column } from '@neural-trader/core'
import { computeColumns, openPlan, type ComputedColumns } from '@neural-trader/engine'

/** The columns of one bar that a plan reads; what is left out is NaN. */
export type PlanBar = { readonly [Name in BarColumn]?: number }

/** Indicators that are computed together, over whole columns or bar by bar. */
export type Plan<Name extends string> = {
  /** All of them over bars, in one crossing. */
  readonly compute: (bars: Bars) => ComputedColumns<Name>
  /** Takes the next bar, in one crossing; then {@link Plan.value} has what it gave. */
  readonly update: (bar: PlanBar) => void
  /** The value of a name after the last bar, NaN while it warms up. */
  readonly value: (name: Name) => number
  /** Forgets every bar. */
  readonly reset: () => void
}

/**
 * A plan of declared columns by name: `plan({ fast: sma(bars.close, { period: 10 }), ... })`. What
 * they share is computed once.
 *
 * @throws NeuralTraderError `UNKNOWN_INDICATOR` or `INVALID_PARAMETER`.
 */
export function plan<Name extends string>(columns: Readonly<Record<Name, Column>>): Plan<Name> {
  const { buffer, slots, update, reset } = openPlan(columns)
  return {
    compute: (bars) => computeColumns(columns, bars),
    update: ({ open = NaN, high = NaN, low = NaN, close = NaN, volume = NaN }) => {
      buffer[0] = open
      buffer[1] = high
      buffer[2] = low
      buffer[3] = close
      buffer[4] = volume
      update()
    },
    value: (name) => buffer[slots[name]] ?? Number.NaN,
    reset: () => {
      buffer.fill(Number.NaN)
      reset()
    },
  }
}
