import { createHash } from 'node:crypto'

import type { Bars } from '@neural-trader/core'

import type { Measures } from '../measures.ts'
import type { BacktestResult, TradeTable } from '../result.ts'

/** Test-only: a run over a seeded random walk that is long or short in turn, or does not trade. */
export type SyntheticRun = {
  readonly bars: number
  readonly trades: number
  readonly daily?: boolean
  readonly seed?: number
  readonly instruments?: number
}

/** A result with the shape and the coherence of a real one, computed without the engine. */
export function syntheticResult(run: SyntheticRun): BacktestResult {
  const random = generator(run.seed ?? 7)
  const bars = Array.from({ length: run.instruments ?? 1 }, (_, at) => walk(run, random, at))
  const trades = tradesOf(run, bars[0]!)
  const equity = equityOf(bars[0]!, trades)
  const time = bars[0]!.time
  return {
    strategy: { name: 'sma-cross', params: { fast: 10, slow: 30 }, form: 'declarative' },
    bars,
    time,
    equity,
    trades,
    fills: fillsOf(trades),
    orders: ordersOf(trades),
    refusals: run.trades > 0 ? { INSUFFICIENT_MARGIN: 3, 'order-expired': 1 } : {},
    measures: measuresOf(time, equity, trades, bars[0]!),
    conventions: {
      profile: 'neural-trader',
      returnsPer: 'day',
      periodsPerYear: 252,
      ddof: 1,
      riskFreeRate: 0,
      daysPerYear: 365.25,
      annualisation: 'geometric',
      tradeStatistics: 'pnl',
    },
    assumptions: {
      profile: 'neural-trader',
      fillPolicy: 'next-open',
      sizing: 'at-decision',
      cash,
      account: 'margin',
      leverage: 1,
      feeRate: 0.0005,
      feePerOrder: 0,
      slippage: 0,
      spread: 0,
      closeAtEnd: false,
      scales: bars.map(() => ({ price: 2, quantity: 0 })),
    },
    log: {
      hash: createHash('sha256').update(equity).digest('hex'),
      records: 2 * run.trades,
      bytes: () => new Uint8Array(),
    },
  }
}

const cash = 10_000

function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function walk({ bars, daily = true }: SyntheticRun, random: () => number, at: number): Bars {
  const column = (): Float64Array => new Float64Array(bars)
  const series = {
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
  }
  const scale = daily ? 0.02 : 0.0008
  let price = 100
  for (let row = 0; row < bars; row += 1) {
    const normal = (): number => random() + random() + random() + random() - 2
    const open = cents(price * (1 + normal() * scale * 0.3))
    const close = cents(Math.max(1, open * (1 + normal() * scale + scale / 50)))
    series.open[row] = open
    series.close[row] = close
    series.high[row] = cents(Math.max(open, close) * (1 + random() * scale * 0.5))
    series.low[row] = cents(Math.min(open, close) * (1 - random() * scale * 0.5))
    series.volume[row] = Math.round(random() * 1e6)
    price = close
  }
  return {
    instrument: at === 0 ? 'SYNTH.XNAS' : `SYNTH${at}.XNAS`,
    timeframe: daily ? '1d' : '1m',
    time: times(bars, daily),
    ...series,
  }
}

function cents(price: number): number {
  return Math.round(price * 100) / 100
}

function times(bars: number, daily: boolean): BigInt64Array {
  const start = Date.UTC(2010, 0, 5) - (daily ? 1 : 10_800_000)
  return BigInt64Array.from({ length: bars }, (_, row) => {
    const days = Math.floor(row / 5) * 7 + (row % 5)
    return BigInt(start + (daily ? days * 86_400_000 : row * 60_000)) * 1_000_000n
  })
}

function tradesOf({ trades, bars: length }: SyntheticRun, bars: Bars): TradeTable {
  const every = Math.max(1, Math.floor((length - 1) / Math.max(1, trades)))
  const column = (value: (trade: number) => number): Float64Array =>
    Float64Array.from({ length: trades }, (_, trade) => value(trade))
  const entryStep = Int32Array.from({ length: trades }, (_, trade) => trade * every)
  const exitStep = Int32Array.from({ length: trades }, (_, trade) =>
    trade === trades - 1 ? length - 1 : (trade + 1) * every,
  )
  const quantity = column((trade) => (trade % 2 === 0 ? 90 : -60))
  const entryPrice = column((trade) => bars.open[entryStep[trade]!]!)
  const exitPrice = column((trade) =>
    trade === trades - 1 ? bars.close[length - 1]! : bars.open[exitStep[trade]!]!,
  )
  const fees = column(
    (trade) => (entryPrice[trade]! + exitPrice[trade]!) * Math.abs(quantity[trade]!) * 0.00002,
  )
  const pnl = column(
    (trade) => (exitPrice[trade]! - entryPrice[trade]!) * quantity[trade]! - fees[trade]!,
  )
  const returns = column((trade) => pnl[trade]! / (entryPrice[trade]! * Math.abs(quantity[trade]!)))
  return {
    instrument: new Int32Array(trades),
    quantity,
    entryStep,
    exitStep,
    entryPrice,
    exitPrice,
    fees,
    pnl,
    returns,
    open: Uint8Array.from({ length: trades }, (_, trade) => Number(trade === trades - 1)),
  }
}

function equityOf(bars: Bars, trades: TradeTable): Float64Array {
  const equity = new Float64Array(bars.time.length)
  let realised = cash
  let trade = 0
  for (let step = 0; step < equity.length; step += 1) {
    while (trade < trades.pnl.length && trades.exitStep[trade]! <= step && trades.open[trade] === 0)
      realised += trades.pnl[trade++]!
    const open = trade < trades.pnl.length && trades.entryStep[trade]! <= step
    equity[step] =
      realised +
      (open ? (bars.close[step]! - trades.entryPrice[trade]!) * trades.quantity[trade]! : 0)
  }
  return equity
}

function fillsOf(trades: TradeTable): BacktestResult['fills'] {
  return {
    instrument: trades.instrument,
    order: trades.entryStep,
    step: trades.entryStep,
    quantity: trades.quantity,
    price: trades.entryPrice,
    fee: trades.fees,
  }
}

function ordersOf(trades: TradeTable): BacktestResult['orders'] {
  return {
    instrument: trades.instrument,
    step: trades.entryStep,
    type: Array.from(trades.pnl, () => 'market'),
    status: Array.from(trades.pnl, () => 'filled'),
    reason: Array.from(trades.pnl, () => ''),
    quantity: trades.quantity,
    filled: trades.quantity,
  }
}

function measuresOf(
  time: BigInt64Array,
  equity: Float64Array,
  trades: TradeTable,
  bars: Bars,
): Measures {
  const start = Number(time[0]! / 1_000_000n)
  const end = Number(time.at(-1)! / 1_000_000n)
  const years = (end - start) / (365.25 * 86_400_000)
  const closed = trades.pnl.filter((_, trade) => trades.open[trade] === 0)
  const sum = (column: Float64Array): number => column.reduce((total, value) => total + value, 0)
  const wins = closed.filter((pnl) => pnl > 0)
  const returns = equity.slice(1).map((value, at) => value / equity[at]! - 1)
  const mean = sum(returns) / returns.length
  const deviation = Math.sqrt(
    sum(returns.map((value) => (value - mean) ** 2)) / (returns.length - 1),
  )
  let peak = -Infinity
  let deepest = 0
  equity.forEach((value) => {
    peak = Math.max(peak, value)
    deepest = Math.min(deepest, value / peak - 1)
  })
  const total = equity.at(-1)! / cash - 1
  const growth = years > 0 ? (1 + total) ** (1 / years) - 1 : Number.NaN
  const held = trades.entryStep.length === 0 ? Number.NaN : 12 * 86_400
  const average =
    trades.returns.length === 0 ? Number.NaN : sum(trades.returns) / trades.returns.length
  return {
    start,
    end,
    duration: (end - start) / 1000,
    exposureTime: trades.pnl.length > 0 ? 0.967 : 0,
    startEquity: cash,
    finalEquity: equity.at(-1)!,
    peakEquity: peak,
    totalFees: sum(trades.fees),
    totalReturn: total,
    buyAndHoldReturn: bars.close.at(-1)! / bars.close[0]! - 1,
    annualReturn: growth,
    cagr: growth,
    annualVolatility: deviation * Math.sqrt(252),
    sharpeRatio: (mean / deviation) * Math.sqrt(252),
    sortinoRatio: (mean / deviation) * 22,
    calmarRatio: growth / -deepest,
    omegaRatio: 1.0834,
    alpha: 0.021,
    beta: 0.038,
    maxDrawdown: deepest,
    averageDrawdown: deepest / 4,
    maxDrawdownDuration: 584 * 86_400,
    averageDrawdownDuration: 41.2 * 86_400,
    maxGrossExposure: 1.02,
    trades: trades.pnl.length,
    closedTrades: closed.length,
    openTrades: trades.pnl.length - closed.length,
    openPnl: trades.pnl.length > 0 ? trades.pnl.at(-1)! : 0,
    winRate: wins.length / closed.length,
    bestTrade:
      trades.returns.length === 0 ? Number.NaN : Math.max(...trades.returns.subarray(0, 1000)),
    worstTrade:
      trades.returns.length === 0 ? Number.NaN : Math.min(...trades.returns.subarray(0, 1000)),
    averageTrade: average,
    averageWinningTrade: Math.abs(average),
    averageLosingTrade: -Math.abs(average),
    maxTradeDuration: held,
    averageTradeDuration: held,
    averageWinningTradeDuration: held,
    averageLosingTradeDuration: held,
    profitFactor: sum(wins) / -sum(closed.filter((pnl) => pnl < 0)),
    expectancy: sum(closed) / closed.length,
    sqn: 1.0766,
    kelly: 0.1518,
  }
}
