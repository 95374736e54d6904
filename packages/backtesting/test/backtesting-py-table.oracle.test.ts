import { smaCross } from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { backtest } from '../src/index.ts'
import type { Measures } from '../src/measures.ts'
import { googBars, oracleFile } from './oracles.ts'

/** backtesting.py 0.6.6 on GOOG: SMA 10/30 reversal, cash 10,000, no costs, trades finalised. */
const table: Partial<Record<keyof Measures, number>> = {
  trades: 66,
  finalEquity: 51_422.99,
  peakEquity: 75_787.44,
  totalReturn: 4.142299,
  buyAndHoldReturn: 5.220601851851852,
  annualReturn: 0.21191099249053225,
  annualVolatility: 0.3649716090702389,
  cagr: 0.21160245705962624,
  sharpeRatio: 0.5806232244485349,
  sortinoRatio: 1.0853434352488662,
  calmarRatio: 0.44166409202994605,
  alpha: 3.9437391142027463,
  beta: 0.03803390709192,
  maxDrawdown: -0.4798012705007589,
  averageDrawdown: -0.05925851581948801,
  maxDrawdownDuration: 584 * 86_400,
  averageDrawdownDuration: 41 * 86_400,
  winRate: 0.4696969696969697,
  bestTrade: 0.5359595229490424,
  worstTrade: -0.1839887353835481,
  averageTrade: 0.02531715975158555,
  maxTradeDuration: 183 * 86_400,
  averageTradeDuration: 46 * 86_400,
  profitFactor: 2.167945974262033,
  expectancy: 0.032748078066748836,
  sqn: 1.0766187356697705,
  kelly: 0.1518705127029717,
  exposureTime: 0.9674115456238361,
}

const file = oracleFile('bars', 'GOOG.csv')

test.skipIf(file === undefined)('the table of backtesting.py on GOOG', async ({ task }) => {
  const data = await googBars(file ?? '')
  const strategy = smaCross({ fast: 10, slow: 30 })
  const { measures } = await backtest({ data, strategy, cash: 10_000, profile: 'backtesting.py' })
  const errors = Object.entries(table).map(([name, expected]) => {
    const actual = measures[name as keyof Measures]
    return { name, actual, expected, error: Math.abs(actual / expected - 1) }
  })
  const wrong = errors.filter(({ error }) => !(error <= 1e-8))
  const largestError = Math.max(...errors.map(({ error }) => error))
  Object.assign(task.meta, {
    oracle: { folder: 'bars', cases: errors.length, failures: wrong.length, largestError },
  })
  expect(wrong).toEqual([])
})
