import { NeuralTraderError, type Bars, type Strategy } from '@neural-trader/core'

import { backtest } from '../backtest.ts'
import type { Measures } from '../measures.ts'
import type { BacktestResult } from '../result.ts'
import { layNumbers, type Extent, type NumberCells } from './cells.ts'
import type { KernelOptions, KernelResult } from './kernel-options.ts'

/** A number by step and column. */
export type CellReader = (step: number, column: number) => number

/** Reads numbers, or NaN where none are given. */
export function readerOf(name: string, cells: NumberCells | undefined, extent: Extent): CellReader {
  if (cells === undefined) return () => Number.NaN
  const { values, stepStride, columnStride } = layNumbers(name, cells, extent)
  return (step, column) => values[step * stepStride + column * columnStride] ?? Number.NaN
}

/** As many steps as bars, as many columns as the widest of what is given. */
export function kernelExtent(data: Bars | readonly Bars[], arrays: readonly unknown[]): Extent {
  const bars = barsOf(data, 0)
  const columns = [data, ...arrays].map((each) => (Array.isArray(each) ? each.length : 1))
  return { steps: bars.close.length, columns: Math.max(...columns) }
}

function barsOf(data: Bars | readonly Bars[], column: number): Bars {
  const list = Array.isArray(data) ? (data as readonly Bars[]) : [data as Bars]
  const bars = list[list.length === 1 ? 0 : column]
  if (bars !== undefined) return bars
  const message = `data has ${list.length} bars for column ${column}: give one, or one for each column`
  throw new NeuralTraderError('DATA_LENGTH_MISMATCH', message, { details: { column } })
}

/** Runs a strategy for each column, one after the other. */
export async function runColumns(
  options: KernelOptions,
  extent: Extent,
  strategyOf: (column: number) => Strategy,
): Promise<KernelResult> {
  const runs: BacktestResult[] = []
  for (let column = 0; column < extent.columns; column += 1) {
    const data = barsOf(options.data, column)
    // oxlint-disable-next-line no-await-in-loop -- a run holds the thread, so two would only take turns
    runs.push(await backtest({ ...options, data, strategy: strategyOf(column) }))
  }
  return { runs, equity: runs.map(({ equity }) => equity), measures: measuresOf(runs) }
}

function measuresOf(runs: readonly BacktestResult[]): KernelResult['measures'] {
  const names = Object.keys(runs[0]?.measures ?? {}) as (keyof Measures)[]
  const columns = names.map((name) => {
    return [name, Float64Array.from(runs, ({ measures }) => measures[name])]
  })
  return Object.fromEntries(columns) as KernelResult['measures']
}
