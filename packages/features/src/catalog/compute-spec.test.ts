import type { Bars } from '@neural-trader/core'
import { indicatorRegistry } from '@neural-trader/engine'
import { expect, test } from 'vitest'

import { bollingerBands, ema, rma, sma } from '../generated/overlap.ts'
import { computeSpec, declareSpec, type SpecEntry } from './compute-spec.ts'
import { findIndicator } from './find-indicator.ts'

const length = 60
const close = Float64Array.from({ length }, (_, bar) => 100 + ((bar * 37) % 11))
const bars: Bars = {
  instrument: 'TEST.XNAS',
  timeframe: '1d',
  time: BigInt64Array.from({ length }, (_, bar) => BigInt(bar)),
  open: close.map((price) => price + 0.5),
  high: close.map((price) => price + 2),
  low: close.map((price) => price - 2),
  close,
  volume: close,
}

test('every indicator is found by every name that it has', () => {
  for (const { name, talib, aliases } of indicatorRegistry()) {
    const camel = name.replaceAll(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase())
    for (const given of [name, camel, ...aliases, ...(talib === '' ? [] : [talib])]) {
      expect(findIndicator(given).name).toBe(name)
    }
  }
  expect(() => findIndicator('BBAND')).toThrow(
    expect.objectContaining({
      code: 'UNKNOWN_INDICATOR',
      message: 'No indicator is called BBAND: did you mean bbands?',
    }),
  )
})

test('a list gives columns by name, with the bits of the functions', () => {
  const columns = computeSpec(
    [
      { name: 'SMA', params: { period: 5 } },
      { name: 'BBANDS', params: { period: 10, average: 'ema' } },
      { name: 'macd', output: 'signal', as: 'trigger' },
      { name: 'ema', params: { period: 3 }, inputs: { value: 'open' }, as: 'smooth' },
      { name: 'sma', params: { period: 2 }, inputs: { value: 'smooth' }, as: 'smoother' },
    ],
    bars,
  )
  expect(Object.keys(columns)).toEqual([
    'sma_5',
    'bollinger-bands_10_ema_upper',
    'bollinger-bands_10_ema_middle',
    'bollinger-bands_10_ema_lower',
    'trigger',
    'smooth',
    'smoother',
  ])
  expect(columns['sma_5']).toEqual(sma(close, { period: 5 }))
  const { upper } = bollingerBands(close, { period: 10, average: 'ema' })
  expect(columns['bollinger-bands_10_ema_upper']).toEqual(upper)
  const smooth = ema(bars.open, { period: 3 })
  expect(columns['smoother']).toEqual(sma(smooth, { period: 2 }))
})

test('an entry may speak the words of another library', () => {
  const columns = computeSpec(
    [
      { name: 'BBANDS', profile: 'talib', params: { timeperiod: 10 }, output: 'upperband' },
      { name: 'ta.dmi', profile: 'tradingview', params: { diLength: 5, adxSmoothing: 4 } },
      {
        name: 'rma',
        profile: 'tradingview',
        params: { length: 3 },
        inputs: { value: 'dmi_5_4_adx' },
      },
      { name: 'SUB', profile: 'talib' },
    ],
    bars,
  )
  expect(Object.keys(columns)).toEqual([
    'BBANDS_10',
    'dmi_5_4_plus',
    'dmi_5_4_minus',
    'dmi_5_4_adx',
    'rma_3',
    'SUB',
  ])
  expect(columns['BBANDS_10']).toEqual(bollingerBands(close, { period: 10 }).upper)
  expect(columns['rma_3']).toEqual(rma(columns['dmi_5_4_adx'] ?? [], { period: 3 }))
  expect(columns['SUB']).toEqual(close.map(() => 4))
})

const refused: readonly (readonly [readonly SpecEntry[], string, string])[] = [
  [[{ name: 'smaa' }], 'UNKNOWN_INDICATOR', 'did you mean sma?'],
  [[{ name: 'sma', params: { period: 1.5 } }], 'INVALID_PARAMETER', 'period of sma is 1.5'],
  [[{ name: 'sma', output: 'upper' }], 'INVALID_ARGUMENT', 'sma has no output upper'],
  [[{ name: 'sma' }, { name: 'sma' }], 'INVALID_ARGUMENT', 'Two columns would be called sma'],
  [[{ name: 'sma', as: 'close' }], 'INVALID_ARGUMENT', 'Two columns would be called close'],
  [[{ name: 'sma', inputs: { value: 'later' } }], 'INVALID_ARGUMENT', 'no column later to read'],
  [[{ name: 'rsi', profile: 'talib' }], 'UNKNOWN_INDICATOR', 'did you mean RSI?'],
  [[{ name: 'sma', profile: 'tradingview' }], 'INVALID_PARAMETER', 'length of sma has no default'],
  [[{ name: 'RSI', profile: 'talib', output: 'real' }], 'INVALID_ARGUMENT', 'no output real'],
  [[{ name: 'sma', inputs: { x: 'open' } }], 'INVALID_ARGUMENT', 'sma has no input x'],
]

test.each(refused)('%j is refused', (spec, code, message) => {
  expect(() => computeSpec(spec, bars)).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(message) as unknown }),
  )
})

test('declared columns are plain data', () => {
  expect(declareSpec([{ name: 'RSI', params: { period: 3 } }])).toEqual({
    rsi_3: {
      indicator: 'rsi',
      inputs: [{ column: 'close' }],
      params: { period: 3 },
      output: 'value',
    },
  })
})
