import { describe, expect, test } from 'vitest'

import {
  axisDecimals,
  columnDecimals,
  formatCount,
  formatMoney,
  formatPercent,
  formatPlain,
  formatRatio,
  formatSignedMoney,
  formatSignedPercent,
} from './format-number.ts'

test.each([
  [formatMoney(51_422.99), '51,422.99'],
  [formatMoney(-0.001), '0.00'],
  [formatMoney(123_456_789.4), '123,456,789'],
  [formatMoney(1.5e18), '1.500e+18'],
  [formatSignedMoney(-12.5), '−12.50'],
  [formatSignedMoney(12.5), '+12.50'],
  [formatSignedMoney(0), '0.00'],
  [formatPercent(-0.479_801_270_5), '−47.98\u00A0%'],
  [formatPercent(0.000_012_34), '0.0012\u00A0%'],
  [formatPercent(1234.5), '123,450\u00A0%'],
  [formatSignedPercent(4.142_299), '+414.23\u00A0%'],
  [formatSignedPercent(0), '0.00\u00A0%'],
  [formatRatio(0.580_623_22), '0.581'],
  [formatRatio(12.345), '12.35'],
  [formatRatio(Infinity), '∞'],
  [formatCount(100_000), '100,000'],
  [formatPlain(0.0025), '0.0025'],
  [formatPlain(365.25), '365.25'],
])('%s is %s', (text, expected) => {
  expect(text).toBe(expected)
})

test('what is not defined is an en dash without a unit', () => {
  const formats = [formatMoney, formatPercent, formatSignedPercent, formatRatio, formatCount]
  expect(formats.map((format) => format(Number.NaN))).toEqual(['–', '–', '–', '–', '–'])
})

test('an axis shows two decimals of large numbers and all of small ones', () => {
  expect(axisDecimals(Float64Array.of(3386.123_456), 9)).toBe(2)
  expect(axisDecimals(Float64Array.of(1.072_19), 9)).toBe(5)
})

describe('decimals of a column', () => {
  test.each([
    [[100.34, 108.31, 109.4], 9, 2],
    [[1.0716, 1.07219], 9, 5],
    [[10, 20], 9, 0],
    [[0.123_456_789, 0.2], 9, 7],
    [[1 / 3, 2 / 3], 2, 2],
    [[51_234.123_456], 9, 2],
    [[], 9, 0],
  ])('%j within %i are %i', (values, limit, expected) => {
    expect(columnDecimals(Float64Array.from(values), limit)).toBe(expected)
  })
})
