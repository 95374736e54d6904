import type { Bars, Orders, Strategy, Timeframe } from '@neural-trader/core'
import { describe, expect, test } from 'vitest'

import { backtest } from '../backtest.ts'
import type { BacktestOptions } from '../options.ts'
import { renderReport } from '../report/render-report.ts'

/** Bars at these moments (UTC), each from 100 to 101 or as far as told. */
function barsAt(
  instrument: string,
  moments: readonly string[],
  timeframe: Timeframe = '10m',
): Bars {
  const column = (price: number): Float64Array => new Float64Array(moments.length).fill(price)
  return {
    instrument,
    timeframe,
    time: BigInt64Array.from(moments, (each) => BigInt(Date.parse(`${each}Z`)) * 1_000_000n),
    open: column(100),
    high: column(101),
    low: column(100),
    close: column(101),
    volume: column(0),
  }
}

function atStep(wanted: number, act: (orders: Orders) => void): Strategy {
  const onBar: Strategy['onBar'] = ({ step, orders }) => {
    if (step === wanted) act(orders)
  }
  return { name: 'scripted', params: {}, indicators: {}, onBar }
}

const eachOnClose: Strategy = {
  name: 'scripted',
  params: {},
  indicators: {},
  onBar({ step, instruments }) {
    if (step !== 0) return
    for (const { orders } of instruments) orders.buy(1, { timeInForce: 'CLOSE' })
  },
}

const onClose = atStep(0, (orders) => orders.buy(1, { timeInForce: 'CLOSE' }))

const afternoon = barsAt('X.XNYS', ['2024-11-26T20:30', '2024-11-26T20:40', '2024-11-26T21:00'])

function run(options: Partial<BacktestOptions>): ReturnType<typeof backtest> {
  return backtest({ data: afternoon, strategy: onClose, ...options })
}

describe('which calendar', () => {
  test('auto takes that of the venue', async () => {
    const { assumptions, fills } = await run({ calendar: 'auto' })
    const cutoffs = { atClose: 10 }
    const hours = { calendar: 'XNYS', cutoffs, extendedHours: false, barsOutside: 0 }
    expect(assumptions.hours).toEqual([hours])
    expect([...fills.step]).toEqual([2])
  })

  test.each([
    ['X.ARCX', 'XNYS'],
    ['BTC-USDT.BINANCE', '24/7'],
    ['ES.XCME', 'CMES'],
  ])('auto knows %s', async (instrument, calendar) => {
    const { assumptions } = await run({ data: { ...afternoon, instrument }, calendar: 'auto' })
    expect(assumptions.hours[0]?.calendar).toBe(calendar)
  })

  test('auto refuses a venue it does not know', async () => {
    const data = { ...afternoon, instrument: 'X.XOSL' }
    await expect(run({ data, calendar: 'auto' })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringMatching(/venue XOSL of X.XOSL: name one for it, or 'none'/),
    })
  })

  test('without one, shorter bars than a day have no open and no close', async () => {
    const { refusals, orders, assumptions } = await run({})
    expect(orders.status).toEqual(['denied'])
    expect(refusals).toEqual({ SESSION_UNKNOWN: 1 })
    expect(assumptions.hours[0]?.calendar).toBeNull()
  })

  test('without one, daily bars are sessions', async () => {
    const days = ['2024-11-26T23:59', '2024-11-27T23:59', '2024-11-28T23:59']
    const { fills } = await run({ data: barsAt('X.XNYS', days, '1d') })
    expect([...fills.step]).toEqual([1])
  })

  test('of several instruments each follows its own', async () => {
    const london = barsAt('L.XLON', ['2024-11-26T16:20', '2024-11-26T16:30', '2024-11-27T16:30'])
    const newYork = barsAt('N.XNYS', ['2024-11-26T16:20', '2024-11-26T16:30', '2024-11-26T21:00'])
    const { fills, time } = await run({
      data: [london, newYork],
      strategy: eachOnClose,
      calendar: 'auto',
    })
    const filled = Array.from(fills.step, (step, row) => [
      fills.instrument[row],
      new Date(Number(time[step]! / 1_000_000n)).toISOString().slice(0, 16),
    ])
    expect(filled).toEqual([
      [0, '2024-11-26T16:30'],
      [1, '2024-11-26T21:00'],
    ])
  })

  test('it can be named by instrument; what is not named has none', async () => {
    const other = { ...afternoon, instrument: 'Y.XNYS' }
    const data = [afternoon, other]
    const { orders } = await run({ data, strategy: eachOnClose, calendar: { 'X.XNYS': 'XNYS' } })
    expect(orders.status).toEqual(['filled', 'denied'])
    await expect(run({ calendar: { 'Z.XNYS': 'XNYS' } })).rejects.toThrow(/names Z.XNYS/)
  })
})

describe('cutoffs and hours', () => {
  test.each([
    { cutoffs: 'none', status: 'filled' },
    { cutoffs: { atClose: 30 }, status: 'denied' },
    { cutoffs: { atClose: { entry: 29, change: 60 } }, status: 'filled' },
    { cutoffs: { atOpen: 30 }, status: 'filled' },
  ] as const)('cutoffs $cutoffs', async ({ cutoffs, status }) => {
    const { orders } = await run({ calendar: 'XNYS', cutoffs })
    expect(orders.status).toEqual([status])
  })

  test('bars outside are counted, and orders pass them by', async () => {
    const moments = ['2024-11-26T12:00', '2024-11-26T13:00', '2024-11-26T14:40']
    const data = barsAt('X.XNYS', moments)
    const strategy = atStep(0, (orders) => orders.buy(1))
    const inHours = await run({ data, strategy, calendar: 'XNYS' })
    expect([...inHours.fills.step]).toEqual([2])
    expect(inHours.assumptions.hours[0]?.barsOutside).toBe(2)
    const always = await run({ data, strategy, calendar: 'XNYS', extendedHours: true })
    expect([...always.fills.step]).toEqual([1])
    const atOnce = await run({ data, strategy, calendar: 'XNYS', fillPolicy: 'this-close' })
    expect([...atOnce.fills.step]).toEqual([2])
  })

  test('the report names the calendar', async () => {
    const html = await renderReport(await run({ calendar: 'XNYS' }))
    expect(html).toContain('XNYS; orders on close 10 minutes before')
    expect(await renderReport(await run({}))).toContain('No calendar')
  })
})

describe('what is refused', () => {
  test.each([
    [{ calendar: 'XNYX' }, /Option calendar is XNYX/],
    [{ cutoffs: 'none' }, /Option cutoffs is "none": it needs a calendar/],
    [{ extendedHours: true }, /Option extendedHours is true: it needs a calendar/],
    [{ calendar: 'XNYS', profile: 'backtesting.py' }, /backtesting.py knows no sessions/],
    [{ calendar: 'XNYS', cutoffs: { atClose: -1 } }, /Option cutoffs/],
  ] as const)('%j', async (options, message) => {
    const given = options as Partial<BacktestOptions>
    await expect(run(given)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringMatching(message),
    })
  })

  test.each([
    ['bars longer than a day', barsAt('X.XNYS', ['2024-11-29T21:00'], '1w'), /Bars of 1w/],
    ['bars that the calendar does not reach', barsAt('X.XNYS', ['1980-01-02T21:00']), /known from/],
    ['bars that all lie outside', barsAt('X.XNYS', ['2024-11-26T12:00']), /None of the bars/],
  ])('%s', async (_name, data, message) => {
    await expect(run({ data, calendar: 'XNYS' })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringMatching(message),
    })
  })
})
