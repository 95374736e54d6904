import { NeuralTraderError, type Strategy } from '@neural-trader/core'
import { computeColumns } from '@neural-trader/engine'
import type { Feature } from '@neural-trader/features'

import { importModule, isDefined, isStrategy } from './import-strategy.ts'
import type { Factory } from './load-strategy.ts'

/** A feature to check, by the name it is exported under. */
export type NamedFeature = { readonly name: string; readonly feature: Feature }

/**
 * The features of a module: the functions it exports, and the declared indicators of strategies.
 *
 * @throws NeuralTraderError `FILE_NOT_READABLE`; `STRATEGY_FAILED` where the module cannot be loaded;
 * `INVALID_ARGUMENT` where it exports neither.
 */
export async function loadFeatures(path: string): Promise<readonly NamedFeature[]> {
  const module = await importModule(path)
  const exported = new Map<unknown, string>()
  for (const [name, value] of Object.entries(module)) {
    if (!exported.has(value)) exported.set(value, name)
  }
  const features = [...exported].flatMap(([value, name]) => featureOf(name, value))
  if (features.length > 0) return features
  const has = Object.keys(module).join(', ')
  const message = `${path} exports no feature (${has === '' ? 'it exports nothing' : `its exports are ${has}`}): export a function from bars to a column of numbers, or a strategy`
  throw new NeuralTraderError('INVALID_ARGUMENT', message, { details: { path } })
}

function featureOf(name: string, value: unknown): readonly NamedFeature[] {
  if (isStrategy(value)) return declaredBy(value)
  if (isDefined(value)) return declaredBy((value as Factory)())
  return typeof value === 'function' ? [{ name, feature: value as Feature }] : []
}

function declaredBy({ name, indicators }: Strategy): readonly NamedFeature[] {
  return [{ name, feature: (bars) => computeColumns(indicators, bars).columns }]
}
