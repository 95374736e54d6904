import { runConfig } from '@neural-trader/backtesting'
import {
  commandSlot,
  computeIndicator,
  inspectBars,
  openSession,
  viewSlot,
} from '@neural-trader/engine'

import type { Bench } from './bench.ts'
import { feed } from './feed.ts'

const bars = 1_000_000

/** Nanoseconds per pull with a resting order, so that each pull advances one bar. */
async function next(): Promise<number> {
  const data = feed(bars)
  const config = runConfig({ cash: 10_000 })
  const series = [{ bars: data, priceDecimals: inspectBars(data), quantityDecimals: 0 }]
  const { view, commands, next: pull, finish } = openSession(config, series, [0])
  pull()
  commands.fill(Number.NaN)
  commands[commandSlot.operation] = 1
  commands[commandSlot.instrument] = 0
  commands[commandSlot.sizeKind] = 0
  commands[commandSlot.size] = 1
  commands[commandSlot.limit] = 0.01
  commands[commandSlot.timeInForce] = 0
  commands[commandSlot.reduceOnly] = 0
  commands[commandSlot.order] = 0
  view[viewSlot.consumed] = 1
  view[viewSlot.commands] = 1
  pull()
  view[viewSlot.commands] = 0
  const begun = performance.now()
  let pulls = 0
  while (pull() > 0) pulls += 1
  const nanoseconds = ((performance.now() - begun) * 1e6) / pulls
  if (pulls < bars - 3) throw new Error(`only ${pulls} pulls: the order is not resting`)
  finish()
  return nanoseconds
}

/** Nanoseconds per call of an indicator over one short typed array. */
async function indicatorCall(): Promise<number> {
  const values = Float64Array.from({ length: 16 }, (_, index) => index)
  const calls = 200_000
  const begun = performance.now()
  for (let call = 0; call < calls; call += 1) {
    computeIndicator({ name: 'sma', params: { period: 2 }, output: 'value' }, [values])
  }
  return ((performance.now() - begun) * 1e6) / calls
}

/** What crossing between JavaScript and Rust costs. */
export const benches: readonly Bench[] = [
  { name: 'boundary.next', unit: 'ns', higherIsBetter: false, run: next },
  { name: 'boundary.indicator_call', unit: 'ns', higherIsBetter: false, run: indicatorCall },
]
