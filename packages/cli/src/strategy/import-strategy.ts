import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { NeuralTraderError, type Strategy } from '@neural-trader/core'
import { strategyFromJson } from '@neural-trader/strategies'

import type { Factory } from './load-strategy.ts'
import { resolveForStrategies } from './module-hooks.ts'

/**
 * Imports the strategy of a module: its default export, or the one called `strategy`, or the only one
 * it exports; or reads a declarative strategy from a `.json` document. A module may import the packages
 * of Neural Trader without having them installed. A `loading` of its own makes it run anew.
 *
 * @throws NeuralTraderError `FILE_NOT_READABLE`; `STRATEGY_FAILED` where the module cannot be loaded;
 * `INVALID_STRATEGY` where it exports no strategy.
 */
export async function importStrategy(path: string, loading = ''): Promise<Factory | Strategy> {
  const file = resolve(path)
  if (/\.json$/i.test(file)) {
    await refuseMissing(path, file)
    return readDeclarative(path, file)
  }
  const module = await importModule(path, loading)
  const exported = pick(module)
  if (exported !== undefined) return exported
  throw exportsNone(path, Object.keys(module))
}

/** A declarative strategy as a JSON document; see `declarativeSchema` of the strategies package. */
async function readDeclarative(path: string, file: string): Promise<Strategy> {
  const text = await readFile(file, 'utf8')
  return strategyFromJson(parseJson(path, text))
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new NeuralTraderError('INVALID_STRATEGY', `${path} is not JSON: ${String(cause)}`, {
      details: { path },
      cause,
    })
  }
}

async function refuseMissing(path: string, file: string): Promise<void> {
  if ((await stat(file).catch(() => null))?.isFile() === true) return
  throw new NeuralTraderError(
    'FILE_NOT_READABLE',
    `There is no file ${path}: give the path of a module that exports a strategy, or the name of a ready-made one`,
    { details: { path: file } },
  )
}

/**
 * Imports a module of the user's, which may import the packages of Neural Trader without having them
 * installed.
 *
 * @param loading a query such as `?n=1`: another one runs the module anew.
 * @throws NeuralTraderError `FILE_NOT_READABLE`; `STRATEGY_FAILED` where it cannot be loaded.
 */
export async function importModule(
  path: string,
  loading = '',
): Promise<Readonly<Record<string, unknown>>> {
  const file = resolve(path)
  await refuseMissing(path, file)
  resolveForStrategies(file)
  try {
    return (await import(`${pathToFileURL(file).href}${loading}`)) as Record<string, unknown>
  } catch (cause) {
    throw new NeuralTraderError('STRATEGY_FAILED', `${path} cannot be loaded: ${reasonOf(cause)}`, {
      details: { path: file },
      cause,
    })
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const { code } = cause as NodeJS.ErrnoException
  if (code !== 'ERR_UNKNOWN_FILE_EXTENSION') return `${cause.name}: ${cause.message.split('\n')[0]}`
  return `Node ${process.version} does not read TypeScript; use Node 22.18 or newer, or compile it to JavaScript`
}

function pick(module: Readonly<Record<string, unknown>>): Factory | Strategy | undefined {
  const preferred = [module['default'], module['strategy']].find(isStrategyOrFactory)
  if (preferred !== undefined) return preferred
  const certain = Object.values(module).filter((value) => isStrategy(value) || isDefined(value))
  return certain.length === 1 ? (certain[0] as Factory | Strategy) : undefined
}

function isStrategyOrFactory(value: unknown): value is Factory | Strategy {
  return typeof value === 'function' || isStrategy(value)
}

/** What `defineStrategy` returns. */
export function isDefined(value: unknown): boolean {
  return typeof value === 'function' && 'strategyName' in value
}

/** Whether it is a strategy, complete. */
export function isStrategy(value: unknown): value is Strategy {
  if (typeof value !== 'object' || value === null) return false
  const { name, params, indicators, rules, onBar } = value as Partial<Strategy>
  const acts = Array.isArray(rules) || typeof onBar === 'function'
  return typeof name === 'string' && isRecord(params) && isRecord(indicators) && acts
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function exportsNone(path: string, names: readonly string[]): NeuralTraderError {
  const has = names.length > 0 ? `its exports are ${names.join(', ')}` : 'it exports nothing'
  return new NeuralTraderError(
    'INVALID_STRATEGY',
    `${path} exports no strategy (${has}): export what defineStrategy returns, by default or as "strategy"`,
    { details: { path } },
  )
}
