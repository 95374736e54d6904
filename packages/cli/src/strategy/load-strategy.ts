import { NeuralTraderError, type Strategy } from '@neural-trader/core'
import { findStrategy, type ParamSpecs } from '@neural-trader/strategies'

import { importStrategy } from './import-strategy.ts'
import { parseParams, type TextParams } from './parse-params.ts'

/** A strategy before its parameters are known. */
export type StrategySource = {
  readonly name: string
  readonly description: string
  readonly form: Form | null
  /** The parameters it takes; null where it does not say. */
  readonly params: ParamSpecs | null
  /** @throws NeuralTraderError `INVALID_PARAMETER`. */
  create(params: TextParams): Strategy
}

type Form = 'declarative' | 'typescript'

/**
 * Finds a strategy by its name, or imports it from a module: whatever has a slash in it or ends like
 * a script is a path.
 *
 * @param loading of a module: see {@link importStrategy}.
 * @throws NeuralTraderError `UNKNOWN_STRATEGY`, and what {@link importStrategy} throws.
 */
export async function loadStrategy(text: string, loading = ''): Promise<StrategySource> {
  const given = looksLikePath(text) ? await importStrategy(text, loading) : findStrategy(text)
  if (typeof given === 'function') return fromFactory(given)
  return {
    name: given.name,
    description: '',
    form: given.rules === undefined ? 'typescript' : 'declarative',
    params: {},
    create: (params) => withoutParams(given, params),
  }
}

/** A factory made by `defineStrategy`, or any function that returns a strategy. */
export type Factory = ((params?: Readonly<Record<string, never>>) => Strategy) & {
  readonly strategyName?: string
  readonly description?: string
  readonly params?: ParamSpecs
  readonly form?: Form
}

function fromFactory(factory: Factory): StrategySource {
  const name = factory.strategyName ?? factory.name
  const specs = factory.params ?? null
  return {
    name,
    description: factory.description ?? '',
    form: factory.form ?? null,
    params: specs,
    create: (params) => create(factory, { name, specs, params }),
  }
}

type Request = {
  readonly name: string
  readonly specs: ParamSpecs | null
  readonly params: TextParams
}

function create(factory: Factory, { name, specs, params }: Request): Strategy {
  try {
    return factory(parseParams(specs, params) as Readonly<Record<string, never>>)
  } catch (error) {
    throw isFromUs(error) ? error : factoryFailed(name, error)
  }
}

function isFromUs(error: unknown): error is NeuralTraderError {
  return error instanceof Error && error.name === 'NeuralTraderError'
}

function factoryFailed(name: string, cause: unknown): NeuralTraderError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new NeuralTraderError(
    'STRATEGY_FAILED',
    `Strategy "${name}" threw when it was made: ${reason}`,
    {
      details: { strategy: name },
      cause,
    },
  )
}

function withoutParams(strategy: Strategy, params: TextParams): Strategy {
  const [parameter] = Object.keys(params)
  if (parameter === undefined) return strategy
  throw new NeuralTraderError(
    'INVALID_PARAMETER',
    `Strategy "${strategy.name}" is exported complete and takes no parameter "${parameter}": export what defineStrategy returns`,
    { details: { strategy: strategy.name, parameter } },
  )
}

/** Whether a strategy is named by the path of its file. */
export function looksLikePath(text: string): boolean {
  return /[/\\]|\.[cm]?[jt]s$|\.json$/i.test(text)
}
