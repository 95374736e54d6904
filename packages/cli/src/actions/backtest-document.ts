import type { BacktestResult } from '@neural-trader/backtesting'
import { formatInstant } from '@neural-trader/market-data'

/** What goes into the document beside the result. */
export type DocumentOptions = {
  /** Absolute path of the report, null where none was written. */
  readonly report: string | null
  /** Absolute path of the event log, null where none was written. */
  readonly log: string | null
  /** Whether to list the trades. */
  readonly trades: boolean
}

/**
 * A result as plain data for JSON. Times are ISO 8601, measures as documented in
 * `@neural-trader/backtesting` with what is undefined as null.
 */
export function backtestDocument(
  result: BacktestResult,
  { report, log: file, trades }: DocumentOptions,
): object {
  const { strategy, bars, measures, conventions, assumptions, account, refusals, log } = result
  return {
    strategy,
    data: bars.map(({ instrument, timeframe, time }) => ({
      instrument,
      timeframe,
      bars: time.length,
      first: instant(time[0]),
      last: instant(time.at(-1)),
    })),
    measures,
    conventions,
    assumptions,
    counts: countsOf(result),
    account,
    ...(result.actions.type.length > 0 ? { actions: actionsOf(result) } : {}),
    refusals,
    totalFunding: result.totalFunding,
    log: { hash: log.hash, records: log.records, file },
    report,
    ...(trades ? { trades: tradesOf(result) } : {}),
  }
}

function countsOf({ time, orders, fills, trades }: BacktestResult): object {
  return {
    steps: time.length,
    orders: orders.step.length,
    fills: fills.step.length,
    trades: trades.quantity.length,
  }
}

function actionsOf({ actions, bars, time }: BacktestResult): object[] {
  return actions.type.map((type, row) => ({
    instrument: bars[actions.instrument[row]!]!.instrument,
    time: instant(time[actions.step[row]!]),
    type,
    quantity: actions.quantity[row],
    cash: actions.cash[row],
  }))
}

function tradesOf({ trades, bars, time }: BacktestResult): object[] {
  return Array.from(trades.quantity, (quantity, row) => ({
    instrument: bars[trades.instrument[row]!]!.instrument,
    quantity,
    entryTime: instant(time[trades.entryStep[row]!]),
    exitTime: instant(time[trades.exitStep[row]!]),
    entryPrice: trades.entryPrice[row],
    exitPrice: trades.exitPrice[row],
    fees: trades.fees[row],
    pnl: trades.pnl[row],
    return: trades.returns[row],
    open: trades.open[row] === 1,
  }))
}

function instant(time: bigint | undefined): string | null {
  return time === undefined ? null : formatInstant(time)
}
