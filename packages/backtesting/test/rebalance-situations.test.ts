// The situations of whole accounts that the kernel's own tests read, through `backtest`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Bars, StrategyContext, Weights } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { backtest } from '../src/backtest.ts'
import type { BacktestOptions } from '../src/options.ts'

type Situation = Pick<BacktestOptions, 'account' | 'leverage' | 'fillPolicy' | 'feePerOrder'> & {
  readonly name: string
  /** Of each instrument, open, high, low and close of every step it has a bar at. */
  readonly bars: readonly (readonly (readonly number[] | null)[])[]
  readonly rebalances: readonly {
    readonly step: number
    readonly weights: readonly (number | null)[]
    readonly others?: 'keep'
    readonly tolerance?: number
    readonly minimumTrade?: number
  }[]
  /** Step, instrument, signed units and price. */
  readonly fills: readonly (readonly number[])[]
  readonly refusals: Readonly<Record<string, number>>
}

const path = join(import.meta.dirname, '../../../crates/testdata/rebalance-situations.json')
const situations = JSON.parse(readFileSync(path, 'utf8')) as readonly Situation[]

function barsOf(rows: Situation['bars'][number], number: number): Bars {
  const known = rows.flatMap((row, step) => (row === null ? [] : [{ row, step }]))
  const column = (of: number): Float64Array =>
    Float64Array.from(known, ({ row }) => row[of] as number)
  return {
    instrument: `N${number}.XNAS`,
    timeframe: '1d',
    time: BigInt64Array.from(known, ({ step }) => BigInt(step) * 86_400_000_000_000n),
    open: column(0),
    high: column(1),
    low: column(2),
    close: column(3),
    volume: new Float64Array(known.length),
  }
}

const named = (weights: readonly (number | null)[]): Weights =>
  Object.fromEntries(
    weights.flatMap((weight, number) => (weight === null ? [] : [[`N${number}.XNAS`, weight]])),
  )

test.each(situations.map((situation) => [situation.name, situation] as const))(
  '%s',
  async (_, { name: _name, bars, rebalances, fills, refusals, ...rules }) => {
    const strategy = {
      name: 'script',
      params: {},
      indicators: {},
      onBar: ({ step, rebalance }: StrategyContext) => {
        for (const { step: at, weights, ...options } of rebalances) {
          if (at === step) rebalance(named(weights), options)
        }
      },
    }
    const result = await backtest({ data: bars.map(barsOf), strategy, cash: 1000, ...rules })
    const { step, instrument, quantity, price } = result.fills
    const rows = [...step].map((at, row) => [at, instrument[row], quantity[row], price[row]])
    expect(rows).toEqual(fills)
    expect(result.refusals).toEqual(refusals)
  },
)
