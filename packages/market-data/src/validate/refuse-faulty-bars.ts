import { type Bars, NeuralTraderError } from '@neural-trader/core'
import { describeFault, memoryCell, memoryOrigin } from './describe-fault.ts'
import { findFaults } from './find-faults.ts'

/**
 * Throws the first fault of bars in memory.
 *
 * @throws NeuralTraderError `DATA_LENGTH_MISMATCH`, `DATA_NOT_FINITE`, `DATA_NOT_POSITIVE`,
 * `DATA_CROSSED_PRICES`, `DATA_DUPLICATE_TIME` or `DATA_UNSORTED`, with the row (from 1), the
 * column and the value.
 */
export function refuseFaultyBars(bars: Bars): void {
  const [fault] = findFaults(bars).toSorted((a, b) => (a.rows[0] ?? -1) - (b.rows[0] ?? -1))
  if (fault === undefined) return
  const row = fault.rows[0] ?? 0
  const value = memoryCell(bars, row, fault.column)
  throw new NeuralTraderError(
    fault.code,
    describeFault(fault, row, bars, memoryOrigin(bars), value),
    { details: { source: bars.instrument, row: row + 1, column: fault.column, value } },
  )
}
