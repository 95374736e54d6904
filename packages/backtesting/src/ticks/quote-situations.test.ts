import { readFileSync } from 'node:fs'

import type { OrderOptions, Quotes, Strategy, Trades } from '@neural-trader/core'
import { expect, it } from 'vitest'

import { backtest, type BacktestOptions } from '../index.ts'

type Tick = { readonly q: readonly (number | null)[] } | { readonly t: readonly [number, number] }

type Given = {
  readonly step: number
  readonly lots?: number
  readonly target_share?: number
  readonly limit?: number
  readonly stop?: number
  readonly touch?: number
  readonly trail?: number
  readonly trail_limit?: number
  readonly time_in_force?: 'day' | 'ioc' | 'fok' | 'open'
  readonly expires_at?: number
  readonly reduce_only?: boolean
  readonly post_only?: boolean
  readonly stop_loss?: number
  readonly take_profit?: number
  readonly oco?: number
  readonly parent?: number
}

type Situation = {
  readonly name: string
  readonly config?: {
    readonly limit_fill?: string
    readonly fill_policy?: 'this-quote'
    readonly slippage?: number
    readonly max_volume_share?: number
  }
  readonly hours_per_step?: number
  readonly ticks: readonly Tick[]
  readonly orders: readonly Given[]
  readonly cancels?: readonly { readonly step: number; readonly order: number }[]
  readonly modifies?: readonly {
    readonly step: number
    readonly order: number
    readonly limit?: number
  }[]
  readonly at_end?: string
  readonly fills: readonly (readonly [number, number, number, number])[]
  readonly cash?: string
}

const table = new URL('../../../../crates/testdata/quote-situations.json', import.meta.url)
const situations = JSON.parse(readFileSync(table, 'utf8')) as readonly Situation[]
const hour = 3_600_000

/** Those whose rules are options and whose limit beyond a trailing stop is more than none. */
const driven = situations.filter(
  ({ config, orders }) =>
    config?.limit_fill === undefined && orders.every((order) => order.trail_limit !== 0),
)

function dataOf({ ticks, hours_per_step: hours = 6 }: Situation): (Quotes | Trades)[] {
  const timed = ticks.map((tick, step) => ({
    tick,
    time: BigInt(step * hours * hour) * 1_000_000n,
  }))
  const quoted = timed.flatMap(({ tick, time }) => ('q' in tick ? [{ row: tick.q, time }] : []))
  const traded = timed.flatMap(({ tick, time }) => ('t' in tick ? [{ row: tick.t, time }] : []))
  const instrument = 'X.XTST'
  const side = (at: number): Float64Array =>
    Float64Array.from(quoted, ({ row }) => row[at] ?? Number.NaN)
  const size = (at: number): Float64Array => Float64Array.from(quoted, ({ row }) => row[at] ?? 0)
  const quotes: Quotes = {
    instrument,
    time: BigInt64Array.from(quoted, ({ time }) => time),
    bid: side(0),
    ask: side(1),
    bidSize: size(2),
    askSize: size(3),
  }
  const trades: Trades = {
    instrument,
    time: BigInt64Array.from(traded, ({ time }) => time),
    price: Float64Array.from(traded, ({ row }) => row[0]),
    size: Float64Array.from(traded, ({ row }) => row[1]),
  }
  return [quotes, trades].filter((each) => each.time.length > 0)
}

const lives = { day: 'DAY', ioc: 'IOC', fok: 'FOK', open: 'OPEN' } as const

function optionsOf(order: Given): OrderOptions {
  const pairs = {
    limit: order.limit,
    stop: order.stop,
    touch: order.touch,
    trail: order.trail,
    trailLimit: order.trail_limit,
    timeInForce: order.time_in_force === undefined ? undefined : lives[order.time_in_force],
    ...(order.expires_at === undefined
      ? {}
      : { timeInForce: 'GTD', expiresAt: order.expires_at * hour }),
    reduceOnly: order.reduce_only,
    postOnly: order.post_only,
    stopLoss: order.stop_loss,
    takeProfit: order.take_profit,
    oco: order.oco,
    parent: order.parent,
  }
  return Object.fromEntries(Object.entries(pairs).filter(([, value]) => value !== undefined))
}

function strategyOf(situation: Situation): Strategy {
  const act: NonNullable<Strategy['onQuote']> = ({ step, orders }) => {
    for (const order of situation.orders) {
      if (order.step !== step) continue
      const { lots, target_share: share } = order
      if (share !== undefined) orders.targetPercent(share)
      else if (lots !== undefined && lots > 0) orders.buy(lots, optionsOf(order))
      else orders.sell(-(lots ?? 0), optionsOf(order))
    }
    for (const { step: at, order, limit } of situation.modifies ?? []) {
      if (at === step) orders.modify(order, limit === undefined ? {} : { limit })
    }
    for (const { step: at, order } of situation.cancels ?? []) {
      if (at === step) orders.cancel(order)
    }
  }
  return { name: 'situation', params: {}, indicators: {}, onQuote: act, onTrade: act }
}

it.each(driven.map((situation) => [situation.name, situation] as const))(
  '%s',
  async (_, situation) => {
    const {
      fill_policy: fillPolicy,
      slippage,
      max_volume_share: maxVolumeShare,
    } = situation.config ?? {}
    const options: BacktestOptions = {
      data: dataOf(situation),
      strategy: strategyOf(situation),
      cash: 100_000,
      priceDecimals: 0,
      closeAtEnd: situation.at_end !== undefined,
      ...(fillPolicy === undefined ? {} : { fillPolicy }),
      ...(slippage === undefined ? {} : { slippage }),
      ...(maxVolumeShare === undefined ? {} : { maxVolumeShare }),
    }
    const { fills } = await backtest(options)
    const rows = Array.from(fills.step, (step, row) => [
      step,
      (fills.order[row] as number) + 1,
      fills.quantity[row],
      fills.price[row],
    ])
    expect(rows).toEqual(situation.fills)
  },
)

it('runs nearly all of them', () => {
  expect(driven.length).toBeGreaterThan(situations.length - 4)
})
