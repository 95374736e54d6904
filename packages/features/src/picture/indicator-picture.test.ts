import { barColumns, type Bars } from '@neural-trader/core'
import { indicatorRegistry } from '@neural-trader/engine'
import { expect, test } from 'vitest'

import { indicatorPicture } from './indicator-picture.ts'
import { formatTick, ticksBetween } from './scale.ts'
import { timeLabels } from './time-axis.ts'

const length = 300
const day = 86_400_000_000_000n
const close = Float64Array.from({ length }, (_, bar) => 100 + Math.sin(bar / 9) * 8 + (bar % 5))
const bars: Bars = {
  instrument: 'A&B.XNAS',
  timeframe: '1d',
  time: BigInt64Array.from({ length }, (_, bar) => 1_500_000_000_000_000_000n + BigInt(bar) * day),
  open: close.map((price, bar) => price + (bar % 3) - 1),
  high: close.map((price) => price + 2),
  low: close.map((price) => price - 2),
  close,
  volume: close.map((_, bar) => 1000 + (bar % 17)),
}

/** Inputs that bars have; others are made up. */
const known: ReadonlySet<string> = new Set([...barColumns, 'value', 'x', 'y'])

test.each(indicatorRegistry())('$name has a picture of sound coordinates', (info) => {
  const needed = info.inputs.filter((name) => !known.has(name))
  const inputs = Object.fromEntries(
    needed.map((name) => [name, close.map((_, bar) => 2 + Math.floor(bar / 50))]),
  )
  const svg = indicatorPicture(bars, { name: info.name, inputs })
  expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 960 \d+"/u)
  expect(svg).not.toMatch(/NaN|Infinity|undefined/u)
  expect(svg).toContain(`<title>${info.name}`)
  for (const { name } of info.outputs) {
    expect(svg).toContain(`>${info.outputs.length === 1 ? info.name : name}`)
  }
})

test('a name of TA-Lib, parameters and choices', () => {
  const options = { name: 'BBANDS', params: { period: 10, average: 'ema' } }
  const svg = indicatorPicture(bars, options)
  expect(svg).toContain('bollinger-bands(10, 2, 2, ema)')
  expect(svg).toContain('A&amp;B.XNAS · 1d')
})

test('it follows the reader, or has one theme', () => {
  expect(indicatorPicture(bars, { name: 'sma' })).toContain('prefers-color-scheme:dark')
  const dark = indicatorPicture(bars, { name: 'sma', theme: 'dark' })
  expect(dark).not.toContain('prefers-color-scheme')
  expect(dark).not.toBe(indicatorPicture(bars, { name: 'sma', theme: 'light' }))
})

test('few bars, one of them, and a gap are drawn', () => {
  const one = { ...bars }
  for (const name of ['time', 'open', 'high', 'low', 'close', 'volume'] as const) {
    Object.assign(one, { [name]: bars[name].slice(0, 1) })
  }
  expect(indicatorPicture(one, { name: 'sma', params: { period: 1 } })).not.toContain('NaN')
  expect(indicatorPicture(one, { name: 'rsi' })).not.toContain('NaN')
})

test.each([
  [{ name: 'bbandz' }, 'UNKNOWN_INDICATOR'],
  [{ name: 'sma', params: { period: 0 } }, 'INVALID_PARAMETER'],
  [{ name: 'sma', params: { perod: 3 } }, 'INVALID_PARAMETER'],
  [{ name: 'ma', params: { average: 'emma' } }, 'INVALID_PARAMETER'],
  [{ name: 'mavp' }, 'INVALID_ARGUMENT'],
  [{ name: 'sma', inputs: { high: close } }, 'INVALID_ARGUMENT'],
  [{ name: 'sma', inputs: { value: close.slice(1) } }, 'DATA_LENGTH_MISMATCH'],
  [{ name: 'sma', last: 1 }, 'INVALID_ARGUMENT'],
  [{ name: 'sma', width: 1e9 }, 'INVALID_ARGUMENT'],
])('%j is refused with %s', (options, code) => {
  expect(() => indicatorPicture(bars, options)).toThrow(expect.objectContaining({ code }))
})

test('ticks are round and within', () => {
  expect(ticksBetween(0.3, 9.8, 5)).toEqual([2, 4, 6, 8])
  expect(ticksBetween(-0.12, 0.11, 4)).toEqual([-0.1, 0, 0.1])
  expect([1_234_567, 25_000, 1234.5, 0.5, 0.00012, 0].map(formatTick)).toEqual([
    '1.23M',
    '25k',
    '1234.5',
    '0.5',
    '1.2e-4',
    '0',
  ])
})

test('time labels follow the length of a bar', () => {
  const every = (step: bigint): string[] =>
    timeLabels(
      BigInt64Array.from({ length: 100 }, (_, bar) => BigInt(bar) * step),
      5,
    ).map(({ text }) => text)
  expect(every(60_000_000_000n)).toEqual(['00:01', '00:21', '00:41', '01:01', '01:21'])
  expect(every(3_600_000_000_000n)).toEqual(['01-02', '01-03', '01-04', '01-05'])
  expect(every(day)).toEqual(['1970-02', '1970-03', '1970-04'])
  expect(every(30n * day)).toEqual(['1971', '1973', '1975', '1977'])
})
