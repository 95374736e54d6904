import type { ArrayResult, Measures } from '../src/index.ts'
import { numberOf, type Table, type VectorbtCase } from './vectorbt-case.ts'

/** A figure: where it stands, what was found and what was wanted. */
export type Figure = readonly [name: string, found: number, wanted: number]

/** Every figure of a case beside what came of it; rows that are missing show in the counts. */
export function figuresOf({ expect, freq }: VectorbtCase, result: ArrayResult): Figure[] {
  const { orders, trades, unfilled } = result
  const seconds = freq === '1h' ? 3600 : 86_400
  return [
    ...table('order', signed(expect.orders, 'side', 'sell'), {
      col: orders.column,
      idx: orders.step,
      size: orders.quantity,
      price: orders.price,
      fees: orders.fees,
    }),
    ...table('unfilled', expect.unfilled, { col: unfilled.column, idx: unfilled.step }),
    ...unfilled.reason.map((reason, row): Figure => {
      const wanted = String(expect.unfilled['reason']?.[row])
      return [`reason ${row} ${reason} ${wanted}`, 1, Number(isReason(reason, wanted))]
    }),
    ...table('trade', signed(expect.trades, 'direction', 'short'), {
      col: trades.column,
      parent_id: trades.position,
      size: trades.quantity,
      entry_idx: trades.entryStep,
      entry_price: trades.entryPrice,
      entry_fees: trades.entryFees,
      exit_idx: trades.exitStep,
      exit_price: trades.exitPrice,
      exit_fees: trades.exitFees,
      pnl: trades.pnl,
      return: trades.returns,
    }),
    ...column(
      'open trade',
      trades.open,
      expect.trades['status']?.map((each) => Number(each === 'open')),
    ),
    ...column('assets', result.held, expect.assets),
    ...column('init_cash', result.initialCash, expect.init_cash),
    ...column('cash', result.finalCash, expect.cash),
    ...result.equity.flatMap((equity, account) => [
      ...column(`value ${account}`, equity, expect.value[account]),
      ...accountFigures(expect, result, account, seconds),
    ]),
  ]
}

function column(
  name: string,
  found: ArrayLike<number>,
  wanted: readonly (number | string | null)[] | undefined,
): Figure[] {
  const list = wanted ?? []
  return [
    [`rows of ${name}`, found.length, list.length],
    ...list.map((each, row): Figure => [
      `${name} ${row}`,
      found[row] ?? Number.NaN,
      numberOf(each),
    ]),
  ]
}

function table(
  name: string,
  wanted: Table,
  found: Readonly<Record<string, ArrayLike<number>>>,
): Figure[] {
  return Object.entries(found).flatMap(([key, values]) =>
    column(`${name} ${key}`, values, wanted[key]),
  )
}

/** The table with its sizes negative where a row is of this side. */
function signed(wanted: Table, key: string, negative: string): Table {
  const size = wanted['size']?.map(
    (each, row) => (wanted[key]?.[row] === negative ? -1 : 1) * Number(each),
  )
  return { ...wanted, size: size ?? [] }
}

const reasons: Readonly<Record<string, string>> = {
  VALUE_PRICE_NAN: 'ValPriceNaN',
  VALUE_ZERO_OR_LESS: 'ValueZeroNeg',
}

function isReason(reason: string, wanted: string): boolean {
  const theirs = reasons[reason] ?? reason.replaceAll('_', '')
  return theirs.toLowerCase() === wanted.toLowerCase()
}

/** Statistics there, the measure here and the factor between their units; NaN is the bar's length. */
const statistics: readonly (readonly [string, keyof Measures, number])[] = [
  ['Start Value', 'startEquity', 1],
  ['End Value', 'finalEquity', 1],
  ['Total Return [%]', 'totalReturn', 100],
  ['Benchmark Return [%]', 'buyAndHoldReturn', 100],
  ['Max Gross Exposure [%]', 'maxGrossExposure', 100],
  ['Total Fees Paid', 'totalFees', 1],
  ['Max Drawdown [%]', 'maxDrawdown', -100],
  ['Max Drawdown Duration', 'maxDrawdownDuration', Number.NaN],
  ['Total Trades', 'trades', 1],
  ['Total Closed Trades', 'closedTrades', 1],
  ['Total Open Trades', 'openTrades', 1],
  ['Open Trade PnL', 'openPnl', 1],
  ['Win Rate [%]', 'winRate', 100],
  ['Best Trade [%]', 'bestTrade', 100],
  ['Worst Trade [%]', 'worstTrade', 100],
  ['Avg Winning Trade [%]', 'averageWinningTrade', 100],
  ['Avg Losing Trade [%]', 'averageLosingTrade', 100],
  ['Avg Winning Trade Duration', 'averageWinningTradeDuration', Number.NaN],
  ['Avg Losing Trade Duration', 'averageLosingTradeDuration', Number.NaN],
  ['Profit Factor', 'profitFactor', 1],
  ['Expectancy', 'expectancy', 1],
  ['Sharpe Ratio', 'sharpeRatio', 1],
  ['Calmar Ratio', 'calmarRatio', 1],
  ['Omega Ratio', 'omegaRatio', 1],
  ['Sortino Ratio', 'sortinoRatio', 1],
]

function accountFigures(
  expect: VectorbtCase['expect'],
  result: ArrayResult,
  account: number,
  seconds: number,
): Figure[] {
  const measured = (name: keyof Measures): number => result.measures?.[name][account] ?? Number.NaN
  const stats = expect.stats[account] ?? {}
  const equity = result.equity[account] ?? new Float64Array()
  return [
    ['total_return', measured('totalReturn'), numberOf(expect.total_return[account])],
    [
      'max_drawdown',
      drawdownOf(equity, result.initialCash[account] ?? 0),
      numberOf(expect.max_drawdown[account]),
    ],
    ...statistics.map(([theirs, ours, factor]): Figure => {
      const unit = Number.isNaN(factor) ? 1 / seconds : factor
      return [theirs, measured(ours) * unit, numberOf(stats[theirs])]
    }),
  ]
}

/** The deepest fall of the path that returns compound to, as that library counts it. */
function drawdownOf(equity: Float64Array, initial: number): number {
  let [before, path, peak, deepest] = [initial, 1, -Infinity, 0]
  for (const value of equity) {
    path *= 1 + gained(before, value)
    peak = Math.max(peak, path)
    deepest = Math.min(deepest, path / peak - 1)
    before = value
  }
  return deepest
}

/** A return: a negative base flips its sign, and from nothing it is endless. */
function gained(before: number, value: number): number {
  if (before !== 0) return (value - before) / Math.abs(before)
  return value === 0 ? 0 : Infinity * Math.sign(value)
}
