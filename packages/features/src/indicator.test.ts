import type { IndicatorColumn } from '@neural-trader/core'
import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'

import { bars } from './bar-source.ts'
import { highest, lowest } from './generated/math-operator.ts'
import { macd, rsi } from './generated/momentum.ts'
import { bollingerBands, ema, sma } from './generated/overlap.ts'
import { atr, trueRange } from './generated/volatility.ts'
import { indicator, type Input, type Output } from './indicator.ts'

type Face = <Of extends Input>(input: Of) => readonly Output<Of>[]

/** Every function with one input, in all its outputs. */
const faces: Readonly<Record<string, Face>> = {
  sma: (input) => [sma(input, { period: 3 })],
  ema: (input) => [ema(input, { period: 3 })],
  rsi: (input) => [rsi(input, { period: 3 })],
  highest: (input) => [highest(input, { period: 3 })],
  lowest: (input) => [lowest(input, { period: 3 })],
  macd: (input) => Object.values(macd(input, { fastPeriod: 2, slowPeriod: 3, signalPeriod: 2 })),
  bollingerBands: (input) => Object.values(bollingerBands(input, { period: 3, deviations: 1.5 })),
}

const prices = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 60 })

test.each(Object.entries(faces))('%s over an array is %s over a typed array', (_, face) => {
  fc.assert(
    fc.property(prices, (values) => {
      const typed = face(Float64Array.from(values))
      expect(face(values)).toEqual(typed)
      for (const column of typed) expect(column).toHaveLength(values.length)
    }),
  )
})

test.each(Object.entries(faces))('%s leaves its input as it is', (_, face) => {
  const values = Float64Array.from([3, 1, 4, 1, 5, 9, 2, 6])
  face(values)
  expect([...values]).toEqual([3, 1, 4, 1, 5, 9, 2, 6])
})

test.each(Object.entries(faces))('%s of the first rows does not know the later ones', (_, face) => {
  const cases = prices.chain((values) => fc.tuple(fc.constant(values), fc.nat(values.length)))
  fc.assert(
    fc.property(cases, ([values, rows]) => {
      const whole = face(values).map((column) => column.subarray(0, rows))
      expect(face(values.slice(0, rows))).toEqual(whole)
    }),
  )
})

test.each(Object.entries(faces))('%s over no rows is no rows', (_, face) => {
  for (const column of face([])) expect(column).toHaveLength(0)
})

test('over a declared column the result is a declaration, plain data', () => {
  expect(sma(bars.close, { period: 10 })).toEqual({
    indicator: 'sma',
    inputs: [{ column: 'close' }],
    params: { period: 10 },
    output: 'value',
  })
  expect(rsi(ema(bars.open))).toEqual({
    indicator: 'rsi',
    inputs: [{ indicator: 'ema', inputs: [{ column: 'open' }], params: {}, output: 'value' }],
    params: {},
    output: 'value',
  })
  expect(atr(bars, { period: 5 })).toEqual({
    indicator: 'atr',
    inputs: [{ column: 'high' }, { column: 'low' }, { column: 'close' }],
    params: { period: 5 },
    output: 'value',
  })
  expect(trueRange(bars)).toMatchObject({ indicator: 'true-range', params: {} })
  const { macd: line, signal, histogram } = macd(bars.close, { slowPeriod: 20 })
  expect([line, signal, histogram].map(({ output }) => output)).toEqual([
    'macd',
    'signal',
    'histogram',
  ])
  const { upper, middle, lower } = bollingerBands(bars.close, { deviations: 3 })
  expect([upper, middle, lower].map(({ output }) => output)).toEqual(['upper', 'middle', 'lower'])
  expect(JSON.parse(JSON.stringify(upper))).toEqual(upper)
})

test('what is given undefined takes its default', () => {
  const values = Array.from({ length: 40 }, (_, row) => row + 1)
  const options = { name: 'sma', params: { period: undefined } }
  expect(indicator(options, [values])).toEqual(sma(values, { period: 30 }))
})

test('columns of different lengths are refused, naming the column', () => {
  const three = [1, 2, 3]
  expect(() => atr({ high: three, low: [1, 2], close: three }, { period: 2 })).toThrow(
    expect.objectContaining({
      code: 'DATA_LENGTH_MISMATCH',
      details: { indicator: 'atr', column: 'low' },
    }),
  )
  expect(() => trueRange({ high: three, low: three, close: [1] })).toThrow(
    expect.objectContaining({ code: 'DATA_LENGTH_MISMATCH' }),
  )
})

test('an unknown indicator is refused with the nearest name', () => {
  expect(() => indicator({ name: 'bolinger-bands' }, [[1, 2, 3]])).toThrow(
    expect.objectContaining({
      code: 'UNKNOWN_INDICATOR',
      message: expect.stringContaining('did you mean bollinger-bands?') as unknown,
    }),
  )
})

test('true range and its average, by hand', () => {
  const series = { high: [10, 12, 11], low: [9, 10, 7], close: [9.5, 11, 8] }
  expect([...trueRange(series)]).toEqual([Number.NaN, 2.5, 4])
  expect([...atr(series, { period: 2 })]).toEqual([Number.NaN, Number.NaN, 3.25])
})

test('the types follow the input', () => {
  expectTypeOf(sma([1, 2, 3])).toEqualTypeOf<Float64Array>()
  expectTypeOf(sma(new Float64Array(3)).length).toBeNumber()
  expectTypeOf(sma(bars.close)).toEqualTypeOf<IndicatorColumn>()
  expectTypeOf(macd(bars.close).signal).toEqualTypeOf<IndicatorColumn>()
  // @ts-expect-error a parameter that there is not does not compile
  expect(() => sma([1, 2, 3], { perod: 2 })).toThrow(
    expect.objectContaining({ code: 'INVALID_PARAMETER' }),
  )
  // @ts-expect-error there is no such column
  expect(bars.clsoe).toBeUndefined()
})
