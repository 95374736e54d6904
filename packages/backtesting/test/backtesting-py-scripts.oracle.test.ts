import { describe, expect, test } from 'vitest'

import { backtest, type BacktestResult } from '../src/index.ts'
import type { Measures } from '../src/measures.ts'
import { barsOf, optionsOf, readCases, type Case, type Columns } from './backtesting-py-case.ts'
import { replayLog, type Row } from './backtesting-py-replay.ts'
import { scriptedStrategy } from './backtesting-py-strategy.ts'
import { casesFile } from './oracles.ts'

/** Statistics of the library by our names, and what ours is multiplied by to give theirs. */
const statistics: Readonly<Record<string, readonly [keyof Measures, number]>> = {
  Duration: ['duration', 1],
  'Exposure Time [%]': ['exposureTime', 100],
  'Equity Final [$]': ['finalEquity', 1],
  'Equity Peak [$]': ['peakEquity', 1],
  'Commissions [$]': ['totalFees', 1],
  'Return [%]': ['totalReturn', 100],
  'Buy & Hold Return [%]': ['buyAndHoldReturn', 100],
  'Return (Ann.) [%]': ['annualReturn', 100],
  'Volatility (Ann.) [%]': ['annualVolatility', 100],
  'CAGR [%]': ['cagr', 100],
  'Sharpe Ratio': ['sharpeRatio', 1],
  'Sortino Ratio': ['sortinoRatio', 1],
  'Calmar Ratio': ['calmarRatio', 1],
  'Alpha [%]': ['alpha', 100],
  Beta: ['beta', 1],
  'Max. Drawdown [%]': ['maxDrawdown', 100],
  'Avg. Drawdown [%]': ['averageDrawdown', 100],
  'Max. Drawdown Duration': ['maxDrawdownDuration', 1],
  'Avg. Drawdown Duration': ['averageDrawdownDuration', 1],
  '# Trades': ['trades', 1],
  'Win Rate [%]': ['winRate', 100],
  'Best Trade [%]': ['bestTrade', 100],
  'Worst Trade [%]': ['worstTrade', 100],
  'Avg. Trade [%]': ['averageTrade', 100],
  'Max. Trade Duration': ['maxTradeDuration', 1],
  'Avg. Trade Duration': ['averageTradeDuration', 1],
  'Profit Factor': ['profitFactor', 1],
  'Expectancy [%]': ['expectancy', 100],
  SQN: ['sqn', 1],
  'Kelly Criterion': ['kelly', 1],
}

/** What the library calls a refusal, and the reasons that we give. */
const refusedAs: Readonly<Record<string, readonly string[]>> = {
  order_cancelled: ['INSUFFICIENT_BUYING_POWER'],
  relative_order_cancelled: ['QUANTITY_ZERO'],
  invalid_order: ['EXIT_ON_WRONG_SIDE'],
}

/** A number that differs from what the library gives. */
type Difference = { readonly what: string; readonly actual: number; readonly expected: number }

const file = casesFile('backtesting-py')
const cases = file === undefined ? [] : readCases(file)

describe.skipIf(file === undefined)('scripted orders of backtesting.py', () => {
  test('every case', async ({ task }) => {
    const replayed = await Promise.all(
      cases.map(async (each) => ({ id: each.id, ...(await differences(each)) })),
    )
    const wrong = replayed.filter(({ wrong: found }) => found.length > 0)
    const largestError = Math.max(0, ...replayed.map((each) => each.largestError))
    Object.assign(task.meta, {
      oracle: {
        folder: 'backtesting-py',
        cases: cases.length,
        failures: wrong.length,
        largestError,
      },
    })
    expect(cases.length).toBeGreaterThan(0)
    expect(wrong.map(({ id, wrong: found }) => ({ id, found: found.slice(0, 5) }))).toEqual([])
  })
})

/** What differs in a case, and the largest relative error of what does not. */
async function differences(
  each: Case,
): Promise<{ readonly wrong: readonly Difference[]; readonly largestError: number }> {
  const strategy = scriptedStrategy(each.actions)
  const result = await backtest({ data: await barsOf(each), strategy, ...optionsOf(each) })
  const compared = [...compare(each, result)]
  const wrong = compared.filter(({ actual, expected }) => !isNear(actual, expected))
  const errors = compared
    .filter(({ expected }) => Math.abs(expected) > 1e-6)
    .map(({ actual, expected }) => Math.abs(actual / expected - 1))
    .filter((error) => error < 1e-8)
  return { wrong, largestError: Math.max(0, ...errors) }
}

function isNear(actual: number, expected: number): boolean {
  if (Number.isNaN(expected)) return Number.isNaN(actual)
  if (!Number.isFinite(expected)) return actual === expected
  return Math.abs(actual - expected) <= 1e-8 * Math.abs(expected) + 1e-8
}

function* compare(
  { actions, expect: expected }: Case,
  result: BacktestResult,
): Generator<Difference> {
  const given = actions.flatMap(({ do: what }, index) =>
    what === 'buy' || what === 'sell' ? [index] : [],
  )
  const { fills, trades, measures } = result
  const replay = replayLog(result.log, given)
  const filled = [...fills.step].map((bar, row) => ({
    bar,
    size: fills.quantity[row] ?? Number.NaN,
    price: fills.price[row] ?? Number.NaN,
  }))
  yield* rows('fills', filled, rowsOf(expected.fills))
  yield* rows('trades', replay.trades, rowsOf(expected.trades), ['pnl', 'commission', 'return_pct'])
  yield* rows('open', replay.openTrades, rowsOf(expected.open_trades))
  yield* rows('pending', sorted(replay.pendingOrders), sorted(rowsOf(expected.pending_orders)))
  const closed = [...trades.pnl.keys()].filter((row) => trades.open[row] === 0)
  const table = closed.map((row) => ({
    exit_bar: trades.exitStep[row] ?? Number.NaN,
    size: trades.quantity[row] ?? Number.NaN,
    entry_bar: trades.entryStep[row] ?? Number.NaN,
    entry_price: trades.entryPrice[row] ?? Number.NaN,
    exit_price: trades.exitPrice[row] ?? Number.NaN,
    pnl: trades.pnl[row] ?? Number.NaN,
    commission: trades.fees[row] ?? Number.NaN,
    return_pct: trades.returns[row] ?? Number.NaN,
  }))
  yield* rows(
    'table',
    sorted(table),
    sorted(rowsOf(expected.trades), Object.keys(table[0] ?? {})),
    ['sl', 'tp', 'action'],
  )
  yield* numbers('equity', [...result.equity], expected.equity)
  for (const [event, reasons] of Object.entries(refusedAs)) {
    const counted = reasons.map((reason) => result.refusals[reason] ?? 0)
    yield {
      what: event,
      actual: counted.reduce((sum, count) => sum + count, 0),
      expected: expected.events.filter((each) => each.event === event).length,
    }
  }
  for (const [name, value] of Object.entries(expected.stats)) {
    const [measure, factor] = statistics[name] ?? []
    const actual = measure === undefined ? Number.NaN : measures[measure] * (factor ?? 1)
    yield { what: name, actual, expected: numberOf(value) }
  }
}

function rowsOf(columns: Columns): readonly Row[] {
  const names = Object.keys(columns)
  return (columns[names[0] ?? ''] ?? []).map((_, row) =>
    Object.fromEntries(names.map((name) => [name, Number(columns[name]?.[row] ?? Number.NaN)])),
  )
}

/** Rows in the order of their numbers, for what has no order of its own. */
function sorted(given: readonly Row[], keys?: readonly string[]): readonly Row[] {
  const key = (row: Row): string =>
    (keys ?? Object.keys(row)).map((name) => (row[name] ?? Number.NaN).toPrecision(10)).join(' ')
  return given.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}

function numberOf(value: number | string | null): number {
  if (value === null) return Number.NaN
  return Number(String(value).replace('inf', 'Infinity'))
}

function* rows(
  what: string,
  actual: readonly Row[],
  expected: readonly Row[],
  elsewhere: readonly string[] = [],
): Generator<Difference> {
  yield { what: `${what}: rows`, actual: actual.length, expected: expected.length }
  for (const [index, row] of expected.entries()) {
    for (const [name, value] of Object.entries(row)) {
      if (elsewhere.includes(name)) continue
      const ours = actual[index]?.[name] ?? Number.NaN
      yield { what: `${what} ${index} ${name}`, actual: ours, expected: value }
    }
  }
}

function* numbers(
  what: string,
  actual: readonly number[],
  expected: readonly number[],
): Generator<Difference> {
  yield { what: `${what}: length`, actual: actual.length, expected: expected.length }
  for (const [index, value] of expected.entries()) {
    yield { what: `${what} ${index}`, actual: actual[index] ?? Number.NaN, expected: value }
  }
}
