import type { BacktestOptions } from '@neural-trader/backtesting'

import { financingOptions, limitOptions, ruleOptions } from '../commands/rule-options.ts'
import { loadInstruments } from './load-instruments.ts'

type Rules = Omit<
  BacktestOptions,
  'data' | 'strategy' | 'corporateActions' | 'signal' | 'onProgress'
>

/**
 * The rules of a run as options of the command: limits and financing stand among them, a maintenance
 * margin that is one share too, conventions are texts, terms of instruments are in a file.
 */
export type RuleOptions = Omit<Rules, 'limits' | 'financing' | 'conventions' | 'instruments'> &
  NonNullable<Rules['limits']> &
  NonNullable<Rules['financing']> & {
    readonly maintenance?: number
    readonly convention?: Readonly<Record<string, string>>
    readonly instruments?: string
  }

/**
 * The rules as `backtest` takes them; only what was given.
 *
 * @throws NeuralTraderError what {@link loadInstruments} throws.
 */
export async function backtestRules(options: RuleOptions): Promise<Rules> {
  const limits = given(options, limitOptions())
  const financing = given(options, financingOptions())
  const { convention, maintenance, instruments } = options
  return {
    ...given(options, ruleOptions()),
    ...(maintenance === undefined ? {} : { margin: { model: 'fixed', maintenance } }),
    ...(Object.keys(financing).length > 0 ? { financing } : {}),
    ...(instruments === undefined ? {} : { instruments: await loadInstruments(instruments) }),
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
    ...(convention === undefined ? {} : { conventions: numbersWherePossible(convention) }),
  }
}

type Declared = { attributeName(): string }

function given(options: RuleOptions, declared: readonly Declared[]): Record<string, unknown> {
  const names = new Set(declared.map((option) => option.attributeName()))
  return Object.fromEntries(Object.entries(options).filter(([name]) => names.has(name)))
}

function numbersWherePossible(
  texts: Readonly<Record<string, string>>,
): Record<string, number | string> {
  const entries = Object.entries(texts)
  return Object.fromEntries(
    entries.map(([name, text]) => [
      name,
      text !== '' && Number.isFinite(Number(text)) ? Number(text) : text,
    ]),
  )
}
