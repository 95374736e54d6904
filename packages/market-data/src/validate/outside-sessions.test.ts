import type { Bars, Timeframe } from '@neural-trader/core'
import { expect, test } from 'vitest'
import { exchangeCalendar } from '../calendar/exchange-calendar.ts'
import { parseInstant } from '../instant.ts'
import { validateBars } from './validate-bars.ts'

function outsideOf(timeframe: Timeframe, moments: readonly string[], calendar = 'XNYS') {
  const column = (): Float64Array => new Float64Array(moments.length).fill(100)
  const bars: Bars = {
    instrument: 'X.XNYS',
    timeframe,
    time: BigInt64Array.from(moments, (each) => parseInstant(each)),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
  }
  const { findings } = validateBars(bars, { calendar: exchangeCalendar(calendar) })
  const found = findings.find(({ code }) => code === 'OUTSIDE_SESSION')
  return found && [found.severity, found.message, found.examples.map(({ row }) => row)]
}

test('daily bars on a holiday and on a weekend are worth a warning', () => {
  const dates = ['2024-11-27', '2024-11-28', '2024-11-29', '2024-11-30']
  const stamps = dates.map((date) => `${date}T23:59:59.999Z`)
  const message = '2 bars lie on days on which XNYS has no session'
  expect(outsideOf('1d', stamps)).toEqual(['warning', message, [2, 4]])
  expect(outsideOf('1d', [stamps[0]!, stamps[2]!])).toBeUndefined()
  expect(outsideOf('1d', stamps, '24/7')).toBeUndefined()
})

test('bars before the open and after the close are worth knowing', () => {
  const moments = ['2024-11-29T14:30:00Z', '2024-11-29T14:40:00Z', '2024-11-29T18:00:00Z']
  const message = '2 bars lie before the open or after the close of XNYS'
  const late = [...moments, '2024-11-29T18:10:00Z']
  expect(outsideOf('10m', late)).toEqual(['info', message, [1, 4]])
})

test('the bar in which trading opens or closes is within', () => {
  const moments = ['2024-11-29T15:00:00Z', '2024-11-29T18:30:00Z']
  expect(outsideOf('1h', moments)).toBeUndefined()
})

test('longer bars have many sessions', () => {
  expect(outsideOf('1w', ['2024-11-30T23:59:59.999Z'])).toBeUndefined()
})
