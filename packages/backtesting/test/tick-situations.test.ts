import { readFileSync } from 'node:fs'

import type {
  CorporateAction,
  InstrumentTerms,
  OrderOptions,
  Quotes,
  Strategy,
  Trades,
} from '@neural-trader/core'
import { expect, test } from 'vitest'

import { backtest } from '../src/backtest.ts'
import type { BacktestOptions } from '../src/options.ts'
import type { BacktestResult } from '../src/result.ts'
import type { CalendarName } from '../src/sessions/calendar-option.ts'
import { tickData } from '../src/ticks/tick-data.ts'

/** A moment in UTC, `2024-11-29T14:30`. */
type Moment = string

type Tick =
  | { readonly q: readonly (number | null)[] }
  | { readonly t: readonly [price: number, size: number] }

type Situation = {
  readonly name: string
  readonly calendar?: CalendarName
  readonly extended_hours?: boolean
  readonly sessions?: readonly (readonly [Moment, Moment])[]
  readonly terms?: Record<string, unknown> & {
    readonly kind: string
    readonly expiry?: Moment
    readonly funding?: readonly (readonly [Moment, number])[]
  }
  readonly ticks: readonly (readonly [Moment, Tick])[]
  readonly actions?: readonly {
    readonly at: Moment
    readonly split?: readonly [number, number]
    readonly dividend?: number
    readonly delisting?: number
  }[]
  readonly orders: readonly {
    readonly step: number
    readonly lots: number
    readonly limit?: number
    readonly time_in_force?: string
  }[]
  readonly fills: readonly (readonly [number, number, number, number])[]
  readonly ends: readonly (readonly [number, string])[]
  readonly equity?: number
}

const table = new URL('../../../crates/testdata/tick-situations.json', import.meta.url)
const situations = JSON.parse(readFileSync(table, 'utf8')) as readonly Situation[]

test.each(situations)('$name', async (situation) => {
  const result = await backtest({
    ...rulesOf(situation),
    data: dataOf(situation),
    strategy: scripted(situation),
    cash: 100_000,
    priceDecimals: 0,
  })
  expect(fillsOf(result)).toEqual(situation.fills)
  expect(endsOf(result)).toEqual(situation.ends)
  const equity = result.equity.at(-1)!
  expect(equity).toBeCloseTo(situation.equity ?? equity, 6)
})

const inSessions = situations.filter(({ sessions }) => sessions !== undefined)

test.each(inSessions)('its sessions are those of the calendar: $name', (situation) => {
  const [listed] = tickData(dataOf(situation), rulesOf(situation)).instruments
  const known = listed?.sessions
  if (known === undefined || known === 'unknown') throw new Error('there are sessions')
  // A quote at the very open is of its session.
  const stated = situation.sessions!.map(([open, close]) => [
    nanoseconds(open) - 1n,
    nanoseconds(close),
  ])
  const first = known.open.indexOf(stated[0]![0]!)
  expect(stated.map((_, at) => [known.open[first + at], known.close[first + at]])).toEqual(stated)
})

const instrument = 'X.XNYS'

function rulesOf({
  calendar,
  extended_hours,
  actions,
  terms,
}: Situation): Partial<BacktestOptions> {
  return {
    ...(calendar === undefined ? {} : { calendar }),
    ...(extended_hours === undefined ? {} : { extendedHours: extended_hours }),
    ...(actions === undefined ? {} : { corporateActions: actions.map(actionOf) }),
    ...(terms === undefined ? {} : { instruments: { [instrument]: termsOf(terms) } }),
  }
}

function actionOf({ at, split, dividend, delisting }: NonNullable<Situation['actions']>[number]) {
  const time = nanoseconds(at)
  const action =
    split !== undefined
      ? { time, type: 'split', newShares: split[0], oldShares: split[1] }
      : dividend !== undefined
        ? { time, type: 'cash-dividend', amount: dividend }
        : { time, type: 'delisting', payment: delisting ?? null }
  return action as CorporateAction
}

function termsOf({ kind, expiry, funding, ...sizes }: NonNullable<Situation['terms']>) {
  const named = {
    multiplier: sizes['multiplier'],
    marginRate: sizes['margin_rate'],
    tickSize: sizes['tick_size'],
    lotSize: sizes['lot_size'],
    expiry: expiry && nanoseconds(expiry),
    funding: funding && {
      time: BigInt64Array.from(funding, ([at]) => nanoseconds(at)),
      rate: funding.map(([, rate]) => rate),
    },
  }
  const stated = Object.entries(named).filter(([, value]) => value !== undefined)
  return { kind, ...Object.fromEntries(stated) } as InstrumentTerms
}

function nanoseconds(moment: Moment): bigint {
  return BigInt(Date.parse(`${moment}Z`)) * 1_000_000n
}

function dataOf({ ticks }: Situation): (Quotes | Trades)[] {
  const quoted = ticks.flatMap(([at, tick]) => ('q' in tick ? [{ at, row: tick.q }] : []))
  const traded = ticks.flatMap(([at, tick]) => ('t' in tick ? [{ at, row: tick.t }] : []))
  const column = (place: number, none: number) =>
    Float64Array.from(quoted, ({ row }) => row[place] ?? none)
  const quotes: Quotes = {
    instrument,
    time: BigInt64Array.from(quoted, ({ at }) => nanoseconds(at)),
    bid: column(0, Number.NaN),
    ask: column(1, Number.NaN),
    bidSize: column(2, 0),
    askSize: column(3, 0),
  }
  const trades: Trades = {
    instrument,
    time: BigInt64Array.from(traded, ({ at }) => nanoseconds(at)),
    price: Float64Array.from(traded, ({ row }) => row[0]),
    size: Float64Array.from(traded, ({ row }) => row[1]),
  }
  return [quotes, trades].filter(({ time }) => time.length > 0)
}

function scripted({ orders: given }: Situation): Strategy {
  const act: NonNullable<Strategy['onQuote']> = ({ step, orders }) => {
    for (const { lots, limit, time_in_force: good } of given.filter((each) => each.step === step)) {
      const options = {
        ...(limit === undefined ? {} : { limit }),
        ...(good === undefined ? {} : { timeInForce: good.toUpperCase() }),
      } as OrderOptions
      if (lots > 0) orders.buy(lots, options)
      else orders.sell(-lots, options)
    }
  }
  return { name: 'scripted', params: {}, indicators: {}, onQuote: act, onTrade: act }
}

function fillsOf({ fills }: BacktestResult): unknown[] {
  return Array.from(fills.step, (step, row) => [
    step,
    fills.order[row]! + 1,
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
