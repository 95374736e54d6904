// Every pair of moving averages on the bundled S&P 500 bars, the best of them with its trials, and
// its run with every record.
import assert from 'node:assert/strict'

import { grid, range, sweep } from '@neural-trader/backtesting'
import { sampleBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'

const table = await sweep({
  data: await sampleBars('sp500'),
  strategy: smaCross,
  params: grid({ fast: range(5, 50), slow: range(20, 200, 5) }),
  where: ({ fast, slow }) => fast < slow,
  measures: ['totalReturn', 'sharpeRatio', 'maxDrawdown', 'trades'],
  feeRate: 0.001,
})

const best = table.best('sharpeRatio')
if (best !== undefined) {
  const { fast, slow } = best.params
  console.log(`fast ${fast}, slow ${slow}: Sharpe ${best.value}, the best of ${best.trials}`)
  const result = await table.detail(best.row)
  console.log(`${result.fills.step.length} fills, log ${result.log.hash}`)
}

// A row is its single run, to the bit.
assert.ok(best !== undefined)
const alone = await table.detail(best.row)
assert.equal(alone.measures.sharpeRatio, best.value)
assert.equal(alone.measures.maxDrawdown, best.measures.maxDrawdown)

// A column a parameter and measure, a row a combination.
assert.equal(table.params.fast.length, table.trials)
assert.equal(table.measures.sharpeRatio.length, table.trials)
assert.ok(table.params.fast.every((fast, row) => fast < (table.params.slow[row] ?? 0)))
assert.deepEqual(table.failures, [])
