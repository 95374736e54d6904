// Momentum rotation: of thirty instruments, hold the five that gained most over a year in equal parts,
// and look again every month.
import assert from 'node:assert/strict'

import { backtest } from '@neural-trader/backtesting'
import { syntheticBars } from '@neural-trader/market-data'
import { defineStrategy, equalWeights, int, topInstruments } from '@neural-trader/strategies'

// Every second instrument lists a year later than the others.
const data = Array.from({ length: 30 }, (_, seed) =>
  syntheticBars({
    seed,
    instrument: `S${seed}.TEST`,
    bars: 1800 - (seed % 2) * 365,
    start: seed % 2 === 0 ? '2015-01-01' : '2016-01-01',
    timeframe: '1d',
    drift: (seed % 5) / 20,
  }),
)

const momentum = defineStrategy({
  name: 'momentum-rotation',
  params: { held: int({ default: 5, min: 1 }), lookback: int({ default: 365, min: 1 }) },
  onBar({ instruments, isFirstOf, rebalance }, { held, lookback }) {
    if (!isFirstOf('month')) return
    // Without a year of bars the gain is NaN, and the instrument is left out.
    const gain = ({ close }: (typeof instruments)[number]): number =>
      close.value / close.at(lookback)
    rebalance(equalWeights(topInstruments(instruments, held, gain)), { tolerance: 0.01 })
  },
})

const result = await backtest({
  data,
  strategy: momentum(),
  cash: 100_000,
  account: 'cash',
  feeRate: 0.0005,
  startWhen: 'one-ready',
})
const { fills, equity, time } = result
console.log(`${fills.step.length} fills, final equity ${equity.at(-1)?.toFixed(2)}`)

// From the second year on five are held; in every step sales come before purchases.
const held = new Map<number, number>()
const monthsWithFills = new Set<string>()
fills.step.forEach((step, row) => {
  const instrument = fills.instrument[row] ?? 0
  held.set(instrument, (held.get(instrument) ?? 0) + (fills.quantity[row] ?? 0))
  const isLastOfStep = fills.step[row + 1] !== step
  if (!isLastOfStep) {
    assert.ok((fills.quantity[row] ?? 0) < 0 || (fills.quantity[row + 1] ?? 0) > 0)
  }
  if (isLastOfStep) assert.equal([...held.values()].filter((units) => units > 0).length, 5)
  monthsWithFills.add(new Date(Number((time[step] ?? 0n) / 1_000_000n)).toISOString().slice(0, 7))
})
assert.ok(monthsWithFills.size > 40)

// A cash account paid for everything with its own money.
let cash = 100_000
fills.quantity.forEach((quantity, row) => {
  cash -= quantity * (fills.price[row] ?? 0) + (fills.fee[row] ?? 0)
  assert.ok(cash > -1e-6)
})

// The late ones are chosen too, once they have a year of bars.
assert.ok(fills.instrument.some((instrument) => instrument % 2 === 1))
