import type { Bars, Trades } from '@neural-trader/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatInstant, parseInstant } from '../instant.ts'
import { resample } from '../resample.ts'
import { aggregateTrades } from './aggregate-trades.ts'
import { createBarBuilder } from './bar-builder.ts'
import type { AggregateOptions } from './options.ts'

const second = 1_000_000_000n
const start = parseInstant('2024-03-01T09:59:30Z')

type Step = { readonly wait: number; readonly move: number; readonly size: number }

const steps = fc.array(
  fc.record<Step>({
    wait: fc.constantFrom(0, 0, 1, 5, 30, 200),
    move: fc.integer({ min: -8, max: 8 }),
    size: fc.integer({ min: 0, max: 50 }),
  }),
  { maxLength: 200 },
)

/** Prices and sizes are whole numbers, so that sums do not round. */
const trades = steps.map((list): Trades => {
  let time = start
  let price = 100
  return {
    instrument: 'ABC',
    time: BigInt64Array.from(list, ({ wait }) => (time += BigInt(wait) * second)),
    price: Float64Array.from(list, ({ move }) => (price = Math.max(1, price + move))),
    size: Float64Array.from(list, ({ size }) => size),
  }
})

const options: fc.Arbitrary<AggregateOptions> = fc
  .tuple(
    fc.constantFrom<AggregateOptions>(
      { by: 'time', timeframe: '1m' },
      { by: 'time', timeframe: '10s' },
      { by: 'ticks', count: 7 },
      { by: 'volume', volume: 100 },
      { by: 'dollar', value: 5000 },
      { by: 'renko', brick: 3 },
      { by: 'renko', brick: 5, origin: 2 },
    ),
    fc.boolean(),
  )
  .map(withPartial)

function withPartial([rule, keepPartial]: [AggregateOptions, boolean]): AggregateOptions {
  return { ...rule, keepPartial }
}

const cut = (series: Trades, end: number): Trades => ({
  instrument: series.instrument,
  time: series.time.slice(0, end),
  price: series.price.slice(0, end),
  size: series.size.slice(0, end),
})

const rowsOf = ({ time, open, high, low, close, volume }: Bars): (number | bigint)[][] =>
  Array.from(time, (at, i) => [at, open[i]!, high[i]!, low[i]!, close[i]!, volume[i]!])

test('a stream taken in pieces gives the bars of the batch', () => {
  fc.assert(
    fc.property(trades, options, fc.integer({ min: 1, max: 20 }), (series, rule, every) => {
      const builder = createBarBuilder('ABC', rule)
      const rows: (number | bigint)[][] = []
      let waiting = 0
      series.time.forEach((time, row) => {
        waiting = builder.push(time, series.price[row]!, series.size[row]!)
        if (row % every !== 0) return
        const bars = builder.take()
        expect(bars.time).toHaveLength(waiting)
        rows.push(...rowsOf(bars))
      })
      rows.push(...rowsOf(builder.finish()))
      expect(rows).toEqual(rowsOf(aggregateTrades(series, rule)))
    }),
  )
})

test('a clock closes the same bars, and each as soon as it can', () => {
  fc.assert(
    fc.property(trades, options, (series, rule) => {
      const builder = createBarBuilder('ABC', rule)
      series.time.forEach((time, row) => {
        builder.advanceTo(time)
        builder.push(time, series.price[row]!, series.size[row]!)
        const next = series.time[row + 1] ?? time + 3600n * second
        builder.advanceTo(next)
      })
      const finished = aggregateTrades(series, { ...rule, keepPartial: false })
      const closed = rowsOf(builder.take())
      const { length } = finished.time
      expect(closed.slice(0, length)).toEqual(rowsOf(finished))
      expect(closed.length - length).toBeLessThanOrEqual(rule.by === 'time' ? 1 : 0)
    }),
  )
})

test('cutting the future off changes no bar that had closed', () => {
  fc.assert(
    fc.property(trades, options, fc.nat({ max: 200 }), (series, rule, end) => {
      const whole = rowsOf(aggregateTrades(series, { ...rule, keepPartial: false }))
      const early = rowsOf(aggregateTrades(cut(series, end), { ...rule, keepPartial: false }))
      const now = series.time[Math.min(end, series.time.length) - 1] ?? start
      const settled = early.filter(([time]) => (time as bigint) < now)
      expect(whole.slice(0, settled.length)).toEqual(settled)
      const stamped = rule.by === 'renko' ? [] : early
      expect(stamped.filter(([time]) => (time as bigint) > now)).toEqual([])
    }),
  )
})

test('times ascend, prices are within high and low, and no volume is lost', () => {
  fc.assert(
    fc.property(trades, options, (series, rule) => {
      const rows = rowsOf(aggregateTrades(series, { ...rule, keepPartial: true }))
      let total = 0
      rows.forEach(([time, open, high, low, close, volume], i) => {
        expect(i === 0 || time! > rows[i - 1]![0]!).toBe(true)
        expect(high! >= open! && high! >= close! && low! <= open! && low! <= close!).toBe(true)
        total += Number(volume)
      })
      const traded = series.size.reduce((sum, size) => sum + size, 0)
      expect(total).toBeLessThanOrEqual(traded)
      expect(rule.by === 'renko' || total === traded).toBe(true)
    }),
  )
})

/** Groups whole instants until the measure is reached: another way to the same bars. */
function grouped(series: Trades, threshold: number, measure: (row: number) => number): bigint[] {
  const instants = new Map<bigint, number>()
  series.time.forEach((time, row) => instants.set(time, (instants.get(time) ?? 0) + measure(row)))
  const closes: bigint[] = []
  let sum = 0
  for (const [time, held] of instants) {
    sum += held
    if (sum < threshold) continue
    closes.push(time)
    sum = 0
  }
  return closes
}

test('ticks, volume and dollar bars close where a plain count says', () => {
  fc.assert(
    fc.property(trades, (series) => {
      const closes = (rule: AggregateOptions): bigint[] => [...aggregateTrades(series, rule).time]
      expect(closes({ by: 'ticks', count: 7 })).toEqual(grouped(series, 7, () => 1))
      expect(closes({ by: 'volume', volume: 100 })).toEqual(
        grouped(series, 100, (row) => series.size[row]!),
      )
      expect(closes({ by: 'dollar', value: 5000 })).toEqual(
        grouped(series, 5000, (row) => series.size[row]! * series.price[row]!),
      )
    }),
  )
})

test('minutes put together are the bars made at once', () => {
  fc.assert(
    fc.property(trades, (series) => {
      const keepPartial = true
      const minutes = aggregateTrades(series, { by: 'time', timeframe: '1m', keepPartial })
      for (const timeframe of ['5m', '1h', '1d', '1M'] as const)
        expect(resample(minutes, timeframe)).toEqual(
          aggregateTrades(series, { by: 'time', timeframe, keepPartial }),
        )
    }),
  )
})

test('a trade at the end of a period belongs to the next', () => {
  const series: Trades = {
    instrument: 'ABC',
    time: BigInt64Array.of(start, start + 30n * second - 1n, start + 30n * second),
    price: Float64Array.of(10, 12, 11),
    size: Float64Array.of(1, 2, 4),
  }
  const bars = aggregateTrades(series, { by: 'time', timeframe: '1m' })
  expect(rowsOf(bars)).toEqual([[parseInstant('2024-03-01T10:00Z'), 10, 12, 10, 12, 3]])
  expect([bars.instrument, bars.timeframe]).toEqual(['ABC', '1m'])
})

function renko(prices: readonly number[], brick: number, origin?: number): [number, number][] {
  const series: Trades = {
    instrument: 'ABC',
    time: BigInt64Array.from(prices, (_, i) => BigInt(i)),
    price: Float64Array.from(prices),
    size: new Float64Array(prices.length).fill(1),
  }
  const grid = origin === undefined ? { brick } : { brick, origin }
  const bars = aggregateTrades(series, { by: 'renko', ...grid })
  return Array.from(bars.open, (open, i) => [open, bars.close[i]!])
}

test('bricks: two against the direction, several in a jump, exact decimals', () => {
  expect(renko([100, 101, 100.1, 100, 99, 98], 1)).toEqual([
    [100, 101],
    [100, 99],
    [99, 98],
  ])
  expect(renko([100, 103.5, 99.9], 1)).toEqual([
    [100, 101],
    [101, 102],
    [102, 103],
    [102, 101],
    [101, 100],
  ])
  expect(renko([100, 99, 100, 101], 1)).toEqual([
    [100, 99],
    [100, 101],
  ])
  expect(renko([100, 99, 100, 99.5], 1)).toEqual([[100, 99]])
  expect(renko([100, 101, 100, 100.5], 1)).toEqual([[100, 101]])
  expect(renko([0.1, 0.2, 0.3], 0.1)).toEqual([
    [0.1, 0.2],
    [0.2, 0.3],
  ])
  expect(renko([0.3, 0.4], 0.1, 0.1)).toEqual([[0.3, 0.4]])
  expect(renko([100, 100 + 1 / 3, 101], 1 / 3)).toHaveLength(3)
})

test('a bar for every trade is the trades', () => {
  const rows = Array.from({ length: 300 }, (_, i) => i + 1)
  const series: Trades = {
    instrument: 'ABC',
    time: BigInt64Array.from(rows, BigInt),
    price: Float64Array.from(rows),
    size: Float64Array.from(rows, (row) => row * 2),
  }
  const bars = aggregateTrades(series, { by: 'ticks', count: 1 })
  const { time, price, size } = series
  expect(bars).toEqual({
    instrument: 'ABC',
    timeframe: '1s',
    time,
    open: price,
    high: price,
    low: price,
    close: price,
    volume: size,
  })
})

test('the bricks of one trade are a nanosecond apart and share no volume', () => {
  const bars = aggregateTrades(
    {
      instrument: 'ABC',
      time: BigInt64Array.of(5n, 5n, 6n),
      price: Float64Array.of(10, 12, 13),
      size: Float64Array.of(1, 2, 4),
    },
    { by: 'renko', brick: 1 },
  )
  expect([bars.time, bars.volume, bars.timeframe]).toEqual([
    BigInt64Array.of(5n, 6n, 7n),
    Float64Array.of(3, 0, 4),
    '1s',
  ])
})

const good = {
  instrument: 'ABC',
  time: BigInt64Array.of(second, 2n * second),
  price: Float64Array.of(10, 11),
  size: Float64Array.of(1, 1),
}

test.each<[string, Partial<Trades>, object]>([
  ['DATA_NOT_FINITE', { price: Float64Array.of(10, Number.NaN) }, { row: 2, column: 'price' }],
  [
    'DATA_NOT_POSITIVE',
    { price: Float64Array.of(-10, 11) },
    { row: 1, column: 'price', value: -10 },
  ],
  ['DATA_NOT_POSITIVE', { price: Float64Array.of(0, 11) }, { row: 1, column: 'price', value: 0 }],
  ['DATA_NOT_FINITE', { size: Float64Array.of(1, Infinity) }, { row: 2, column: 'size' }],
  ['DATA_NOT_POSITIVE', { size: Float64Array.of(1, -1) }, { row: 2, column: 'size', value: -1 }],
  ['DATA_LENGTH_MISMATCH', { size: Float64Array.of(1) }, { column: 'size', value: 1 }],
  [
    'DATA_UNSORTED',
    { time: BigInt64Array.of(second, 0n) },
    { row: 2, column: 'time', value: formatInstant(0n) },
  ],
])('%s', (code, wrong, details) => {
  expect(() => aggregateTrades({ ...good, ...wrong }, { by: 'ticks', count: 1 })).toThrow(
    expect.objectContaining({ code, details: expect.objectContaining(details) }),
  )
})

test.each<AggregateOptions>([
  { by: 'ticks', count: 0 },
  { by: 'ticks', count: 1.5 },
  { by: 'volume', volume: Number.NaN },
  { by: 'dollar', value: -1 },
  { by: 'renko', brick: 0 },
  { by: 'renko', brick: 1, origin: -5 },
  { by: 'time', timeframe: '0m' },
  { by: 'range' } as never,
])('%j is refused', (rule) => {
  expect(() => aggregateTrades(good, rule)).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
  )
})

test('bricks too small for the price are refused', () => {
  expect(() => renko([100, 101], 1e-10)).toThrow(
    expect.objectContaining({
      code: 'INVALID_ARGUMENT',
      details: { option: 'brick', value: 1e-10 },
    }),
  )
})

test('a refused trade is not taken, and the stream goes on', () => {
  const builder = createBarBuilder('ABC', { by: 'ticks', count: 2 })
  builder.push(1n, 10, 1)
  expect(() => builder.push(0n, 10, 1)).toThrow(expect.objectContaining({ code: 'DATA_UNSORTED' }))
  expect(() => builder.push(2n, -1, 1)).toThrow(
    expect.objectContaining({ code: 'DATA_NOT_POSITIVE' }),
  )
  expect(builder.push(3n, 12, 1)).toBe(0)
  expect(() => builder.advanceTo(2n)).toThrow(expect.objectContaining({ code: 'DATA_UNSORTED' }))
  expect(builder.advanceTo(4n)).toBe(1)
  expect(rowsOf(builder.finish())).toEqual([[3n, 10, 12, 10, 12, 2]])
})
