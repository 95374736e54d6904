import {
  NeuralTraderError,
  type BarColumn,
  type BarSource,
  type Column,
  type Rule,
  type Strategy,
  type StrategyContext,
  type TickContext,
} from '@neural-trader/core'
import { bars } from '@neural-trader/features'

import { parseParams, type ParamSpecs, type ParamValues } from './params.ts'

/** The columns of the bars, as `indicators` receives them. */
export type BarSources = { readonly [Name in BarColumn]: BarSource }

/** What is common to both forms of a strategy. */
type Definition<Specs extends ParamSpecs, Indicators extends Readonly<Record<string, Column>>> = {
  /** kebab-case, unique among strategies. */
  readonly name: string
  /** What it does, in one sentence. */
  readonly description?: string
  readonly params?: Specs
  /** A sentence that says what is wrong with a combination of parameters, or nothing. */
  readonly check?: (params: ParamValues<Specs>) => string | undefined
  /** The columns it reads, declared over those of the bars. */
  readonly indicators?: (bars: BarSources, params: ParamValues<Specs>) => Indicators
}

/** A strategy that is rules over columns: it runs wholly in the engine, and sweeps can run it. */
export type DeclarativeDefinition<
  Specs extends ParamSpecs,
  Indicators extends Readonly<Record<string, Column>>,
> = Definition<Specs, Indicators> & {
  readonly rules: (indicators: Indicators, params: ParamValues<Specs>) => readonly Rule[]
}

/** A strategy whose `onBar` decides at the close of every bar. */
export type TypeScriptDefinition<
  Specs extends ParamSpecs,
  Indicators extends Readonly<Record<string, Column>>,
> = Definition<Specs, Indicators> & {
  readonly onBar: (
    context: StrategyContext<keyof Indicators & string>,
    params: ParamValues<Specs>,
  ) => void
}

/** A strategy over quotes and trades: it decides on each of them. */
export type TickDefinition<Specs extends ParamSpecs> = Omit<
  Definition<Specs, Readonly<Record<never, never>>>,
  'indicators'
> & {
  readonly onQuote?: (context: TickContext, params: ParamValues<Specs>) => void
  readonly onTrade?: (context: TickContext, params: ParamValues<Specs>) => void
}

/** A strategy by its parameters: call it to get one that can run. */
export interface StrategyFactory<
  Specs extends ParamSpecs = ParamSpecs,
  Indicators extends Readonly<Record<string, Column>> = Readonly<Record<string, Column>>,
> {
  (params?: Partial<ParamValues<Specs>>): Strategy<keyof Indicators & string>
  readonly strategyName: string
  readonly description: string
  readonly params: Specs
  readonly form: 'declarative' | 'typescript'
}

/**
 * Defines a strategy, typed from its parameters to what `onBar`, `onQuote`, `onTrade` or `rules` read.
 *
 * @returns a factory; calling it throws `INVALID_PARAMETER` where a parameter is unknown, out of range
 * or in contradiction to another.
 */
export function defineStrategy<
  const Specs extends ParamSpecs = Readonly<Record<never, never>>,
  Indicators extends Readonly<Record<string, Column>> = Readonly<Record<never, never>>,
>(
  definition:
    | DeclarativeDefinition<Specs, Indicators>
    | TypeScriptDefinition<Specs, Indicators>
    | TickDefinition<Specs>,
): StrategyFactory<Specs, Indicators> {
  const specs = definition.params ?? ({} as Specs)
  const create = (given: Partial<ParamValues<Specs>> = {}): Strategy<keyof Indicators & string> => {
    const params = parseParams(definition.name, specs, given)
    refuse(definition.name, definition.check?.(params))
    const { name } = definition
    if (!('rules' in definition || 'onBar' in definition)) {
      return { name, params, indicators: {} as Indicators, ...handlers(definition, params) }
    }
    const indicators = definition.indicators?.(bars, params) ?? ({} as Indicators)
    const common = { name, params, indicators }
    if ('rules' in definition) return { ...common, rules: definition.rules(indicators, params) }
    return { ...common, onBar: (context) => definition.onBar(context, params) }
  }
  return Object.assign(create, {
    strategyName: definition.name,
    description: definition.description ?? '',
    params: specs,
    form: 'rules' in definition ? ('declarative' as const) : ('typescript' as const),
  })
}

/** What a strategy over ticks is called with, where it wants to be. */
function handlers<Specs extends ParamSpecs>(
  { onQuote, onTrade }: TickDefinition<Specs>,
  params: ParamValues<Specs>,
): Pick<Strategy, 'onQuote' | 'onTrade'> {
  return {
    ...(onQuote && { onQuote: (context: TickContext) => onQuote(context, params) }),
    ...(onTrade && { onTrade: (context: TickContext) => onTrade(context, params) }),
  }
}

function refuse(strategy: string, complaint: string | undefined): void {
  if (complaint === undefined) return
  throw new NeuralTraderError('INVALID_PARAMETER', `Strategy "${strategy}": ${complaint}`, {
    details: { strategy },
  })
}
