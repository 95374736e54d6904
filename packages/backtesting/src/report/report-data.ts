import type { BacktestResult } from '../result.ts'
import { buyAndHoldEquity } from './buy-and-hold.ts'
import { type ChartGrid, chartGrid, onGrid } from './chart-grid.ts'
import { columnAtSteps, rowsAtSteps } from './closes-at-steps.ts'
import { drawdownSeries } from './drawdown-series.ts'
import { encodeNumbers, encodeTimes, type EncodedTimes } from './encode-column.ts'
import { axisDecimals, columnDecimals } from './format-number.ts'
import { areDaily, millisecondsAt } from './format-time.ts'

type Numbers = readonly (number | null)[]

/** What the page's script reads: columns of numbers, decimated where the run is long. */
export type ReportData = {
  /** Whether moments are shown as dates. */
  readonly daily: boolean
  /** Steps behind each pair of points of the charts; 1 where every step is drawn. */
  readonly stepsPerPair: number
  readonly time: EncodedTimes
  readonly equity: Numbers
  readonly benchmark: Numbers
  readonly drawdown: Numbers
  readonly prices: readonly PriceData[]
  readonly trades: TradeData
}

/** The prices of an instrument at the points of the charts; only closes where decimated. */
export type PriceData = {
  readonly instrument: string
  /** Decimals of its closes, of the prices at which it was traded, and of the quantities. */
  readonly decimals: number
  readonly fillDecimals: number
  readonly quantityDecimals: number
  readonly close: Numbers
  readonly open?: Numbers
  readonly high?: Numbers
  readonly low?: Numbers
}

/** The trades, with moments in place of steps. */
export type TradeData = {
  readonly instrument: readonly number[]
  readonly quantity: Numbers
  readonly entry: EncodedTimes
  readonly exit: EncodedTimes
  readonly entryPrice: Numbers
  readonly exitPrice: Numbers
  readonly fees: Numbers
  readonly pnl: Numbers
  readonly returns: Numbers
  readonly open: readonly number[]
}

/** Charts of longer runs are decimated to this many points. */
export const maxChartPoints = 20_000

/** The columns of a result that its page shows. */
export function reportData(result: BacktestResult): ReportData {
  const { time, equity, bars } = result
  const grid = chartGrid(time.length, pointsFor(bars.length))
  const rows = bars.map((series) => rowsAtSteps(series, time))
  const closes = bars.map((series, at) => columnAtSteps(series.close, rows[at]!))
  const held = bars.map((_, at) => columnAtSteps(result.holding(at), rows[at]!))
  const benchmark = benchmarkOf(result, held)
  return {
    daily: areDaily(bars),
    stepsPerPair: grid.size,
    time: encodeTimes(Float64Array.from(grid.steps, (step) => millisecondsAt(time, step))),
    equity: encodeNumbers(onGrid(equity, grid)),
    benchmark: encodeNumbers(onGrid(benchmark, grid)),
    drawdown: encodeNumbers(onGrid(drawdownSeries(equity, result.measures.startEquity), grid)),
    prices: bars.map((_, at) =>
      priceData(result, at, { grid, rows: rows[at]!, close: closes[at]! }),
    ),
    trades: tradeData(result),
  }
}

function benchmarkOf(
  { measures, firstTradable }: BacktestResult,
  held: readonly Float64Array[],
): Float64Array {
  return buyAndHoldEquity(held, { cash: measures.startEquity, step: firstTradable })
}

/** Many instruments share the room that one may fill. */
function pointsFor(instruments: number): number {
  return Math.max(2000, Math.floor(maxChartPoints / Math.max(1, instruments / 2)))
}

type OnSteps = {
  readonly grid: ChartGrid
  readonly rows: Int32Array
  readonly close: Float64Array
}

function priceData(result: BacktestResult, at: number, { grid, rows, close }: OnSteps): PriceData {
  const series = result.bars[at]!
  const scale = result.assumptions.scales[at] ?? { price: 9, quantity: 9 }
  const { instrument, entryPrice, quantity } = result.trades
  const traded = (column: Float64Array): Float64Array =>
    column.filter((_, trade) => instrument[trade] === at)
  const each = (column: Float64Array): Numbers => encodeNumbers(columnAtSteps(column, rows))
  return {
    instrument: series.instrument,
    decimals: axisDecimals(series.close, scale.price),
    fillDecimals: columnDecimals(
      Float64Array.of(...firstOf(series.close), ...firstOf(traded(entryPrice))),
      scale.price,
    ),
    quantityDecimals: columnDecimals(traded(quantity), scale.quantity),
    close: encodeNumbers(onGrid(close, grid)),
    ...(grid.size === 1 && {
      open: each(series.open),
      high: each(series.high),
      low: each(series.low),
    }),
  }
}

/** Enough of a column to see how many decimals it has. */
function firstOf(column: Float64Array): Float64Array {
  return column.subarray(0, 250)
}

function tradeData({ trades, time }: BacktestResult): TradeData {
  const moments = (steps: Int32Array): EncodedTimes =>
    encodeTimes(Float64Array.from(steps, (step) => millisecondsAt(time, step)))
  return {
    instrument: Array.from(trades.instrument),
    quantity: encodeNumbers(trades.quantity),
    entry: moments(trades.entryStep),
    exit: moments(trades.exitStep),
    entryPrice: encodeNumbers(trades.entryPrice),
    exitPrice: encodeNumbers(trades.exitPrice),
    fees: encodeNumbers(trades.fees),
    pnl: encodeNumbers(trades.pnl),
    returns: encodeNumbers(trades.returns),
    open: Array.from(trades.open),
  }
}
