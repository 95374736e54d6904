// A strategy of one's own: parameters, indicators, and a decision at the close of every bar.
import assert from 'node:assert/strict'

import { backtest } from '@neural-trader/backtesting'
import { crossedAbove, crossedBelow, sma } from '@neural-trader/features'
import { sampleBars } from '@neural-trader/market-data'
import { defineStrategy, int, smaCross } from '@neural-trader/strategies'

const myCross = defineStrategy({
  name: 'my-cross',
  params: { fast: int({ default: 10, min: 2 }), slow: int({ default: 30, min: 3 }) },
  indicators: ({ close }, { fast, slow }) => ({
    fast: sma(close, { period: fast }),
    slow: sma(close, { period: slow }),
  }),
  onBar({ indicators: { fast, slow }, orders }) {
    if (crossedAbove(fast, slow)) orders.targetPercent(1)
    if (crossedBelow(fast, slow)) orders.targetPercent(-1)
  },
})

const data = await sampleBars('sp500')
const mine = await backtest({ data, strategy: myCross({ fast: 20, slow: 50 }) })
const declared = await backtest({ data, strategy: smaCross({ fast: 20, slow: 50 }) })
console.log(`${mine.log.records} records, SHA-256 ${mine.log.hash}`)

// The same rules written as data run wholly in Rust, and leave the same event log, byte for byte.
assert.equal(mine.strategy.form, 'typescript')
assert.equal(declared.strategy.form, 'declarative')
assert.equal(mine.log.hash, declared.log.hash)

// A misspelt parameter does not compile, and is refused where types cannot help.
// @ts-expect-error there is no parameter "quick"
assert.throws(() => myCross({ quick: 20 }), { code: 'INVALID_PARAMETER' })
