import { NeuralTraderError } from '@neural-trader/core'

import { binding } from './binding.ts'
import { native } from './native-error.ts'

/**
 * The return from each bar to the one so many bars later: it looks ahead.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where `bars` is not a whole number from 1.
 */
export function forwardReturn(prices: Float64Array, bars: number): Float64Array {
  checkBars(bars)
  return native(() => binding.forwardReturn(prices, bars))
}

/** Where a position opened at each close would end. */
export type Barriers = {
  /** Widths above the close; infinity for none. */
  readonly profit: number
  /** Widths below the close; infinity for none. */
  readonly loss: number
  readonly bars: number
}

/** Columns of equal lengths; `width` is the unit of the barriers as a share of the close. */
export type BarrierColumns = Readonly<Record<'high' | 'low' | 'close' | 'width', Float64Array>>

/** By bar, NaN where the end is not known. */
export type BarrierLabels = Readonly<Record<'label' | 'result' | 'bars', Float64Array>>

/**
 * Labels by the first of three barriers: they look ahead.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` or `DATA_LENGTH_MISMATCH`.
 */
export function tripleBarrier(
  { high, low, close, width }: BarrierColumns,
  { profit, loss, bars }: Barriers,
): BarrierLabels {
  checkBars(bars)
  const columns = [high, low, close, width]
  const [label, result, count] = native(() => binding.tripleBarrier(columns, profit, loss, bars))
  const none = new Float64Array()
  return { label: label ?? none, result: result ?? none, bars: count ?? none }
}

function checkBars(bars: number): void {
  if (Number.isInteger(bars) && bars >= 1 && bars < 2 ** 32) return
  const message = `bars of a label is ${bars}: give a whole number from 1`
  const details = { parameter: 'bars', value: bars }
  throw new NeuralTraderError('INVALID_PARAMETER', message, { details })
}
