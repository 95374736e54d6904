import { expect, test } from 'vitest'

import { backtestOverfitting } from './backtest-overfitting.ts'
import { confidenceIntervals } from './confidence-intervals.ts'
import { deflatedSharpe, effectiveTrials } from './deflated-sharpe.ts'
import { drawdownTable } from './drawdown-table.ts'
import { minimumTrackRecord } from './minimum-track-record.ts'
import { monteCarloTrades } from './monte-carlo-trades.ts'
import { probabilisticSharpe } from './probabilistic-sharpe.ts'
import { realityCheck } from './reality-check.ts'
import { returnMeasures } from './return-measures.ts'
import { rollingMeasures } from './rolling-measures.ts'

/** Returns that look random and are the same everywhere. */
function returnsOf(trial: number, bars = 240): Float64Array {
  return Float64Array.from({ length: bars }, (_, bar) => {
    return ((Math.imul(bar * 31 + trial * 977 + 1, 2654435761) >>> 0) / 2 ** 32 - 0.5) * 0.02
  })
}

const trials = Array.from({ length: 6 }, (_, trial) => returnsOf(trial))

test('Sharpe ratios of no mean are as likely as not to be skill', () => {
  const even = Float64Array.from([0.01, -0.01, 0.01, -0.01])
  expect(probabilisticSharpe(even)).toBeCloseTo(0.5, 12)
  expect(minimumTrackRecord(even)).toBe(Infinity)
})

test('one trial alone is not deflated, many are', () => {
  const returns = Float64Array.from(returnsOf(1), (value) => value + 0.001)
  const sharpes = Float64Array.from([0.1, 0.02, -0.05, 0.07])
  const gate = deflatedSharpe(returns, { trialSharpes: sharpes, trials: 100 })
  expect(gate.deflatedSharpe).toBeLessThan(gate.probabilisticSharpe)
  expect(gate.probabilisticSharpe).toBe(probabilisticSharpe(returns))
  expect(gate.passed).toBe(gate.deflatedSharpe >= 0.95)
})

test('one trial written twice is one trial', () => {
  expect(effectiveTrials([trials[0]!, trials[0]!])).toBeCloseTo(1, 9)
})

test('the best in every half is not overfitted', async () => {
  const better = Float64Array.from(trials[0]!, (value) => value + 0.05)
  const found = await backtestOverfitting([...trials, better], { splits: 4 })
  expect(found.probability).toBe(0)
  expect(found.logits).toHaveLength(6)
})

test('a seed gives the same bits on any number of threads', async () => {
  const on = (threads: number) =>
    Promise.all([
      realityCheck(trials, { seed: 3, resamples: 200, threads }),
      confidenceIntervals(trials[0]!, { seed: 3, resamples: 200, threads }),
      monteCarloTrades(trials[0]!, { seed: 3, paths: 50, initialEquity: 1, threads }),
    ])
  expect(await on(1)).toEqual(await on(3))
})

test('a shuffle keeps the sum of the trades', async () => {
  const results = Float64Array.from([1, -2, 4])
  const { finalEquity } = await monteCarloTrades(results, { initialEquity: 10, paths: 20 })
  expect([...finalEquity]).toEqual(Array.from({ length: 20 }, () => 13))
})

test('intervals hold their estimates', async () => {
  const { intervals } = await confidenceIntervals(returnsOf(2), { resamples: 400 })
  expect(intervals).toHaveLength(9)
  const sharpe = intervals[0]!
  expect(sharpe.lower).toBeLessThan(sharpe.estimate)
  expect(sharpe.upper).toBeGreaterThan(sharpe.estimate)
})

test('measures, windows and falls of returns', () => {
  const returns = Float64Array.from([0.1, -0.5, 0.5])
  const { measures, periodsPerYear } = returnMeasures(returns)
  expect(periodsPerYear).toBe(252)
  expect(measures['totalReturn']).toBeCloseTo(1.1 * 0.5 * 1.5 - 1, 12)
  expect(measures['maxDrawdown']).toBeCloseTo(-0.5, 12)
  expect(measures['beta']).toBeNaN()
  const [fall] = drawdownTable(returns)
  expect(fall).toMatchObject({ peak: 1, trough: 2, end: 3, recovered: false })
  const rolling = rollingMeasures(returns, { measure: 'annualVolatility', window: 2 })
  expect(rolling[0]).toBeNaN()
  expect(rolling[1]).toBeCloseTo(Math.sqrt(0.18 * 252), 9)
})

test('an aborted computation is cancelled', async () => {
  const signal = AbortSignal.abort()
  await expect(realityCheck(trials, { signal })).rejects.toMatchObject({ code: 'CANCELLED' })
})

test('bad input is refused with its code', async () => {
  const empty = new Float64Array(0)
  expect(() => probabilisticSharpe(empty)).toThrow(expect.objectContaining({ code: 'DATA_EMPTY' }))
  expect(() => minimumTrackRecord(returnsOf(0), { confidence: 1 })).toThrow(/between 0 and 1/)
  const uneven = backtestOverfitting([returnsOf(0), returnsOf(1, 9)])
  await expect(uneven).rejects.toMatchObject({ code: 'DATA_LENGTH_MISMATCH' })
  const odd = backtestOverfitting(trials, { splits: 3 })
  await expect(odd).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
  const ruined = monteCarloTrades(returnsOf(0), { initialEquity: -1 })
  await expect(ruined).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
})
