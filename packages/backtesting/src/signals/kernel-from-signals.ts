import type { OrderOptions, Strategy, StrategyContext } from '@neural-trader/core'

import { layFlags, type Extent, type SignalColumns } from './cells.ts'
import type { KernelResult, KernelSignalOptions, KernelSizeType } from './kernel-options.ts'
import { kernelExtent, readerOf, runColumns, type CellReader } from './kernel-run.ts'
import { unitsOf } from './units-of.ts'

type Readers = Readonly<
  Record<
    | 'entries'
    | 'exits'
    | 'shortEntries'
    | 'shortExits'
    | 'size'
    | 'limit'
    | 'stop'
    | 'stopLoss'
    | 'takeProfit',
    CellReader
  >
> & { readonly sizeType: KernelSizeType; readonly decimals: number }

/** Runs columns of signals through the event kernel. */
export async function kernelFromSignals(options: KernelSignalOptions): Promise<KernelResult> {
  const { entries, exits, shortEntries, shortExits, size, ...others } = options
  const { sizeType = 'percent', limit, stop, stopLoss, takeProfit, ...run } = others
  const arrays = [entries, exits, shortEntries, shortExits, size, limit, stop, stopLoss, takeProfit]
  const extent = kernelExtent(options.data, arrays)
  const readers: Readers = {
    entries: flagsOf('entries', entries, extent),
    exits: flagsOf('exits', exits, extent),
    shortEntries: flagsOf('shortEntries', shortEntries, extent),
    shortExits: flagsOf('shortExits', shortExits, extent),
    size: readerOf('size', size ?? 1, extent),
    limit: readerOf('limit', limit, extent),
    stop: readerOf('stop', stop, extent),
    stopLoss: readerOf('stopLoss', stopLoss, extent),
    takeProfit: readerOf('takeProfit', takeProfit, extent),
    sizeType,
    decimals: run.quantityDecimals ?? 0,
  }
  return runColumns(run, extent, (column) => signalStrategy(readers, column))
}

function flagsOf(name: string, cells: SignalColumns | undefined, extent: Extent): CellReader {
  if (cells === undefined) return () => 0
  const { values, stepStride, columnStride } = layFlags(name, cells, extent)
  return (step, column) => values[step * stepStride + column * columnStride] ?? 0
}

/**
 * Decides at the close of each bar: an exit closes, an entry opens or turns round; one that meets an
 * entry of the other side, or an exit of its own, is dropped with it.
 */
function signalStrategy(readers: Readers, column: number): Strategy {
  return {
    name: 'from-signals',
    params: {},
    indicators: {},
    onBar(context) {
      const { step, position } = context
      const is = (reader: CellReader): boolean => reader(step, column) !== 0
      const [long, short] = [is(readers.entries), is(readers.shortEntries)]
      const [exitLong, exitShort] = [is(readers.exits), is(readers.shortExits)]
      const isLong = long && !short && !exitLong && !position.isLong
      const isShort = short && !long && !exitShort && !position.isShort
      if (isLong) enter(context, readers, column, 1)
      else if (isShort) enter(context, readers, column, -1)
      else if (position.isLong && exitLong && !long) context.orders.close()
      else if (position.isShort && exitShort && !short) context.orders.close()
    },
  }
}

function enter(context: StrategyContext, readers: Readers, column: number, side: 1 | -1): void {
  const { step, orders } = context
  const size = side * readers.size(step, column)
  if (Number.isNaN(size)) return
  const terms = {
    limit: readers.limit(step, column),
    stop: readers.stop(step, column),
    stopLossPercent: readers.stopLoss(step, column),
    takeProfitPercent: readers.takeProfit(step, column),
  }
  const given = Object.entries(terms).filter(([, value]) => !Number.isNaN(value))
  const options: OrderOptions = Object.fromEntries(given)
  // An earlier entry may still wait for its price.
  if (context.account.workingOrders > 0) orders.cancelAll()
  if (options.limit !== undefined || options.stop !== undefined) {
    enterAt(context, readers, size, options)
  } else if (readers.sizeType === 'amount') orders.targetQuantity(size, options)
  else if (readers.sizeType === 'value') orders.targetValue(size, options)
  else orders.targetPercent(size, options)
}

/** An entry at a price of its own: sized at that price, and large enough to turn a position round. */
function enterAt(
  context: StrategyContext,
  readers: Readers,
  size: number,
  options: OrderOptions,
): void {
  const { orders, position } = context
  const units = unitsOf(context, readers, size, options.limit ?? options.stop)
  const change = units - position.quantity
  const quantity = Number(Math.abs(change).toFixed(readers.decimals))
  if (units === 0 || quantity === 0) return
  if (change > 0) orders.buy(quantity, options)
  else orders.sell(quantity, options)
}
