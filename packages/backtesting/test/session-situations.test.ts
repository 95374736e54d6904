import { readFileSync } from 'node:fs'
import type { Bars, OrderOptions, Strategy, Timeframe } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { backtest } from '../src/backtest.ts'
import type { BacktestResult } from '../src/result.ts'
import { tradingHours } from '../src/sessions/trading-hours.ts'
import type { CalendarName } from '../src/sessions/calendar-option.ts'

/** A moment in UTC, `2024-11-29T14:30`. */
type Moment = string

type Situation = {
  readonly name: string
  readonly calendar: CalendarName
  readonly timeframe: Timeframe
  readonly extended_hours?: boolean
  readonly sessions: readonly (readonly [Moment, Moment])[]
  readonly bars: readonly (readonly [Moment, number, number, number, number])[]
  readonly orders: readonly {
    readonly step: number
    readonly lots?: number
    readonly target_lots?: number
    readonly limit?: number
    readonly time_in_force?: string
    readonly expires_at?: Moment
  }[]
  readonly cancels?: readonly { readonly step: number; readonly order: number }[]
  readonly modifies?: readonly {
    readonly step: number
    readonly order: number
    readonly limit: number
  }[]
  readonly fills: readonly (readonly [number, number, number, number])[]
  readonly ends: readonly (readonly [number, string])[]
  readonly refused_changes?: readonly string[]
}

const table = new URL('../../../crates/testdata/session-situations.json', import.meta.url)
const situations = JSON.parse(readFileSync(table, 'utf8')) as readonly Situation[]

test.each(situations)('$name', async (situation) => {
  const { calendar, extended_hours: extendedHours = false } = situation
  const data = barsOf(situation)
  const strategy = scripted(situation)
  const rules = { calendar, extendedHours, cash: 100_000, priceDecimals: 0 }
  const result = await backtest({ data, strategy, ...rules })
  expect(fillsOf(result)).toEqual(situation.fills)
  expect(endsOf(result)).toEqual(situation.ends)
  expect(result.refusals).toEqual(reasonsOf(situation))
})

test.each(situations)('its sessions are those of the calendar: $name', (situation) => {
  const { sessions } = tradingHours(barsOf(situation), situation)
  if (sessions === undefined || sessions === 'unknown') throw new Error('there are sessions')
  const first = sessions.open.indexOf(nanoseconds(situation.sessions[0]![0]))
  const rows = situation.sessions.map((_, at) => [
    sessions.open[first + at],
    sessions.close[first + at],
  ])
  expect(rows).toEqual(situation.sessions.map((ends) => ends.map(nanoseconds)))
})

function nanoseconds(moment: Moment): bigint {
  return BigInt(Date.parse(`${moment}Z`)) * 1_000_000n
}

function barsOf({ bars, timeframe, calendar }: Situation): Bars {
  const column = (at: 1 | 2 | 3 | 4) => Float64Array.from(bars, (bar) => bar[at])
  return {
    instrument: `X.${calendar}`,
    timeframe,
    time: BigInt64Array.from(bars, ([time]) => nanoseconds(time)),
    open: column(1),
    high: column(2),
    low: column(3),
    close: column(4),
    volume: new Float64Array(bars.length),
  }
}

function scripted({ orders: given, cancels = [], modifies = [] }: Situation): Strategy {
  return {
    name: 'scripted',
    params: {},
    indicators: {},
    onBar({ step, orders }) {
      for (const order of given.filter((each) => each.step === step)) {
        const { lots = 0, target_lots: target } = order
        if (target !== undefined) orders.targetQuantity(target, optionsOf(order))
        else if (lots > 0) orders.buy(lots, optionsOf(order))
        else orders.sell(-lots, optionsOf(order))
      }
      for (const { order, limit } of modifies.filter((each) => each.step === step))
        orders.modify(order, { limit })
      for (const { order } of cancels.filter((each) => each.step === step)) orders.cancel(order)
    },
  }
}

function optionsOf({
  limit,
  time_in_force,
  expires_at,
}: Situation['orders'][number]): OrderOptions {
  const options = {
    limit,
    timeInForce: expires_at === undefined ? time_in_force?.toUpperCase() : 'GTD',
    expiresAt: expires_at === undefined ? undefined : Date.parse(`${expires_at}Z`),
  }
  const stated = Object.entries(options).filter(([, value]) => value !== undefined)
  return Object.fromEntries(stated) as OrderOptions
}

function fillsOf({ fills }: BacktestResult): unknown[] {
  return Array.from(fills.step, (step, row) => [
    step,
    (fills.order[row] ?? 0) + 1,
    fills.quantity[row],
    fills.price[row],
  ])
}

function endsOf({ orders }: BacktestResult): unknown[] {
  return orders.status.map((status, row) => [
    row + 1,
    `${status.toUpperCase()} ${orders.reason[row] ?? ''}`.trim(),
  ])
}

function reasonsOf({ ends, refused_changes = [] }: Situation): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const reason of [
    ...ends.flatMap(([, end]) => end.split(' ').slice(1)),
    ...refused_changes,
  ]) {
    counts[reason] = (counts[reason] ?? 0) + 1
  }
  return counts
}
