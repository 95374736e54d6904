import { readFileSync } from 'node:fs'

import type {
  FillableOrder,
  FillQuote,
  ModelFill,
  OrderOptions,
  QuoteFillModel,
  Quotes,
  Strategy,
  Trades,
} from '@neural-trader/core'
import { describe, expect, it } from 'vitest'

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
  readonly model?: keyof typeof answers
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

const situations = readTable('quote-situations')
const modelled = readTable('quote-model-situations')

function readTable(name: string): readonly Situation[] {
  const file = new URL(`../../../../crates/testdata/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as readonly Situation[]
}

/** The fill models of the table. */
const answers = {
  rules: ({ price }: FillableOrder): ModelFill => ({ price }),
  middle: (_: FillableOrder, { tick, bid, ask }: FillQuote): ModelFill | undefined =>
    tick === 'quote' && bid > 0 && ask > 0 ? { price: (bid + ask) / 2 } : undefined,
  half: ({ price, quantity }: FillableOrder): ModelFill => ({
    price,
    quantity: Math.ceil(quantity / 2),
  }),
  trades_alone: ({ price }: FillableOrder, { tick }: FillQuote): ModelFill | undefined =>
    tick === 'trade' ? { price } : undefined,
  // The engine refuses it too; from TypeScript it never gets there.
  beyond_limit: ({ limit, side }: FillableOrder): ModelFill => ({
    price: side === 'buy' ? limit + 1 : limit - 1,
  }),
}

function modelOf({ model }: Situation): { fillModel?: QuoteFillModel } {
  return model === undefined ? {} : { fillModel: { name: model, fillAtQuote: answers[model] } }
}

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

/** Step, order, signed quantity and price of every fill. */
async function play(situation: Situation): Promise<unknown[]> {
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
    ...modelOf(situation),
  }
  const { fills } = await backtest(options)
  return Array.from(fills.step, (step, row) => [
    step,
    (fills.order[row] as number) + 1,
    fills.quantity[row],
    fills.price[row],
  ])
}

describe('quotes and trades', () => {
  it.each(driven.map((situation) => [situation.name, situation] as const))(
    '%s',
    async (_, situation) => {
      expect(await play(situation)).toEqual(situation.fills)
    },
  )
})

describe('with fill models', () => {
  const given = modelled.filter(({ model }) => model !== 'beyond_limit')
  it.each(given.map((situation) => [situation.name, situation] as const))(
    '%s',
    async (_, situation) => {
      expect(await play(situation)).toEqual(situation.fills)
    },
  )

  it('a model that goes beyond a limit is told so', async () => {
    const beyond = modelled.filter(({ model }) => model === 'beyond_limit')
    expect(beyond).not.toEqual([])
    for (const each of beyond) {
      await expect(play(each)).rejects.toMatchObject({ code: 'INVALID_FILL' })
    }
  })
})

it('runs nearly all of them', () => {
  expect(driven.length).toBeGreaterThan(situations.length - 4)
})
