import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { NeuralTraderError, type Strategy } from '@neural-trader/core'

import type { StrategyMaker, StrategyModule } from './sweep-options.ts'

/** The URL of a strategy's module. */
export function moduleUrl({ module }: StrategyModule): URL {
  if (module instanceof URL) return module
  return URL.canParse(module) ? new URL(module) : pathToFileURL(resolve(module))
}

/**
 * Imports what makes the strategy of a combination.
 *
 * @throws NeuralTraderError `STRATEGY_FAILED` where the module cannot be loaded, `INVALID_STRATEGY` where
 * it does not export a function that makes strategies.
 */
export async function loadMaker(strategy: StrategyModule): Promise<StrategyMaker> {
  const url = moduleUrl(strategy)
  const module = await load(url)
  const names = strategy.export === undefined ? ['default', 'strategy'] : [strategy.export]
  const found = names.map((name) => module[name]).find((each) => typeof each === 'function')
  if (found !== undefined) return found as (params: object) => Strategy
  const has = Object.keys(module).join(', ')
  throw new NeuralTraderError(
    'INVALID_STRATEGY',
    `${url.href} exports no ${names.join(' or ')} that makes strategies (its exports are ${has}): export what defineStrategy returns`,
    { details: { module: url.href } },
  )
}

async function load(url: URL): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(url.href)) as Record<string, unknown>
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new NeuralTraderError('STRATEGY_FAILED', `${url.href} cannot be loaded: ${reason}`, {
      details: { module: url.href },
      cause,
    })
  }
}
