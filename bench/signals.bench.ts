import { fromSignals, type SignalOptions } from '@neural-trader/backtesting'
import { feed } from './feed.ts'

import type { Bench } from './bench.ts'
import { vectorbtSignals } from './rivals/vectorbt.ts'

const columns = 1_000
const bars = 10_000

let made: { readonly entries: Uint8Array[]; readonly exits: Uint8Array[] } | undefined

/** Entries every 11th bar and exits every 13th, a bar earlier in each column than in that before. */
function signals(): NonNullable<typeof made> {
  made ??= { entries: every(11), exits: every(13) }
  return made
}

function every(period: number): Uint8Array[] {
  const cells = new Uint8Array(columns * bars)
  for (let column = 0; column < columns; column += 1) {
    for (let bar = (period - (column % period)) % period; bar < bars; bar += period) {
      cells[column * bars + bar] = 1
    }
  }
  return Array.from({ length: columns }, (_, at) => cells.subarray(at * bars, (at + 1) * bars))
}

/**
 * One call of `fromSignals`, orders and closing balances as `from_signals` of the rival gives them:
 * both make trades, equity and measures only where they are asked for.
 */
function figure(name: string, stops: Partial<SignalOptions>): Bench {
  const peer = vectorbtSignals(columns, bars, Object.keys(stops).length > 0)
  const run = async (): Promise<number> => {
    const options: SignalOptions = {
      data: feed(bars),
      profile: 'vectorbt',
      ...signals(),
      fees: 0.001,
      cash: 10_000,
      keep: { trades: false, equity: false, measures: false },
      ...stops,
    }
    const start = performance.now()
    const { orders } = await fromSignals(options)
    const elapsed = performance.now() - start
    if (orders.column.length < columns) throw new Error('The signals made no orders')
    return (elapsed * 1e6) / (columns * bars)
  }
  return {
    name: `sweep.${name}`,
    unit: 'ns/cell',
    higherIsBetter: false,
    run,
    ...(peer === undefined ? {} : { peer }),
  }
}

/** Runs from signals over 1,000 columns of 10,000 bars, on all cores. */
export const benches: readonly Bench[] = [
  figure('signals_ns', {}),
  figure('signals_stops_ns', { stopLoss: 0.02, trailing: true, takeProfit: 0.04 }),
]
