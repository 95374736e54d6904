import { readFileSync } from 'node:fs'

import type { Bars, InstrumentTerms, OrderOptions, Strategy } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { backtest } from '../src/backtest.ts'
import type { BacktestOptions } from '../src/options.ts'
import type { BacktestResult } from '../src/result.ts'

type Given = {
  readonly step: number
  readonly instrument?: number
  readonly quantity?: number
  readonly target_percent?: number
  readonly limit?: number
  readonly stop?: number
  readonly stop_loss?: number
  readonly stop_loss_percent?: number
  readonly take_profit_percent?: number
}

type Listed = {
  readonly id: string
  readonly decimals: readonly [price: number, quantity: number]
  readonly terms: Readonly<Record<string, unknown>> & {
    readonly expiry?: number
    readonly funding?: readonly (readonly [hours: number, rate: number])[]
  }
  readonly bars: readonly (readonly [number, number, number, number])[]
}

type Situation = {
  readonly name: string
  readonly account?: Readonly<Record<string, number>>
  readonly instruments: readonly Listed[]
  readonly orders: readonly Given[]
  readonly fills: readonly (readonly [number, number, number, number])[]
  readonly ends: readonly (readonly [number, string])[]
  readonly trades?: readonly (readonly number[])[]
  readonly cash?: number
  readonly equity?: number
  readonly funding?: number
}

const table = new URL('../../../crates/testdata/instrument-situations.json', import.meta.url)
const situations = JSON.parse(readFileSync(table, 'utf8')) as readonly Situation[]

const nanosecondsPerHour = 3_600_000_000_000n
/** A midnight: steps are six hours apart from here. */
const start = 240_000n * nanosecondsPerHour

test.each(situations)('$name', async (situation) => {
  const cash: number[] = []
  const result = await backtest({
    data: situation.instruments.map(barsOf),
    strategy: scripted(situation, cash),
    ...rules(situation),
  })
  expect(fillsOf(result)).toEqual(situation.fills)
  expect(endsOf(result)).toEqual(situation.ends)
  expect(stated(situation, result, cash)).toEqual(expected(situation))
})

/** What a situation says beside its fills and ends. */
type Stated = Pick<Situation, 'trades' | 'funding' | 'equity' | 'cash'>

function expected({ trades, funding, equity, cash }: Situation): Stated {
  return {
    ...(trades === undefined ? {} : { trades }),
    ...(funding === undefined ? {} : { funding }),
    ...(equity === undefined ? {} : { equity }),
    // A ruined account asks its strategy no more.
    ...(cash === undefined || cash < 0 ? {} : { cash }),
  }
}

/** What came of it, where the situation says something. */
function stated(situation: Situation, result: BacktestResult, cash: readonly number[]): object {
  const all: Readonly<Record<keyof Stated, unknown>> = {
    trades: tradesOf(result),
    funding: result.totalFunding,
    equity: Math.round((result.equity.at(-1) ?? 0) * 1e6) / 1e6,
    cash: cash.at(-1),
  }
  const names = Object.keys(expected(situation)) as (keyof Stated)[]
  return Object.fromEntries(names.map((name) => [name, all[name]]))
}

function barsOf({ id, bars }: Listed): Bars {
  const column = (at: 0 | 1 | 2 | 3) => Float64Array.from(bars, (bar) => bar[at])
  return {
    instrument: id,
    timeframe: '6h',
    time: BigInt64Array.from(bars, (_, step) => start + BigInt(step) * 6n * nanosecondsPerHour),
    open: column(0),
    high: column(1),
    low: column(2),
    close: column(3),
    volume: new Float64Array(bars.length),
  }
}

function scripted({ orders }: Situation, cash: number[]): Strategy {
  return {
    name: 'scripted',
    params: {},
    indicators: {},
    onBar(context) {
      cash.push(context.account.cash)
      for (const order of orders) {
        const instrument = context.instruments[order.instrument ?? 0]!
        if (order.step === context.step) submit(instrument.orders, order)
      }
    },
  }
}

function submit(orders: Parameters<NonNullable<Strategy['onBar']>>[0]['orders'], given: Given) {
  const stated = Object.entries({
    limit: given.limit,
    stop: given.stop,
    stopLoss: given.stop_loss,
    stopLossPercent: given.stop_loss_percent,
    takeProfitPercent: given.take_profit_percent,
  }).filter(([, value]) => value !== undefined)
  const options = Object.fromEntries(stated) as OrderOptions
  const { quantity = 0, target_percent: target } = given
  if (target !== undefined) orders.targetPercent(target, options)
  else if (quantity > 0) orders.buy(quantity, options)
  else orders.sell(-quantity, options)
}

function rules({ account = {}, instruments }: Situation): Partial<BacktestOptions> {
  const ticks = account['slippage_ticks']
  return {
    cash: account['cash'] ?? 100_000,
    leverage: 1 / (account['margin'] ?? 1),
    feeRate: account['fee_rate'] ?? 0,
    slippage: ticks === undefined ? (account['slippage'] ?? 0) : { model: 'ticks', ticks },
    priceDecimals: Math.max(...instruments.map(({ decimals }) => decimals[0])),
    quantityDecimals: Math.max(...instruments.map(({ decimals }) => decimals[1])),
    instruments: Object.fromEntries(instruments.map(({ id, terms }) => [id, termsOf(terms)])),
  }
}

function termsOf({ expiry, funding, ...rest }: Listed['terms']): InstrumentTerms {
  const named = Object.entries(rest).map(([name, value]) => [camelCase(name), value] as const)
  return {
    ...Object.fromEntries(named),
    ...(expiry === undefined ? {} : { expiry: at(expiry) }),
    ...(funding === undefined
      ? {}
      : {
          funding: {
            time: BigInt64Array.from(funding, ([hours]) => at(hours)),
            rate: Float64Array.from(funding, ([, rate]) => rate),
          },
        }),
  } as InstrumentTerms
}

function at(hours: number): bigint {
  return start + BigInt(hours) * nanosecondsPerHour
}

function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
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

function tradesOf({ trades }: BacktestResult): unknown[] {
  return Array.from(trades.quantity, (quantity, row) => [
    trades.entryStep[row],
    trades.exitStep[row],
    quantity,
    trades.entryPrice[row],
    trades.exitPrice[row],
    trades.pnl[row],
  ])
}
