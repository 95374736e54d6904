import { NeuralTraderError, type Bars, type Quotes, type Trades } from '@neural-trader/core'

import type { BacktestOptions } from '../options.ts'
import { checkTickOptions } from './check-tick-options.ts'

/** What a run goes over. */
export type RunData =
  | { readonly kind: 'bars'; readonly bars: readonly Bars[] }
  | { readonly kind: 'ticks'; readonly ticks: readonly (Quotes | Trades)[] }

/**
 * Tells bars from ticks.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where both are given, or a fill policy, a profile or an
 * option of the other kind.
 */
export function runData(options: BacktestOptions): RunData {
  const { data, fillPolicy, profile } = options
  const all: readonly (Bars | Quotes | Trades)[] = 'time' in data ? [data] : data
  const bars = all.filter((each) => 'open' in each)
  const ticks = all.filter((each): each is Quotes | Trades => !('open' in each))
  if (bars.length > 0 && ticks.length > 0) {
    throw refused('data', 'bars and ticks', 'bars alone, or quotes and trades alone')
  }
  const kind = ticks.length > 0 ? 'ticks' : 'bars'
  const fits = fillPolicy === undefined || policies[kind].includes(fillPolicy)
  if (!fits) throw refused('fillPolicy', fillPolicy, `over ${kind} ${policies[kind].join(' or ')}`)
  if (kind === 'bars') return { kind, bars }
  if (profile !== undefined && profile !== 'neural-trader') {
    throw refused('profile', profile, 'over ticks neural-trader')
  }
  checkTickOptions(options)
  return { kind, ticks }
}

const policies = {
  bars: ['next-open', 'this-close', 'quote'],
  ticks: ['next-quote', 'this-quote'],
}

function refused(field: string, value: string, remedy: string): NeuralTraderError {
  return new NeuralTraderError('INVALID_ARGUMENT', `Option ${field} is ${value}: give ${remedy}`, {
    details: { field, value },
  })
}
