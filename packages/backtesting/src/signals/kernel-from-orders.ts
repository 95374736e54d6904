import type { OrderOptions, Strategy, StrategyContext } from '@neural-trader/core'

import type { KernelOrderOptions, KernelResult, KernelSizeType } from './kernel-options.ts'
import { kernelExtent, readerOf, runColumns, type CellReader } from './kernel-run.ts'
import { unitsOf } from './units-of.ts'

type Layer = Readonly<Record<'size' | 'limit' | 'stop', CellReader>> & {
  readonly sizeType: KernelSizeType
  readonly decimals: number
}

/** Runs layers of orders through the event kernel. */
export async function kernelFromOrders(options: KernelOrderOptions): Promise<KernelResult> {
  const { orders, ...run } = options
  const arrays = orders.flatMap(({ size, limit, stop }) => [size, limit, stop])
  const extent = kernelExtent(options.data, arrays)
  const layers = orders.map(({ size, sizeType = 'amount', limit, stop }): Layer => ({
    size: readerOf('size', size, extent),
    limit: readerOf('limit', limit, extent),
    stop: readerOf('stop', stop, extent),
    sizeType,
    decimals: run.quantityDecimals ?? 0,
  }))
  return runColumns(run, extent, (column) => orderStrategy(layers, column))
}

function orderStrategy(layers: readonly Layer[], column: number): Strategy {
  return {
    name: 'from-orders',
    params: {},
    indicators: {},
    onBar(context) {
      for (const layer of layers) order(context, layer, column)
    },
  }
}

function order(context: StrategyContext, layer: Layer, column: number): void {
  const { step, orders } = context
  const units = unitsOf(context, layer, layer.size(step, column))
  if (Number.isNaN(units) || units === 0) return
  const [limit, stop] = [layer.limit(step, column), layer.stop(step, column)]
  const options: OrderOptions = {
    ...(Number.isNaN(limit) ? {} : { limit }),
    ...(Number.isNaN(stop) ? {} : { stop }),
  }
  if (units > 0) orders.buy(units, options)
  else orders.sell(-units, options)
}
