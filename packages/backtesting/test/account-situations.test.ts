import { readFileSync } from 'node:fs'

import type { Bars, Quotes, Strategy, StrategyContext, TickContext } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { backtest } from '../src/backtest.ts'
import { eventsOf } from '../src/log/events-of.ts'
import type { BacktestOptions } from '../src/options.ts'
import type { BacktestResult } from '../src/result.ts'

type Prices = number | readonly [number, number, number, number]

/** A row of the table: what the engine's own test reads too. */
type Situation = {
  readonly name: string
  readonly options: Partial<BacktestOptions>
  readonly days?: readonly number[]
  readonly bars: Readonly<Record<string, readonly (Prices | null)[]>>
  readonly orders: readonly GivenOrder[]
  readonly cancel_all?: readonly number[]
  readonly events: readonly (readonly [number, string, string])[]
  readonly fills: readonly (readonly [number, string, number, number])[]
  readonly ends: readonly string[]
  readonly cash?: string
  readonly equity?: number
}

type GivenOrder = {
  readonly step: number
  readonly instrument?: string
  readonly lots: number
  readonly limit?: number
  readonly reduce_only?: boolean
}

const table = new URL('../../../crates/testdata/account-situations.json', import.meta.url)
const allSituations = JSON.parse(readFileSync(table, 'utf8')) as readonly Situation[]

/** A strategy is first asked when every series has a bar; the engine's own test needs not wait. */
const situations = allSituations.filter(({ bars }) =>
  Object.values(bars).every(([first]) => first !== null),
)

/** 1 January 2024, a Monday. */
const firstDay = Date.UTC(2024, 0, 1)
const day = 86_400_000

test.each(situations)('$name', async (situation) => {
  const { onBar } = scripted(situation)
  const data = Object.keys(situation.bars).map((id) => barsOf(situation, id))
  const options = { ...situation.options, data, strategy: { ...script, onBar } }
  expect(await play(options)).toMatchObject(expected(situation))
})

/** A bar of one price is a quote without a spread. */
const single = situations.filter(({ bars }) =>
  Object.values(bars).every((prices) => prices.every((each) => !Array.isArray(each))),
)

test.each(single)('over quotes: $name', async (situation) => {
  const { fillPolicy, ...options } = situation.options
  const { onQuote } = scripted(situation)
  const data = Object.keys(situation.bars).map((id) => quotesOf(barsOf(situation, id)))
  const policy = fillPolicy === 'this-close' ? { fillPolicy: 'this-quote' as const } : {}
  const strategy = { ...script, onQuote }
  expect(await play({ ...options, ...policy, data, strategy })).toMatchObject(expected(situation))
})

test('most of them go over quotes', () => {
  expect(single.length).toBeGreaterThan(15)
})

function quotesOf({ instrument, time, close }: Bars): Quotes {
  const bidSize = new Float64Array(close.length)
  return { instrument, time, bid: close, ask: close, bidSize, askSize: bidSize }
}

/** What a run comes to, in the words of the table. */
async function play(options: BacktestOptions): Promise<object> {
  const result = await backtest({ ...options, priceDecimals: 0 })
  return {
    events: happened(result),
    fills: fillsOf(result),
    ends: endsOf(result),
    account: result.account,
    equity: Number(result.equity.at(-1)?.toFixed(9)),
  }
}

function expected(situation: Situation): object {
  const { events, fills, ends, equity } = situation
  const account = summaryOf(situation)
  return { events, fills, ends, account, ...(equity === undefined ? {} : { equity }) }
}

function barsOf({ bars, days }: Situation, instrument: string): Bars {
  const rows = bars[instrument]!.flatMap((prices, step) =>
    prices === null ? [] : [{ step, prices: typeof prices === 'number' ? four(prices) : prices }],
  )
  const column = (at: 0 | 1 | 2 | 3) => Float64Array.from(rows, ({ prices }) => prices[at])
  const closesAt = (step: number) => firstDay + (days?.[step] ?? step) * day
  return {
    instrument,
    timeframe: '1d',
    time: BigInt64Array.from(rows, ({ step }) => BigInt(closesAt(step)) * 1_000_000n),
    open: column(0),
    high: column(1),
    low: column(2),
    close: column(3),
    volume: new Float64Array(rows.length),
  }
}

function four(price: number): readonly [number, number, number, number] {
  return [price, price, price, price]
}

const script = { name: 'scripted', params: {}, indicators: {} }

function scripted({
  orders: given,
  cancel_all: cancels = [],
}: Situation): Required<Pick<Strategy, 'onBar' | 'onQuote'>> {
  const act = ({ step, instruments, instrument, orders }: StrategyContext | TickContext): void => {
    for (const order of given) {
      if (order.step !== step) continue
      const traded = instrument(order.instrument ?? instruments[0]!.id)
      const options = {
        ...(order.limit === undefined ? {} : { limit: order.limit }),
        reduceOnly: order.reduce_only ?? false,
      }
      if (order.lots > 0) traded.orders.buy(order.lots, options)
      else traded.orders.sell(-order.lots, options)
    }
    if (cancels.includes(step)) orders.cancelAll()
  }
  return { onBar: act, onQuote: act }
}

const ofAccount = new Set([
  'margin-warning',
  'margin-call',
  'margin-restored',
  'interest',
  'borrow-fee',
  'cash-settlement',
  'conversion',
  'ruin',
])

function happened({ log, bars }: BacktestResult): unknown[] {
  const saved = { ...log, instruments: bars.map(({ instrument }) => instrument) }
  const events = eventsOf(saved, { kinds: ofAccount })
  return Array.from(events, ({ step, event, money }) => [step, event, money?.amount])
}

function fillsOf({ fills, bars }: BacktestResult): unknown[] {
  return Array.from(fills.step, (step, row) => [
    step,
    bars[fills.instrument[row]!]!.instrument,
    fills.quantity[row],
    fills.price[row],
  ])
}

function endsOf({ orders }: BacktestResult): unknown[] {
  return orders.status.map((status, row) =>
    `${status.toUpperCase()} ${orders.reason[row] ?? ''}`.trim(),
  )
}

function summaryOf({ events, ends }: Situation): object {
  const amounts = (kind: string) => events.filter(([, event]) => event === kind)
  const total = (kind: string) =>
    amounts(kind).reduce((sum, [, , amount]) => sum + Number(amount), 0)
  return {
    interest: expect.closeTo(total('interest'), 9),
    borrowFees: expect.closeTo(total('borrow-fee'), 9),
    marginWarnings: amounts('margin-warning').length,
    marginCalls: amounts('margin-call').length,
    liquidations: ends.filter((end) => end.endsWith('LIQUIDATION')).length,
  }
}
