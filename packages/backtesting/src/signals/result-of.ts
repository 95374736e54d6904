import type { SignalPlan, SignalTables } from '@neural-trader/engine'

import type { Measures } from '../measures.ts'
import type { ArrayResult, UnfilledReason } from './array-result.ts'

/** The tables of a run as the caller sees them: views of what the engine made, nothing copied. */
export function resultOf(plan: SignalPlan, tables: SignalTables): ArrayResult {
  const { steps, columns, groups } = plan
  const { orders, unfilled, trades, initialCash, finalCash, held, equity } = tables
  const measures = measuresOf(tables, groups.length)
  return {
    steps,
    columns,
    accountOf: Uint32Array.from(
      groups.flatMap((count, account) => Array.from({ length: count }, () => account)),
    ),
    orders,
    unfilled: { ...unfilled, reason: unfilled.reason as readonly string[] as UnfilledReason[] },
    trades,
    initialCash,
    finalCash,
    held,
    equity: plan.equity
      ? groups.map((_, account) => equity.subarray(account * steps, (account + 1) * steps))
      : [],
    ...(measures === undefined ? {} : { measures }),
  }
}

function measuresOf(
  { measures, measureNames }: SignalTables,
  accounts: number,
): ArrayResult['measures'] {
  if (measures.length === 0 && accounts > 0) return undefined
  const columns = measureNames.map((name, at) => {
    const column = new Float64Array(accounts)
    for (const account of column.keys()) {
      column[account] = measures[account * measureNames.length + at] ?? Number.NaN
    }
    return [name, column]
  })
  return Object.fromEntries(columns) as Record<keyof Measures, Float64Array>
}
