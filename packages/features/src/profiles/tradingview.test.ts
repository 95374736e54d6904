import { expect, test } from 'vitest'

import * as ta from '../generated/tradingview.ts'
import { tradingviewFunctions } from './tradingview-functions.ts'

// The rules of the Pine Script reference written out bar by bar, undefined values being NaN.

const length = 400
const noise = (bar: number, of: number) => ((bar * 7919 + of * 104_729) % 997) / 997
const close = Array.from({ length }, (_, bar) => 50 + 10 * Math.sin(bar / 17) + 4 * noise(bar, 1))
const high = close.map((price, bar) => price + 2 * noise(bar, 2))
const low = close.map((price, bar) => price - 2 * noise(bar, 3))
const volume = close.map((_, bar) => 100 + Math.round(900 * noise(bar, 4)))
const hlc = { high, low, close }
const at = (series: readonly number[], bar: number) => series[bar] ?? Number.NaN

type Rule = (bar: number) => number
const column = (rule: Rule) => close.map((_, bar) => rule(bar))

function ema(series: readonly number[], period: number): number[] {
  let sum = Number.NaN
  return series.map((value) => {
    const alpha = 2 / (period + 1)
    sum = Number.isNaN(sum) ? value : alpha * value + (1 - alpha) * sum
    return sum
  })
}

/** Over the values there are: the first result is their simple average. */
function rma(series: readonly number[], period: number): number[] {
  let [sum, taken, result] = [0, 0, Number.NaN]
  return series.map((value) => {
    if (Number.isNaN(value)) return Number.NaN
    taken++
    if (taken <= period) sum += value
    if (taken === period) result = sum / period
    else if (taken > period) result = value / period + (1 - 1 / period) * result
    return result
  })
}

const change = column((bar) => at(close, bar) - at(close, bar - 1))
const trueRange = column((bar) => {
  const before = at(close, bar - 1)
  return Math.max(
    at(high, bar) - at(low, bar),
    Math.abs(at(high, bar) - before),
    Math.abs(at(low, bar) - before),
  )
})
const rangeOfAll = trueRange.map((range, bar) => (bar === 0 ? at(high, 0) - at(low, 0) : range))

function directions(period: number): [number[], number[]] {
  const up = column((bar) => at(high, bar) - at(high, bar - 1))
  const down = column((bar) => at(low, bar - 1) - at(low, bar))
  const ranges = rma(trueRange, period)
  const of = (ours: number[], other: number[]) => {
    const moved = ours.map((move, bar) =>
      Number.isNaN(move) ? move : move > at(other, bar) && move > 0 ? move : 0,
    )
    return rma(moved, period).map((value, bar) => (100 * value) / at(ranges, bar))
  }
  return [of(up, down), of(down, up)]
}

function averageDirection(period: number, smoothing: number): number[] {
  const [plus, minus] = directions(period)
  const share = plus.map((value, bar) => {
    const sum = value + at(minus, bar)
    return Math.abs(value - at(minus, bar)) / (sum === 0 ? 1 : sum)
  })
  return rma(share, smoothing).map((value) => 100 * value)
}

function parabolic(start: number, increment: number, maximum: number): number[] {
  let [stop, extreme, speed, below] = [Number.NaN, Number.NaN, start, false]
  return column((bar) => {
    if (bar === 0) return Number.NaN
    let fresh = bar === 1
    if (fresh) {
      below = at(close, 1) > at(close, 0)
      ;[extreme, stop] = below ? [at(high, 1), at(low, 0)] : [at(low, 1), at(high, 0)]
    }
    stop += speed * (extreme - stop)
    if (below && stop > at(low, bar)) {
      ;[fresh, below] = [true, false]
      stop = Math.max(at(high, bar), extreme)
      ;[extreme, speed] = [at(low, bar), start]
    } else if (!below && stop < at(high, bar)) {
      ;[fresh, below] = [true, true]
      stop = Math.min(at(low, bar), extreme)
      ;[extreme, speed] = [at(high, bar), start]
    }
    if (!fresh && (below ? at(high, bar) > extreme : at(low, bar) < extreme)) {
      extreme = below ? at(high, bar) : at(low, bar)
      speed = Math.min(speed + increment, maximum)
    }
    for (const earlier of [bar - 1, bar - 2].filter((each) => each >= 0)) {
      stop = below ? Math.min(stop, at(low, earlier)) : Math.max(stop, at(high, earlier))
    }
    return stop
  })
}

const window = (bar: number, count: number) => close.slice(Math.max(0, bar - count + 1), bar + 1)
const rolling = (count: number, rule: (values: number[]) => number) =>
  column((bar) => (bar < count - 1 ? Number.NaN : rule(window(bar, count))))
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const macd = ema(close, 12).map((value, bar) => value - at(ema(close, 26), bar))
const averageRange = ema(trueRange, 20)
const middle = ema(close, 20)
const strength = (series: readonly number[]) => ema(ema(series, 25), 13)

const cases: readonly (readonly [string, unknown, readonly number[]])[] = [
  ['ema', ta.ema(close, { length: 9 }), ema(close, 9)],
  ['rma', ta.rma(close, { length: 9 }), rma(close, 9)],
  ['atr', ta.atr(hlc, { length: 14 }), rma(rangeOfAll, 14)],
  ['tr', ta.tr(hlc), trueRange],
  [
    'rsi',
    ta.rsi(close, { length: 14 }),
    rma(
      change.map((move) => Math.max(move, 0)),
      14,
    ).map((up, bar) => {
      const down = at(
        rma(
          change.map((move) => Math.max(-move, 0)),
          14,
        ),
        bar,
      )
      return 100 - 100 / (1 + up / down)
    }),
  ],
  ['macd', macdOf().macd, macd],
  ['signal', macdOf().signal, ema(macd, 9)],
  ['histogram', macdOf().histogram, macd.map((value, bar) => value - at(ema(macd, 9), bar))],
  ['plus', ta.dmi(hlc, { diLength: 14, adxSmoothing: 10 }).plus, directions(14)[0]],
  ['minus', ta.dmi(hlc, { diLength: 14, adxSmoothing: 10 }).minus, directions(14)[1]],
  ['adx', ta.dmi(hlc, { diLength: 14, adxSmoothing: 10 }).adx, averageDirection(14, 10)],
  ['sar', ta.sar(hlc, { start: 0.03, inc: 0.02, max: 0.2 }), parabolic(0.03, 0.02, 0.2)],
  ['kc', ta.kc({ value: close, ...hlc }, { length: 20, mult: 2 }).middle, middle],
  [
    'kc upper',
    ta.kc({ value: close, ...hlc }, { length: 20, mult: 2 }).upper,
    middle.map((value, bar) => value + 2 * at(averageRange, bar)),
  ],
  [
    'tsi',
    ta.tsi(close, { shortLength: 13, longLength: 25 }),
    strength(change).map((value, bar) => value / at(strength(change.map(Math.abs)), bar)),
  ],
  [
    'cog',
    ta.cog(close, { length: 10 }),
    rolling(10, (values) => -sum(values.map((value, i) => value * (10 - i))) / sum(values)),
  ],
  [
    'alma',
    ta.alma(close, { length: 9 }),
    rolling(9, (values) => {
      const weights = values.map((_, i) => Math.exp(-((i - 0.85 * 8) ** 2) / (2 * (9 / 6) ** 2)))
      return sum(values.map((value, i) => value * (weights[i] ?? 0))) / sum(weights)
    }),
  ],
  [
    'swma',
    ta.swma(close),
    rolling(4, ([a = 0, b = 0, c = 0, d = 0]) => (a + 2 * b + 2 * c + d) / 6),
  ],
  [
    'percentrank',
    ta.percentrank(close, { length: 50 }),
    rolling(51, (values) => {
      const last = values.at(-1) ?? 0
      return (100 * values.slice(0, -1).filter((value) => value <= last).length) / 50
    }),
  ],
  [
    'obv',
    ta.obv({ close, volume }),
    column((bar) =>
      sum(volume.slice(1, bar + 1).map((size, i) => size * Math.sign(at(change, i + 1)))),
    ),
  ],
  [
    'linreg',
    ta.linreg(close, { length: 14, offset: 3 }),
    rolling(14, (values) => {
      const slope =
        sum(values.map((value, i) => value * (i - 6.5))) / sum(values.map((_, i) => (i - 6.5) ** 2))
      return sum(values) / 14 + slope * (14 - 1 - 3 - 6.5)
    }),
  ],
  [
    'stdev',
    ta.stdev(close, { length: 20 }),
    rolling(20, (values) => {
      const mean = sum(values) / 20
      return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / 20)
    }),
  ],
  [
    'cci',
    ta.cci(close, { length: 20 }),
    rolling(20, (values) => {
      const mean = sum(values) / 20
      const distance = sum(values.map((value) => Math.abs(value - mean))) / 20
      return ((values.at(-1) ?? 0) - mean) / (0.015 * distance)
    }),
  ],
  [
    'cmo',
    ta.cmo(close, { length: 9 }),
    column((bar) => {
      const moves = change.slice(bar - 8, bar + 1)
      if (bar < 9) return Number.NaN
      const up = sum(moves.filter((move) => move > 0))
      const down = -sum(moves.filter((move) => move < 0))
      return (100 * (up - down)) / (up + down)
    }),
  ],
]

function macdOf(): ReturnType<typeof ta.macd<number[]>> {
  return ta.macd(close, { fastLength: 12, slowLength: 26, signalLength: 9 })
}

test.each(cases)('%s', (_, ours, expected) => {
  const faults = [...(ours as Float64Array)].flatMap((value, bar) => {
    const wanted = at(expected, bar)
    const near = Math.abs(value - wanted) < 1e-9 * Math.max(1, Math.abs(wanted))
    return near || (Number.isNaN(value) && Number.isNaN(wanted)) ? [] : [{ bar, value, wanted }]
  })
  expect(faults).toEqual([])
})

test('every function of the profile gives a column a result', () => {
  const series = { value: close, value1: close, value2: volume, high, low, close, volume }
  for (const { name, inputs, params, outputs } of tradingviewFunctions) {
    const call = (ta as Readonly<Record<string, unknown>>)[name] as (
      input: unknown,
      options: object,
    ) => unknown
    const options = Object.fromEntries(params.map((param) => [param.name, param.default ?? 5]))
    const [input = ''] = inputs
    const given = inputs.length === 1 ? series[input as keyof typeof series] : series
    const made = call(given, options)
    const columns =
      outputs.length === 1 ? [made] : outputs.map((output) => (made as never)[output.name])
    expect(columns.map((column) => (column as Float64Array).length)).toEqual(
      outputs.map(() => length),
    )
  }
  expect(Object.keys(ta).toSorted()).toEqual(
    tradingviewFunctions.map(({ name }) => name).toSorted(),
  )
})
