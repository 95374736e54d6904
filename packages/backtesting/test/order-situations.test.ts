import type {
  Bars,
  CorporateAction,
  OrderOptions,
  Orders,
  Strategy,
  QuoteBars,
} from '@neural-trader/core'
import { expect, test } from 'vitest'

import { backtest } from '../src/backtest.ts'
import type { BacktestOptions } from '../src/options.ts'
import type { BacktestResult } from '../src/result.ts'
import {
  situations,
  type GivenAction,
  type GivenOrder,
  type Situation,
  leanSituations,
} from './situations.ts'

const hour = 3_600_000
/** A midnight: steps count their hours from here. */
const start = 10_000 * 24 * hour

test('most of the table can be replayed from TypeScript', () => {
  expect(situations.length).toBeGreaterThanOrEqual(90)
})

test.each([...situations, ...leanSituations])('$name', async (situation) => {
  const result = await backtest({
    data: barsOf(situation),
    strategy: scripted(situation),
    ...rules(situation),
    corporateActions: (situation.actions ?? []).map((action) => actionOf(action, situation)),
    ...quotesOf(situation),
  })
  expect(fillsOf(result)).toEqual(situation.fills)
  expect(endsOf(result)).toEqual(situation.ends.map(([order, end]) => [order, seen(end)]))
  expect(result.refusals).toEqual(reasonsOf(situation))
  const { cash, held, bars } = situation
  if (cash === undefined || held === undefined) return
  expect(result.equity.at(-1)).toBeCloseTo(Number(cash) + held * (bars.at(-1)?.[3] ?? 0), 9)
  expect(result.actions.type).toEqual(situation.actions?.map((action) => typeOf(action)))
})

/** An hour before the bar of its step closes. */
function actionOf(given: GivenAction, { hours_per_step = 6 }: Situation): CorporateAction {
  const time = BigInt(start + given.step * hours_per_step * hour - hour) * 1_000_000n
  const [newShares, oldShares] = given.split ?? [1, 1]
  switch (typeOf(given)) {
    case 'split':
      return { type: 'split', time, newShares, oldShares }
    case 'cash-dividend':
      return { type: 'cash-dividend', time, amount: given.dividend ?? 0 }
    case 'symbol-change':
      return { type: 'symbol-change', time, from: 'X.XNAS', to: given.symbol ?? '' }
    case 'delisting':
      return { type: 'delisting', time, payment: given.payment ?? null }
  }
}

function typeOf({ split, dividend, symbol }: GivenAction): CorporateAction['type'] {
  if (split !== undefined) return 'split'
  if (dividend !== undefined) return 'cash-dividend'
  return symbol === undefined ? 'delisting' : 'symbol-change'
}

/** A situation with an auction has bars that are sessions, as daily ones are. */
function barsOf({ bars, orders, volumes = [], hours_per_step = 6 }: Situation): Bars {
  const hasAuction = orders.some(({ time_in_force: each }) => each === 'open' || each === 'close')
  const column = (at: 0 | 1 | 2 | 3) => Float64Array.from(bars, (bar) => bar[at])
  const time = bars.map((_, step) => BigInt(start + step * hours_per_step * hour) * 1_000_000n)
  return {
    instrument: 'X.XNAS',
    timeframe: hasAuction ? '1d' : `${hours_per_step}h`,
    time: BigInt64Array.from(time),
    open: column(0),
    high: column(1),
    low: column(2),
    close: column(3),
    volume: Float64Array.from(bars, (_, step) => volumes[step] ?? 0),
  }
}

function quotesOf(situation: Situation): { readonly quotes?: QuoteBars } {
  const { quotes } = situation
  if (quotes === undefined) return {}
  const quoted = quotes.flatMap((quote, step) => (quote === null ? [] : [{ quote, step }]))
  const bars = barsOf(situation)
  const side = (at: 0 | 1): Bars => {
    const price = Float64Array.from(quoted, ({ quote }) => quote[at])
    const time = BigInt64Array.from(quoted, ({ step }) => bars.time[step] ?? 0n)
    const volume = new Float64Array(quoted.length)
    return { ...bars, time, open: price, high: price, low: price, close: price, volume }
  }
  return { quotes: { bid: side(0), ask: side(1) } }
}

function scripted({ orders: given, cancels = [], modifies = [] }: Situation): Strategy {
  return {
    name: 'scripted',
    params: {},
    indicators: {},
    onBar({ step, orders }) {
      for (const order of given) if (order.step === step) submit(orders, order)
      for (const { step: at, order, ...change } of modifies) {
        if (at === step) orders.modify(order, change)
      }
      for (const cancel of cancels) if (cancel.step === step) orders.cancel(cancel.order)
    },
  }
}

function submit(orders: Orders, given: GivenOrder): void {
  const { lots, target_lots, share, target_share } = given
  const options = optionsOf(given)
  if (target_lots !== undefined) orders.targetQuantity(target_lots, options)
  else if (target_share !== undefined) orders.targetPercent(target_share, options)
  else if (share !== undefined && share > 0) orders.buyPercent(share, options)
  else if (share !== undefined) orders.sellPercent(-share, options)
  else if (lots !== undefined && lots > 0) orders.buy(lots, options)
  else orders.sell(-(lots ?? 0), options)
}

function optionsOf(given: GivenOrder): OrderOptions {
  const expiresAt = given.expires_at === undefined ? undefined : start + given.expires_at * hour
  const good = expiresAt === undefined ? given.time_in_force?.toUpperCase() : 'GTD'
  const options = {
    limit: given.limit,
    stop: given.stop,
    timeInForce: good,
    reduceOnly: given.reduce_only,
    stopLoss: given.stop_loss,
    takeProfit: given.take_profit,
    trail: given.trail,
    trailPercent: given.trail_share,
    trailLimit: given.trail_limit,
    touch: given.touch,
    toLimit: given.to_limit,
    postOnly: given.post_only,
    display: given.display,
    oco: given.oco,
    parent: given.parent,
    expiresAt,
  }
  const stated = Object.entries(options).filter(([, value]) => value !== undefined)
  return Object.fromEntries(stated) as OrderOptions
}

function rules({ config = {} }: Situation): Partial<BacktestOptions> {
  const { profile, max_position, max_order_quantity, max_order_notional, ...rest } = config
  const { margin = profile === undefined ? 1 : undefined } = rest
  const limits = {
    maxPosition: max_position,
    maxOrderQuantity: max_order_quantity,
    maxOrderNotional: max_order_notional,
  }
  const options = {
    cash: rest['cash'] ?? 100_000,
    profile,
    leverage: margin === undefined ? undefined : 1 / Number(margin),
    account: rest['account'],
    feeRate: rest['fee_rate'],
    feePerOrder: rest['fee_per_fill'],
    spread: rest['spread'],
    slippage: rest['slippage'],
    fillPolicy: rest['fill_policy'],
    sizing: rest['sizing'],
    maxVolumeShare: rest['max_volume_share'],
    adjustOrdersForDividends: rest['adjust_orders_for_dividends'],
    limits: stated(limits),
    priceDecimals: 0,
  }
  return stated(options)
}

function stated(options: object): object {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
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
    seen(`${status.toUpperCase()} ${orders.reason[row] ?? ''}`.trim()),
  ])
}

/** An order that has not ended works, whatever its last record and whether a part of it filled. */
function seen(end: string): string {
  return /^(FILLED|CANCELLED|EXPIRED|DENIED)/.test(end) ? end : 'WORKING'
}

function reasonsOf({ ends, refused_changes = [] }: Situation): Record<string, number> {
  const reasons = ends.flatMap(([, end]) => end.split(' ').slice(1))
  const counts: Record<string, number> = {}
  for (const reason of [...reasons, ...refused_changes.map(([, reason]) => reason)]) {
    counts[reason] = (counts[reason] ?? 0) + 1
  }
  return counts
}
