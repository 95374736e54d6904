import { nearest, NeuralTraderError, type Strategy } from '@neural-trader/core'

import type { StrategyFactory } from '../kit/define-strategy.ts'
import { bollingerBreakout } from './bollinger-breakout.ts'
import { buyAndHold } from './buy-and-hold.ts'
import { donchianBreakout } from './donchian-breakout.ts'
import { macdTrend } from './macd-trend.ts'
import { rsiMeanReversion } from './rsi-mean-reversion.ts'
import { smaCross } from './sma-cross.ts'

/** A strategy of any parameters. */
export type AnyStrategyFactory = Pick<
  StrategyFactory,
  'strategyName' | 'description' | 'params' | 'form'
> &
  ((params?: Readonly<Record<string, never>>) => Strategy)

/** The ready-made strategies. */
export const readyStrategies: readonly AnyStrategyFactory[] = [
  smaCross,
  rsiMeanReversion,
  macdTrend,
  bollingerBreakout,
  donchianBreakout,
  buyAndHold,
]

/**
 * A ready-made strategy by its name.
 *
 * @throws NeuralTraderError `UNKNOWN_STRATEGY` listing those that exist, the nearest first.
 */
export function findStrategy(name: string): AnyStrategyFactory {
  const found = readyStrategies.find((strategy) => strategy.strategyName === name)
  if (found !== undefined) return found
  const known = readyStrategies.map((strategy) => strategy.strategyName)
  const suggestion = nearest(name, known)
  const hint = suggestion === undefined ? '' : ` did you mean "${suggestion}"?`
  throw new NeuralTraderError(
    'UNKNOWN_STRATEGY',
    `No strategy is called "${name}":${hint} there are ${known.join(', ')}`,
    { details: { strategy: name, ...(suggestion === undefined ? {} : { suggestion }) } },
  )
}

/**
 * A ready-made strategy with parameters known only at run time, as from a command line.
 *
 * @throws NeuralTraderError `UNKNOWN_STRATEGY` or `INVALID_PARAMETER`.
 */
export function createStrategy(
  name: string,
  params: Readonly<Record<string, unknown>> = {},
): Strategy {
  return findStrategy(name)(params as Readonly<Record<string, never>>)
}
