import { runSignals } from '@neural-trader/engine'

import type { ArrayOptions } from './array-options.ts'
import type { ArrayResult } from './array-result.ts'
import { checkArrayOptions } from './check-array-options.ts'
import { extentOf } from './extent-of.ts'
import { kernelFromOrders } from './kernel-from-orders.ts'
import type { KernelOrderOptions, KernelResult } from './kernel-options.ts'
import { planOf } from './plan-of.ts'
import { resultOf } from './result-of.ts'

/**
 * Runs columns of sizes: each cell that is not NaN is an order at its bar, by default at its close,
 * with the rules and in the arithmetic of vectorbt's `from_orders`. It looks at the close it trades at:
 * shift what was computed from that close.
 *
 * Works on all cores off the thread of JavaScript, with the same result at any number of them. Leave the
 * arrays be until it settles.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for an option outside its range, or an order without
 * meaning, with its step and column; `DATA_LENGTH_MISMATCH`; `CANCELLED`.
 */
export function fromOrders(options: ArrayOptions): Promise<ArrayResult>
/**
 * Runs layers of orders through the event kernel, several a bar if there are several layers: decided on
 * at the close of their bar and filled as `backtest` fills those of a strategy.
 *
 * @throws NeuralTraderError as `backtest` does; `DATA_LENGTH_MISMATCH`.
 */
export function fromOrders(options: KernelOrderOptions): Promise<KernelResult>
export async function fromOrders(
  options: ArrayOptions | KernelOrderOptions,
): Promise<ArrayResult | KernelResult> {
  return isVectorbt(options) ? arraysOf(options) : kernelFromOrders(options)
}

function isVectorbt(options: ArrayOptions | KernelOrderOptions): options is ArrayOptions {
  return options.profile === 'vectorbt'
}

async function arraysOf(options: ArrayOptions): Promise<ArrayResult> {
  checkArrayOptions(options, 'orders')
  const plan = planOf(options, extentOf(options, []))
  return resultOf(plan, await runSignals(plan, options))
}
