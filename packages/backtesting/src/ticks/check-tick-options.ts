import { NeuralTraderError } from '@neural-trader/core'

import type { BacktestOptions } from '../options.ts'

/** Options that look at bars. */
const barOptions = ['quotes', 'startWhen', 'tradeFrom'] as const

/** Options that look ahead in the data, or ask between two rows: not where they come in chunks. */
const wholeOptions = [
  'fillModel',
  'corporateActions',
  'adjustOrdersForDividends',
  'calendar',
  'cutoffs',
  'extendedHours',
] as const

/** What a replay in chunks takes none of. */
export type NotInChunks = (typeof barOptions)[number] | (typeof wholeOptions)[number]

/**
 * Refuses options that go with bars alone where a run goes over quotes and trades.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` naming the option.
 */
export function checkTickOptions(options: Partial<BacktestOptions>): void {
  refuse(
    options,
    barOptions,
    'goes with bars, not with quotes and trades: leave it out, or give bars',
  )
}

/**
 * Refuses options that a replay in chunks has not.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` naming the option.
 */
export function checkChunkOptions(options: Partial<BacktestOptions>): void {
  checkTickOptions(options)
  refuse(options, wholeOptions, 'needs all of the data at once: leave it out, or run a backtest')
}

function refuse(
  options: Partial<BacktestOptions>,
  names: readonly (keyof BacktestOptions)[],
  why: string,
): void {
  const field = names.find((name) => options[name] !== undefined)
  if (field === undefined) return
  throw new NeuralTraderError('INVALID_ARGUMENT', `Option ${field} ${why}`, { details: { field } })
}
