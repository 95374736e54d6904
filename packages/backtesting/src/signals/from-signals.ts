import { runSignals, type SignalRuleSpec } from '@neural-trader/engine'

import type { SignalOptions } from './array-options.ts'
import type { ArrayResult } from './array-result.ts'
import { layChoices, layFlags, layNumbers, type Extent, type Laid } from './cells.ts'
import { checkArrayOptions } from './check-array-options.ts'
import { extentOf } from './extent-of.ts'
import { kernelFromSignals } from './kernel-from-signals.ts'
import type { KernelResult, KernelSignalOptions } from './kernel-options.ts'
import { laidOut, planOf } from './plan-of.ts'
import { resultOf } from './result-of.ts'

const signalOptions = ['exits', 'shortEntries', 'shortExits', 'trailing'] as const
const stopOptions = ['stopLoss', 'takeProfit'] as const
const ruleOptions = [
  'accumulate',
  'uponLongConflict',
  'uponShortConflict',
  'uponDirectionConflict',
  'uponOppositeEntry',
  'stopEntryPrice',
  'stopExitPrice',
  'uponStopExit',
  'uponStopUpdate',
] as const

/**
 * Runs columns of signals, by default at the close of their bar, with the rules and in the arithmetic
 * of vectorbt's `from_signals`. It looks at the close it trades at: shift signals that were computed
 * from that close.
 *
 * Works on all cores off the thread of JavaScript, with the same result at any number of them. Leave the
 * arrays be until it settles.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for an option outside its range, or an order without
 * meaning, with its step and column; `DATA_LENGTH_MISMATCH`; `CANCELLED`.
 */
export function fromSignals(options: SignalOptions): Promise<ArrayResult>
/**
 * Runs columns of signals through the event kernel: signals are decided on at the close of their bar and
 * filled as `backtest` fills the orders of a strategy, by default at the next open, in integers. A
 * column gives the result of the strategy that submits the same orders, byte for byte.
 *
 * @throws NeuralTraderError as `backtest` does; `DATA_LENGTH_MISMATCH`.
 */
export function fromSignals(options: KernelSignalOptions): Promise<KernelResult>
export async function fromSignals(
  options: SignalOptions | KernelSignalOptions,
): Promise<ArrayResult | KernelResult> {
  return isVectorbt(options) ? arraysOf(options) : kernelFromSignals(options)
}

function isVectorbt(options: SignalOptions | KernelSignalOptions): options is SignalOptions {
  return options.profile === 'vectorbt'
}

async function arraysOf(options: SignalOptions): Promise<ArrayResult> {
  checkArrayOptions(options, 'signals')
  const { entries, exits, shortEntries, shortExits } = options
  const extent = extentOf(options, [entries, exits, shortEntries, shortExits])
  const plan = { ...planOf(options, extent), signals: rulesOf(options, extent) }
  return resultOf(plan, await runSignals(plan, options))
}

function rulesOf(options: SignalOptions, extent: Extent): SignalRuleSpec {
  const unset: Laid<Uint8Array> = layFlags('exits', false, extent)
  return {
    entries: layFlags('entries', options.entries, extent),
    exits: unset,
    ...laidOut(options, signalOptions, (name, cells) => layFlags(name, cells, extent)),
    ...laidOut(options, stopOptions, (name, cells) => layNumbers(name, cells, extent)),
    ...laidOut(options, ruleOptions, (name, cells) => layChoices<string>(name, cells, extent)),
  }
}
