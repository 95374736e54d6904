// A run over quotes instead of bars: orders fill at the far side, as far as its size goes.
import assert from 'node:assert/strict'

import { backtest, openReplay } from '@neural-trader/backtesting'
import type { QuoteFillModel, Quotes, Strategy } from '@neural-trader/core'

const quotes: Quotes = {
  instrument: 'BTC-USDT.BINANCE',
  time: BigInt64Array.from([0, 1, 2, 3], (second) => BigInt(second) * 1_000_000_000n),
  bid: Float64Array.of(99, 100, 104, 103),
  ask: Float64Array.of(101, 102, 105, 107),
  bidSize: Float64Array.of(9, 9, 9, 9),
  askSize: Float64Array.of(9, 4, 8, 9),
}

const buysTen: Strategy = {
  name: 'buys-ten',
  params: {},
  indicators: {},
  onQuote({ step, orders }) {
    if (step === 0) orders.buy(10)
  },
}

const result = await backtest({ data: quotes, strategy: buysTen })
console.log([...result.fills.price], [...result.equity])

// The next quote offers four at 102, the one after the other six at 105.
assert.deepEqual([...result.fills.quantity], [4, 6])
assert.deepEqual([...result.fills.price], [102, 105])
// A long position is worth the bid, where it could be sold, not the middle.
assert.equal(result.equity.at(-1), 10_000 - 4 * 102 - 6 * 105 + 10 * 103)

// A fill model of one's own: half the size is gone before the order comes.
const halfIsGone: QuoteFillModel = {
  name: 'half of the size is gone',
  fillAtQuote: ({ price, quantity }, { askSize }) => ({
    price,
    quantity: Math.min(quantity, askSize / 2),
  }),
}
const slower = await backtest({ data: quotes, strategy: buysTen, fillModel: halfIsGone })
assert.deepEqual([...slower.fills.quantity], [2, 4, 4])

// A stream longer than memory comes in chunks; what is kept is the account and the log.
const replay = openReplay({ instruments: [quotes.instrument], priceDecimals: 2 })
replay.feed(quotes)
replay.orders(quotes.instrument).sell(5)
replay.feed({ ...quotes, time: quotes.time.map((time) => time + 4_000_000_000n) })
assert.equal(replay.position(quotes.instrument), -5)
