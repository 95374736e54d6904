import type { Bars } from '@neural-trader/core'

import type { BacktestOptions } from '../options.ts'
import type { BacktestResult } from '../result.ts'
import type { Measures } from '../measures.ts'
import type { NumberCells, SignalColumns } from './cells.ts'

/** What a size counts: units, money, or a share of equity. */
export type KernelSizeType = 'amount' | 'value' | 'percent'

/**
 * What runs of arrays through the event kernel have in common: every option of `backtest` but its
 * strategy, so fills at the next open unless said otherwise, leverage, funding, multipliers and the rest.
 */
export type KernelOptions = Omit<BacktestOptions, 'strategy' | 'data' | 'onProgress'> & {
  /** Bars that serve all columns, or bars for each. */
  readonly data: Bars | readonly Bars[]
}

/** Options of a run from signals through the event kernel. Each column is an account of its own. */
export type KernelSignalOptions = KernelOptions & {
  /** Bars after which a long position is opened, or a short one turned round. */
  readonly entries: SignalColumns
  /** Bars after which a long position is closed. */
  readonly exits?: SignalColumns
  readonly shortEntries?: SignalColumns
  readonly shortExits?: SignalColumns
  /** Size of an entry in the unit of `sizeType`, above 0: the whole equity by default. */
  readonly size?: NumberCells
  /** `percent` by default: a share of equity, above 1 with `leverage`. */
  readonly sizeType?: KernelSizeType
  /** Limit price of an entry; NaN is none. It waits until it fills or the next entry takes its place. */
  readonly limit?: NumberCells
  /** Stop price of an entry; NaN is none. It waits as a limit does. */
  readonly stop?: NumberCells
  /** Distance of the stop loss of an entry, a share of its fill price; NaN is none. */
  readonly stopLoss?: NumberCells
  /** Distance of the take profit of an entry, as `stopLoss`. */
  readonly takeProfit?: NumberCells
}

/** Orders of one kind: at most one a bar and column. */
export type OrderLayer = {
  /** Signed size in the unit of `sizeType`; NaN or 0 is no order. */
  readonly size: NumberCells
  /** `amount` by default. A value or a share is turned into units at the close of the bar. */
  readonly sizeType?: KernelSizeType
  /** Limit price; NaN is none. */
  readonly limit?: NumberCells
  /** Stop price; NaN is none. */
  readonly stop?: NumberCells
}

/** Options of a run from sizes through the event kernel. */
export type KernelOrderOptions = KernelOptions & {
  /** Layers of orders: a bar may have one of each, submitted in this order. */
  readonly orders: readonly OrderLayer[]
}

/** What came of runs through the event kernel, a run a column. */
export type KernelResult = {
  /** The whole result of each column: fills, trades, orders, refusals, log. */
  readonly runs: readonly BacktestResult[]
  /** By bar, an array a column. */
  readonly equity: readonly Float64Array[]
  /** By column. */
  readonly measures: Readonly<Record<keyof Measures, Float64Array>>
}
