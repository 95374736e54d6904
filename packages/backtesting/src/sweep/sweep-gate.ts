import { dayReturns } from '../report/day-returns.ts'
import type { BacktestResult } from '../result.ts'
import { deflatedSharpe, type DeflatedSharpe } from '../statistics/deflated-sharpe.ts'
import { periodReturns } from '../statistics/returns-of-run.ts'
import type { SweepTable } from './sweep-table.ts'

/** Whether the row with the highest Sharpe ratio is more than the luck of so many tries. */
export type SweepGate = DeflatedSharpe & {
  /** The row that was judged. */
  readonly row: number
}

/**
 * Judges the highest Sharpe ratio of a sweep against those of all its combinations: it runs that
 * combination again for its returns. Nothing where no row has a Sharpe ratio.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where the sweep did not measure `sharpeRatio`; as the run.
 */
export async function sweepGate(
  table: SweepTable,
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): Promise<SweepGate | undefined> {
  const best = table.best('sharpeRatio')
  if (best === undefined) return undefined
  const result = await table.detail(best.row)
  const root = Math.sqrt(result.conventions.periodsPerYear)
  const trialSharpes = table.measures.sharpeRatio.map((annual) => annual / root)
  return { row: best.row, ...deflatedSharpe(returnsOf(result), { trialSharpes, confidence }) }
}

/** Returns of the periods that the Sharpe ratio of the run is of. */
function returnsOf(result: BacktestResult): Float64Array {
  if (result.conventions.returnsPer === 'bar') return periodReturns(result)
  const { time, equity, firstTradable, measures } = result
  const from = firstTradable
  return dayReturns(time.subarray(from), equity.subarray(from), measures.startEquity).returns
}
