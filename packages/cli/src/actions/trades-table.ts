import type { BacktestResult } from '@neural-trader/backtesting'
import { formatInstant } from '@neural-trader/market-data'

import type { Output } from '../output/output.ts'
import { formatTable } from '../output/table.ts'

const head = ['Entry', 'Exit', 'Instrument', 'Quantity', 'In at', 'Out at', 'Profit', 'Return']

/** The trades of a run as a table, in order of entry. */
export function tradesTable({ trades, bars, time }: BacktestResult, output: Output): string {
  const { colors } = output
  const rows = Array.from(trades.quantity, (quantity, row) => {
    const pnl = trades.pnl[row]!
    const tint = pnl < 0 ? colors.red : colors.green
    return [
      moment(time[trades.entryStep[row]!]!),
      trades.open[row] === 1 ? 'open' : moment(time[trades.exitStep[row]!]!),
      bars[trades.instrument[row]!]!.instrument,
      String(quantity),
      price.format(trades.entryPrice[row]!),
      price.format(trades.exitPrice[row]!),
      tint(money.format(pnl)),
      tint(percent.format(trades.returns[row]!)),
    ]
  })
  return rows.length === 0 ? 'No trades.' : formatTable(head, rows, output)
}

const price = new Intl.NumberFormat('en-US', { maximumFractionDigits: 8 })
const money = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: 'exceptZero',
})
const percent = new Intl.NumberFormat('en-US', {
  style: 'percent',
  minimumFractionDigits: 2,
  signDisplay: 'exceptZero',
})

/** A date where a bar is a day that closes at the end of its date, else date and time. */
function moment(time: bigint): string {
  const text = formatInstant(time)
  return text.endsWith('T23:59:59.999Z')
    ? text.slice(0, 10)
    : text.replace('T', ' ').replace('Z', '')
}
