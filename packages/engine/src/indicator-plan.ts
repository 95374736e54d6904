import type { Column } from '@neural-trader/core'

import { binding } from './binding.ts'
import { flatten } from './graph.ts'
import { native } from './native-error.ts'

/** Slots at the head of the buffer: open, high, low, close and volume of a bar. */
const barSlots = 5

/** Indicators over bars, bar by bar in one crossing, over a buffer that both sides write. */
export type IndicatorPlan<Name extends string> = {
  /** Open, high, low, close and volume of a bar, then the values. */
  readonly buffer: Float64Array
  /** Where the buffer has the value of each name. */
  readonly slots: Readonly<Record<Name, number>>
  /** Takes the bar in the buffer and writes the values there. */
  readonly update: () => void
  /** Forgets every bar. */
  readonly reset: () => void
}

/**
 * Opens a plan of named columns; equal sub-graphs run once.
 *
 * @throws NeuralTraderError `UNKNOWN_INDICATOR`, `INVALID_PARAMETER` or `INVALID_ARGUMENT`.
 */
export function openPlan<Name extends string>(
  columns: Readonly<Record<Name, Column>>,
): IndicatorPlan<Name> {
  const { graph, index } = flatten(columns)
  const buffer = new Float64Array(barSlots + graph.nodes.length)
  const plan = native(() => new binding.IndicatorPlan(JSON.stringify(graph), buffer))
  const slots = Object.entries(index).map(([name, node]) => [name, barSlots + node])
  return {
    buffer,
    slots: Object.fromEntries(slots) as Record<Name, number>,
    update: plan.updateFunction(),
    reset: () => plan.reset(),
  }
}
