import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

import type { Bars } from '@neural-trader/core'
import { readBars } from '@neural-trader/market-data'

import type { BacktestOptions } from '../src/index.ts'
import { oracleFile } from './oracles.ts'

/** What a script does when so many bars are visible. */
export type Action = {
  readonly bar: number
  readonly do: 'buy' | 'sell' | 'close' | 'close_trade' | 'cancel' | 'sl' | 'tp'
  readonly size?: number
  readonly limit?: number
  readonly stop?: number
  readonly sl?: number
  readonly tp?: number
  readonly portion?: number
  readonly trade?: number | 'all' | 'long' | 'short'
  readonly price?: number | null
}

/** Columns of equal lengths by name; `null` where there is no value. */
export type Columns = Readonly<Record<string, readonly (number | boolean | null)[]>>

/** A scripted backtest and what backtesting.py made of it. */
export type Case = {
  readonly id: string
  readonly data:
    | { readonly file: string; readonly from: number; readonly to: number }
    | Readonly<Record<'time' | 'open' | 'high' | 'low' | 'close', readonly number[]>>
  readonly options: {
    readonly cash: number
    readonly commission?: number | readonly [number, number]
    readonly spread?: number
    readonly margin?: number
    readonly trade_on_close?: boolean
    readonly hedging?: boolean
    readonly exclusive_orders?: boolean
    readonly finalize_trades?: boolean
  }
  readonly actions: readonly Action[]
  readonly expect: {
    readonly fills: Columns
    readonly trades: Columns
    readonly open_trades: Columns
    readonly pending_orders: Columns
    readonly events: readonly { readonly bar: number; readonly event: string }[]
    readonly equity: readonly number[]
    /** `null` is NaN, `inf` and `-inf` what they say. */
    readonly stats: Readonly<Record<string, number | string | null>>
  }
}

/** The cases of a file. */
export function readCases(file: string): readonly Case[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const { cases } = JSON.parse(text) as { readonly cases: readonly Case[] }
  return cases
}

const files = new Map<string, Promise<Bars>>()

/** The bars of a case. */
export async function barsOf({ data }: Case): Promise<Bars> {
  if (!('file' in data)) {
    const column = (values: readonly number[]): Float64Array => Float64Array.from(values)
    return {
      instrument: 'CASE.XTST',
      timeframe: '1d',
      time: BigInt64Array.from(data.time, (time) => BigInt(time) * 1_000_000n),
      open: column(data.open),
      high: column(data.high),
      low: column(data.low),
      close: column(data.close),
      volume: new Float64Array(data.time.length),
    }
  }
  const whole =
    files.get(data.file) ??
    readBars(oracleFile('bars', data.file) ?? '', { instrument: 'CASE.XTST' })
  files.set(data.file, whole)
  const bars = await whole
  const part = <T extends Float64Array | BigInt64Array>(column: T): T =>
    column.slice(data.from, data.to) as T
  return {
    ...bars,
    time: part(bars.time),
    open: part(bars.open),
    high: part(bars.high),
    low: part(bars.low),
    close: part(bars.close),
    volume: part(bars.volume),
  }
}

/** The options of a case as ours. */
export function optionsOf({ options }: Case): Omit<BacktestOptions, 'data' | 'strategy'> {
  const { commission = 0 } = options
  const [feePerOrder, feeRate] = typeof commission === 'number' ? [0, commission] : commission
  return {
    profile: 'backtesting.py',
    cash: options.cash,
    feeRate,
    feePerOrder,
    spread: options.spread ?? 0,
    leverage: 1 / (options.margin ?? 1),
    fillPolicy: options.trade_on_close ? 'this-close' : 'next-open',
    hedging: options.hedging ?? false,
    exclusiveOrders: options.exclusive_orders ?? false,
    closeAtEnd: options.finalize_trades ?? false,
  }
}
