import { barColumns, NeuralTraderError, type Bars } from '@neural-trader/core'

import type { RunConfig } from '../src/run-config.ts'

const minute = 60_000_000_000n

/** One-minute bars whose close walks 100, 101, ... 106, 100 ...; each opens where it closes. */
export function plainBars(length: number): Bars {
  const close = Float64Array.from({ length }, (_, row) => 100 + (row % 7))
  return {
    instrument: 'TEST.XNAS',
    timeframe: '1m',
    time: BigInt64Array.from({ length }, (_, row) => BigInt(row + 1) * minute),
    open: close.slice(),
    high: close.map((price) => price + 0.5),
    low: close.map((price) => price - 0.25),
    close,
    volume: new Float64Array(length).fill(1000),
  }
}

/** Rules without costs. */
export const plainConfig: RunConfig = {
  cash: 10_000,
  account: 'margin',
  margin: 1,
  feeRate: 0,
  feePerOrder: 0,
  spread: 0,
  slippage: 0,
  fillPolicy: 'next-open',
  sizing: 'at-decision',
  targetSizing: 'within-share',
  cashReserve: 0,
  minimumOrderMargin: 0,
  matching: 'path',
  hedging: false,
  exclusiveOrders: false,
  limitFill: 'through',
  stopRule: 'path',
  ruin: 'debt',
  closeAtEnd: 'no',
  limits: {},
}

/** Takes the memory of a column away, as posting it to another thread does. */
export function detach(column: Float64Array | BigInt64Array): void {
  structuredClone(column.buffer, { transfer: [column.buffer as ArrayBuffer] })
}

/** Takes the memory of every column away. */
export function detachAll(bars: Bars): void {
  detach(bars.time)
  for (const name of barColumns) detach(bars[name])
}

/** The error of a call that has to fail with one of ours. */
export function failure(call: () => unknown): NeuralTraderError {
  try {
    call()
  } catch (error) {
    if (error instanceof NeuralTraderError) return error
    throw error
  }
  throw new Error('expected a NeuralTraderError')
}
