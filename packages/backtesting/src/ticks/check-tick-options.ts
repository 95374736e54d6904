import { NeuralTraderError } from '@neural-trader/core'

import type { BacktestOptions } from '../options.ts'

/** Options that look at bars, at the turn of the day, or at sessions. */
export const barOptions = [
  'quotes',
  'fillModel',
  'startWhen',
  'tradeFrom',
  'margin',
  'financing',
  'settlementDays',
  'currencies',
  'corporateActions',
  'adjustOrdersForDividends',
  'calendar',
  'cutoffs',
  'extendedHours',
] as const

/**
 * Refuses options that go with bars alone where a run goes over quotes and trades.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` naming the option.
 */
export function checkTickOptions(options: Partial<BacktestOptions>): void {
  const field = barOptions.find((name) => options[name] !== undefined)
  if (field === undefined) return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Option ${field} goes with bars, not with quotes and trades: leave it out, or give bars`,
    { details: { field } },
  )
}
