import { NeuralTraderError, seededRandom, type Bars, type Strategy } from '@neural-trader/core'
import { sma } from '@neural-trader/features'
import { syntheticBars } from '@neural-trader/market-data'
import { defineStrategy, int, smaCross } from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { backtest } from '../backtest.ts'
import { combinatorialPurged } from './combinatorial-purged.ts'
import { sliceOf, stepTimes } from './data-slice.ts'
import type { Evaluate } from './evaluation.ts'
import { parameterMap } from './parameter-map.ts'
import { walkForward, type WalkForwardOptions } from './walk-forward.ts'
import type { StepRange } from './windows.ts'

const data = syntheticBars({ seed: 3, bars: 600, timeframe: '1d', volatility: 0.3 })

/** Closes that move in the direction of the last move, or against it, by regime. */
function regimes(lengths: readonly number[], instrument = 'REGIME'): Bars {
  const random = seededRandom(9)
  const length = lengths.reduce((sum, each) => sum + each, 0)
  const follows = lengths.flatMap((each, index) => Array<boolean>(each).fill(index % 2 === 0))
  const close = new Float64Array(length)
  let [price, sign] = [100, 1]
  for (let row = 0; row < length; row++) {
    const keeps = random() % 10 < 8 === follows[row]
    sign = keeps ? sign : -sign
    price *= 1 + sign * 0.01
    close[row] = Math.round(price * 100) / 100
  }
  const open = close.map((value, row) => close[row - 1] ?? value)
  return {
    instrument,
    timeframe: '1d',
    time: BigInt64Array.from({ length }, (_, row) => BigInt(row + 1) * 86_400_000_000_000n),
    open,
    high: close.map((value, row) => Math.max(value, open[row]!)),
    low: close.map((value, row) => Math.min(value, open[row]!)),
    close,
    volume: close.map(() => 1000),
  }
}

/** Goes with the last move where `side` is 1, against it where it is -1. */
const follower = defineStrategy({
  name: 'follower',
  params: { side: int({ default: 1, min: -1, max: 1 }) },
  onBar({ close, orders }, { side }) {
    orders.targetPercent(close.value > close.at(1) ? side : -side)
  },
})

test('the regime that was planted is chosen, and changes when it does', async () => {
  const { windows, measures, trials, efficiency } = await walkForward({
    data: regimes([500, 500]),
    strategy: follower,
    params: { side: [-1, 0, 1] },
    train: 100,
    test: 50,
  })
  expect(trials).toBe(3)
  expect(windows).toHaveLength(18)
  const sides = (pure: (train: StepRange) => boolean): readonly unknown[] =>
    windows.filter(({ train }) => pure(train)).map(({ params }) => params?.['side'])
  expect(new Set(sides(({ to }) => to <= 500))).toEqual(new Set([1]))
  expect(new Set(sides(({ from }) => from >= 500))).toEqual(new Set([-1]))
  expect(measures.totalReturn).toBeGreaterThan(1)
  expect(efficiency).toBeGreaterThan(0.3)
})

const grid = { fast: [5, 10, 20], slow: [30, 60] }

test('the out-of-sample equity is that of the runs of the chosen parameters, one after another', async () => {
  const result = await walkForward({
    data,
    strategy: smaCross,
    params: grid,
    train: 200,
    test: 50,
    feeRate: 0.001,
  })
  let [capital, place] = [1, 0]
  for (const { params, test: tested, outOfSample } of result.windows) {
    const alone = await backtest({
      data: sliceOf([data], data.time, tested).data,
      strategy: smaCross(params as { fast: number; slow: number }),
      tradeFrom: data.time[tested.from]!,
      feeRate: 0.001,
      closeAtEnd: true,
    })
    expect(outOfSample).toEqual({ ...alone.measures })
    expect(alone.firstTradable).toBe(tested.from)
    for (const equity of alone.equity.slice(tested.from)) {
      expect(result.growth[place]).toBeCloseTo((capital * equity) / 10_000, 12)
      place += 1
    }
    capital *= alone.equity.at(-1)! / 10_000
  }
  expect(place).toBe(result.time.length)
  expect(result.time[0]).toBe(data.time[200])
  expect(result.measures.totalReturn).toBeCloseTo(capital - 1, 12)
})

test('the best of each window is the greatest of its scores, ties by order', async () => {
  const options = { data, strategy: smaCross, params: grid, train: 200, test: 50 }
  const { windows, scores, combinations, trials, evaluations } = await walkForward(options)
  expect([trials, combinations.length, evaluations]).toEqual([6, 6, windows.length * 7])
  for (const [index, { combination, inSampleScore, params }] of windows.entries()) {
    const row = scores.slice(index * 6, index * 6 + 6)
    expect(inSampleScore).toBe(Math.max(...row.filter((score) => !Number.isNaN(score))))
    expect(row.indexOf(inSampleScore)).toBe(combination)
    expect(params).toBe(combinations[combination])
  }
  const same = await walkForward({ ...options, objective: () => 1 })
  expect(same.windows.every(({ combination }) => combination === 0)).toBe(true)
})

test('what is learnt does not depend on what is tested, nor on what comes later', async () => {
  const options = {
    strategy: smaCross,
    params: grid,
    train: 150,
    test: 50,
    mode: 'anchored' as const,
  }
  const whole = await walkForward({ data, ...options })
  const close = data.close.map((price, row) => (row < 400 ? price : price * (1 + (row % 7) / 50)))
  const high = close.map((price, row) => Math.max(price, data.high[row]!))
  const other = await walkForward({ data: { ...data, close, high }, ...options })
  const before = whole.windows.filter(({ test: { to } }) => to <= 400)
  expect(before).toHaveLength(5)
  expect(other.windows.slice(0, 5)).toEqual(before)
  expect(other.windows[5]?.params).toEqual(whole.windows[5]?.params)
})

test('a warm-up of some bars shows indicators those alone', async () => {
  const seen: number[] = []
  const probe = defineStrategy({
    name: 'probe',
    params: { period: int({ default: 10, min: 2 }) },
    indicators: ({ close }, { period }) => ({ mean: sma(close, { period }) }),
    onBar: ({ step }) => void seen.push(step),
  })
  const options = { data, strategy: probe, params: [{ period: 10 }], objective: () => 1 }
  await walkForward({ ...options, train: 100, test: 500, warmUp: 20 })
  expect([seen[0], seen[91]]).toEqual([9, 20])
})

test('windows without a score stay in cash', async () => {
  const { windows, growth, measures } = await walkForward({
    data,
    strategy: smaCross,
    params: grid,
    objective: () => Number.NaN,
    train: 200,
    test: 200,
  })
  expect(windows.map(({ combination, params }) => [combination, params])).toEqual([
    [-1, null],
    [-1, null],
  ])
  expect(growth.every((each) => each === 1)).toBe(true)
  expect(measures.totalReturn).toBe(0)
})

test('an evaluator of one’s own sees the window, and the bars before it', async () => {
  const windows: number[][] = []
  const evaluate: Evaluate<{ k: number }> = ({ k }, { data: [bars], window, time, tradeFrom }) => {
    windows.push([window.from, window.to, bars!.time.length])
    expect(time[0]).toBe(tradeFrom)
    return { measures: { score: -Math.abs(k - 2) } }
  }
  const { windows: walked, growth } = await walkForward({
    data,
    params: { k: [1, 2, 3] },
    evaluate,
    objective: 'score',
    train: 300,
    test: 100,
    warmUp: 50,
  })
  expect(walked.map(({ params }) => params)).toEqual([{ k: 2 }, { k: 2 }, { k: 2 }])
  expect(windows.slice(0, 4)).toEqual([
    [0, 300, 300],
    [0, 300, 300],
    [0, 300, 300],
    [300, 400, 150],
  ])
  expect(growth).toHaveLength(0)
})

test('a purge by trades is as long as the longest of them', async () => {
  const everyTwelve = defineStrategy({
    name: 'twelve',
    params: { hold: int({ default: 7, min: 1, max: 11 }) },
    onBar({ step, orders }, { hold }) {
      if (step % 12 === 0) orders.targetPercent(1)
      if (step % 12 === hold) orders.targetPercent(0)
    },
  })
  const options = {
    data,
    strategy: everyTwelve,
    params: { hold: [3, 7] },
    purge: 'trades' as const,
  }
  const { windows } = await walkForward({ ...options, train: 100, test: 50 })
  expect(windows[0]).toMatchObject({ train: { from: 0, to: 100 }, test: { from: 107, to: 157 } })
  const { splits } = await combinatorialPurged({ ...options, groups: 4, testGroups: 1, embargo: 5 })
  expect(splits[1]?.train).toEqual([
    { from: 0, to: 143 },
    { from: 312, to: 600 },
  ])
})

test('combinatorial paths go through all of the data, out of sample', async () => {
  const planted = regimes([600])
  const options = { data: planted, strategy: follower, params: { side: [-1, 1] } }
  const { splits, paths, trials, time } = await combinatorialPurged({ ...options, purge: 5 })
  expect([splits.length, paths.length, trials]).toEqual([15, 5, 2])
  expect(splits.every(({ params }) => params?.['side'] === 1)).toBe(true)
  for (const { growth, measures } of paths) {
    expect(growth).toHaveLength(time.length)
    expect(measures.totalReturn).toBeGreaterThan(1)
  }
  expect(paths[0]?.growth).toEqual(paths[4]?.growth)
})

test('several instruments walk together, also before one of them lists', async () => {
  const young = syntheticBars({
    seed: 8,
    bars: 300,
    timeframe: '1d',
    instrument: 'YOUNG',
    start: '2020-10-27',
  })
  const both = defineStrategy({
    name: 'both',
    params: { share: int({ default: 1, min: 0, max: 1 }) },
    onBar({ instruments, isFirstOf, rebalance }, { share }) {
      if (!isFirstOf('week')) return
      const weights = instruments.map(({ id }) => [id, (0.9 * share) / instruments.length])
      rebalance(Object.fromEntries(weights))
    },
  })
  const { windows, growth } = await walkForward({
    data: [data, young],
    strategy: both,
    params: { share: [0, 1] },
    objective: 'totalReturn',
    startWhen: 'one-ready',
    train: '6M',
    test: '3M',
  })
  expect(stepTimes([data, young])).toHaveLength(600)
  expect(windows).toHaveLength(4)
  expect(growth.length).toBeGreaterThan(350)
})

const base: WalkForwardOptions<{ fast: number; slow: number }> = {
  data,
  strategy: smaCross,
  params: grid,
  train: 200,
  test: 50,
}

const refused: readonly (readonly [string, object, string])[] = [
  ['no data', { data: [] }, 'DATA_EMPTY'],
  ['no combination', { params: [] }, 'INVALID_ARGUMENT'],
  ['no value', { params: { fast: [] } }, 'INVALID_ARGUMENT'],
  ['a combination twice', { params: [{ fast: 5 }, { fast: 5 }] }, 'INVALID_ARGUMENT'],
  ['none left', { where: () => false }, 'INVALID_ARGUMENT'],
  ['an unknown measure', { objective: 'sharp' }, 'INVALID_ARGUMENT'],
  ['an objective that is none', { objective: 5 }, 'INVALID_ARGUMENT'],
  ['no strategy', { strategy: undefined }, 'INVALID_ARGUMENT'],
  ['an unknown mode', { mode: 'sliding' }, 'INVALID_ARGUMENT'],
  ['an unknown option', { chas: 1 }, 'INVALID_ARGUMENT'],
  ['a combination it refuses', { params: [{ fast: 90, slow: 3 }] }, 'INVALID_PARAMETER'],
  ['half a warm-up', { warmUp: 0.5 }, 'INVALID_ARGUMENT'],
  ['windows too long', { train: 590 }, 'INVALID_ARGUMENT'],
  ['an evaluator without measures', { evaluate: () => 5 }, 'INVALID_ARGUMENT'],
  [
    'a growth too short',
    { evaluate: () => ({ measures: { sharpeRatio: 1 }, growth: new Float64Array(3) }) },
    'DATA_LENGTH_MISMATCH',
  ],
  ['an aborted signal', { signal: AbortSignal.abort() }, 'CANCELLED'],
]

test.each(refused)('%s: refused', async (_, options, code) => {
  const given = { ...base, ...options } as unknown as WalkForwardOptions
  await expect(walkForward(given)).rejects.toMatchObject({ code })
})

test('a purge that leaves nothing to train on is refused', async () => {
  const options = { data, strategy: smaCross, params: grid, groups: 2, testGroups: 1, purge: 300 }
  await expect(combinatorialPurged(options)).rejects.toThrow(NeuralTraderError)
})

test('progress ends at 1', async () => {
  const told: number[] = []
  await walkForward({ ...base, onProgress: (done) => void told.push(done) })
  expect(told.at(-1)).toBe(1)
  expect(told).toEqual(told.toSorted((one, other) => one - other))
})

test('a map of two parameters shows a ridge, a lone peak and the robust place', () => {
  const params = [1, 2, 3, 4].flatMap((x) => [10, 20, 30].map((y) => ({ x, y })))
  const height = ({ x, y }: { x: number; y: number }): number =>
    x === 1 && y === 10 ? 9 : x >= 3 ? 5 + y / 100 : 0
  const values = params.map(height)
  const map = parameterMap(params, values.concat(values), { x: 'x', y: 'y' })
  expect(map.x.values).toEqual([1, 2, 3, 4])
  expect(Array.from(map.values.subarray(0, 4))).toEqual([9, 0, 5.1, 5.1])
  expect(map.peak).toMatchObject({ x: 1, y: 10, value: 9, average: 9 / 4 })
  expect(map.robust).toMatchObject({ x: 4, y: 30 })
  expect(map.averages[0]).toBe(9 / 4)
})

test('a pair that was not tried is NaN on the map, and does not count', () => {
  const params = [
    { x: 1, y: 1 },
    { x: 2, y: 2 },
  ]
  const { values, averages, robust } = parameterMap(params, [1, 3], { x: 'x', y: 'y' })
  expect([...values]).toEqual([1, Number.NaN, Number.NaN, 3])
  expect([...averages]).toEqual([2, Number.NaN, Number.NaN, 2])
  expect(robust).toMatchObject({ x: 1, y: 1 })
  const wrongly: readonly (() => unknown)[] = [
    () => parameterMap(params, [1], { x: 'x', y: 'y' }),
    () => parameterMap(params, [1, 2], { x: 'x', y: 'x' }),
    () => parameterMap(params, [1, 2], { x: 'x', y: 'z' }),
    () => parameterMap(params, [1, 2], { x: 'x', y: 'y', radius: 0.5 }),
  ]
  for (const call of wrongly) expect(call).toThrow(NeuralTraderError)
})

test('strategies are typed by what they are given', async () => {
  const made: Strategy[] = []
  await walkForward({
    ...base,
    params: { fast: [5, 10], slow: [20] },
    where: ({ fast, slow }) => fast < slow,
    strategy: ({ fast, slow }) => {
      const strategy = smaCross({ fast, slow: slow + 1 })
      made.push(strategy)
      return strategy
    },
  })
  expect(made[0]?.params).toEqual({ fast: 5, slow: 21 })
})
