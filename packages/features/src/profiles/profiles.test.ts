import { indicatorRegistry } from '@neural-trader/engine'
import { expect, expectTypeOf, test } from 'vitest'

import { bars } from '../bar-source.ts'
import { adx, bollingerBands, cdlDoji, rsi, sma } from '../index.ts'
import * as talib from '../generated/talib.ts'
import * as ta from '../generated/tradingview.ts'
import { findProfileFunction, profileFunctions } from './find-profile-function.ts'

const length = 200
const close = Float64Array.from(
  { length },
  (_, bar) => 100 + ((bar * 37) % 11) + Math.sin(bar / 9) * 8,
)
const open = close.map((price, bar) => price + (bar % 3) - 1)
const high = close.map((price, bar) => Math.max(price, open[bar] ?? 0) + 0.5 + (bar % 2))
const low = close.map((price, bar) => Math.min(price, open[bar] ?? 0) - 0.25)
const candles = { open, high, low, close }

test('TA-Lib has its 201 functions, by its names, defaults and outputs', () => {
  const names = indicatorRegistry().flatMap(({ talib: name }) => (name === '' ? [] : [name]))
  expect(profileFunctions('talib').map(({ name }) => name)).toEqual(names.toSorted())
  expect(Object.keys(talib).toSorted()).toEqual(names.toSorted())
  expect(names).toHaveLength(201)
  expect(talib.RSI(close)).toEqual(rsi(close, { period: 14 }))
  expect(talib.ADX(candles, { timeperiod: 9 })).toEqual(adx(candles, { period: 9 }))
  const bands = talib.BBANDS(close, { timeperiod: 10, nbdevup: 1.5, matype: 'ema' })
  const ours = bollingerBands(close, { period: 10, deviations: 1.5, average: 'ema' })
  expect(bands).toEqual({
    upperband: ours.upper,
    middleband: ours.middle,
    lowerband: ours.lower,
  })
  expect(talib.BBANDS(close, { timeperiod: 10, nbdevup: 1.5, matype: 1 })).toEqual(bands)
})

test('integers are integers, with 0 before the first', () => {
  const doji = talib.CDLDOJI(candles)
  expectTypeOf(doji).toEqualTypeOf<Int32Array>()
  expect(doji).toBeInstanceOf(Int32Array)
  const ours = cdlDoji(candles)
  expect(Number.isNaN(ours[0])).toBe(true)
  expect([...doji]).toEqual([...ours].map((value) => (Number.isNaN(value) ? 0 : value)))
})

test('a pair of series is real0 and real1', () => {
  expect(talib.SUB({ real0: high, real1: low })).toEqual(
    high.map((at, bar) => at - (low[bar] ?? 0)),
  )
})

test('over declared columns they declare', () => {
  expect(talib.SMA(bars.close, { timeperiod: 3 })).toEqual(sma(bars.close, { period: 3 }))
  expect(ta.bb(bars.close, { length: 3, mult: 2 }).upper).toMatchObject({
    indicator: 'bollinger-bands',
    params: { period: 3, deviations: 2 },
    output: 'upper',
  })
})

test('what a profile does not know is refused, with the nearest name', () => {
  const refused = (code: string, message: string) =>
    expect.objectContaining({ code, message }) as unknown as Error
  expect(() => findProfileFunction('talib', 'BBAND')).toThrow(
    refused('UNKNOWN_INDICATOR', 'TA-Lib has no function BBAND: did you mean BBANDS?'),
  )
  expect(() => findProfileFunction('tradingview', 'ta.smma')).toThrow(
    refused(
      'UNKNOWN_INDICATOR',
      'The profile tradingview has no function ta.smma: did you mean sma?',
    ),
  )
  expect(() => talib.RSI(close, { period: 3 } as { timeperiod?: number })).toThrow(
    refused('INVALID_PARAMETER', 'period of RSI is no parameter of it: it takes timeperiod'),
  )
  expect(() => ta.rsi(close, {} as { length: number })).toThrow(
    refused('INVALID_PARAMETER', 'length of rsi has no default: give a number'),
  )
  expect(() => talib.MA(close, { matype: 'wilder' as 'rma' })).toThrow(
    refused(
      'INVALID_PARAMETER',
      'matype of MA is "wilder": give one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma',
    ),
  )
})
