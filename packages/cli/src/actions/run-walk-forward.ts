import {
  combinatorialPurged,
  parameterMap,
  walkForward,
  type CombinatorialResult,
  type ParameterMap,
  type Params,
  type TrialOptions,
  type WalkForwardResult,
  type WindowLength,
} from '@neural-trader/backtesting'
import { NeuralTraderError, type Bars, type Timeframe } from '@neural-trader/core'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import { interrupted } from '../interruption.ts'
import type { Progress } from '../output/progress.ts'
import { loadStrategy } from '../strategy/load-strategy.ts'
import { parseParamLists } from '../strategy/param-lists.ts'
import { backtestRules, type RuleOptions } from './backtest-rules.ts'
import { loadData, type LoadDataOptions } from './load-data.ts'
import { combinatorialDocument, walkForwardDocument } from './walk-forward-document.ts'
import { printCombinatorial, printWalkForward } from './walk-forward-text.ts'

/** The options of `neural-trader walk-forward`. */
export type RunWalkForwardOptions = LoadDataOptions &
  RuleOptions & {
    readonly data: readonly string[]
    readonly strategy: string
    readonly param?: Readonly<Record<string, string>>
    readonly mode?: 'rolling' | 'anchored' | 'combinatorial'
    readonly train?: string
    readonly test?: string
    readonly step?: string
    readonly purge?: string
    readonly embargo?: string
    readonly partial?: boolean
    readonly groups?: number
    readonly testGroups?: number
    readonly warmUp?: number
    readonly objective?: string
    readonly map?: string
  }

/** Chooses parameters on the past, tries them on what came after, and prints what came of it. */
export const runWalkForward: Action<RunWalkForwardOptions> = async (options, output) => {
  const progress = output.openProgress()
  try {
    const { trials, leftOut } = await trialsOf(options, output.signal, progress)
    const objective = options.objective ?? 'sharpeRatio'
    if (options.mode === 'combinatorial') {
      const result = await combinatorial(options, trials)
      progress.close()
      if (output.json) output.printJson(combinatorialDocument(result, { objective, leftOut }))
      else printCombinatorial(result, { objective, leftOut }, output)
    } else {
      const result = await forward(options, trials)
      const map = mapOf(result, options.map)
      progress.close()
      if (output.json) output.printJson(walkForwardDocument(result, { objective, leftOut, map }))
      else printWalkForward(result, { objective, leftOut, map }, output)
    }
    return exitCode.ok
  } catch (error) {
    throw output.signal.aborted ? interrupted : error
  } finally {
    progress.close()
  }
}

/** What is tried, and how many combinations the strategy refuses. */
async function trialsOf(
  options: RunWalkForwardOptions,
  signal: AbortSignal,
  progress: Progress,
): Promise<{ trials: TrialOptions; leftOut: number }> {
  const rules = await backtestRules(options)
  const source = await loadStrategy(options.strategy)
  const params = parseParamLists(source.params, options.param ?? {})
  const create = (given: Params) =>
    source.create(
      Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)])),
    )
  const refused: unknown[] = []
  const where = (given: Params): boolean => {
    try {
      create(given)
      return true
    } catch (error) {
      refused.push(error)
      return false
    }
  }
  const kept = combinations(params).filter(where)
  if (kept.length === 0) throw refused[0]
  const data: Bars[] = []
  for (const name of options.data) {
    progress.stage(`Reading ${name}`)
    data.push(await loadData(name, options, signal))
  }
  progress.stage(`Walking ${source.name} forward`)
  const { objective, warmUp, purge } = options
  const trials: TrialOptions = {
    ...rules,
    data,
    strategy: create,
    params: kept,
    ...(objective === undefined ? {} : { objective }),
    ...(warmUp === undefined ? {} : { warmUp }),
    ...(purge === undefined ? {} : { purge: purge === 'trades' ? purge : lengthOf(purge) }),
    signal,
    onProgress: (done) => progress.update(done),
  }
  return { trials, leftOut: refused.length }
}

function combinations(
  lists: Readonly<Record<string, readonly Params[string][]>>,
): readonly Params[] {
  let found: readonly Params[] = [{}]
  for (const [name, values] of Object.entries(lists)) {
    found = found.flatMap((params) =>
      values.map((value) => Object.assign({}, params, { [name]: value })),
    )
  }
  return found
}

async function forward(
  options: RunWalkForwardOptions,
  trials: TrialOptions,
): Promise<WalkForwardResult> {
  const { mode, train, test, step, embargo, partial } = options
  if (train === undefined || test === undefined) {
    throw new NeuralTraderError(
      'INVALID_ARGUMENT',
      'The lengths of the windows are missing: give --train and --test, for example --train 24M --test 6M',
    )
  }
  return await walkForward({
    ...trials,
    train: lengthOf(train),
    test: lengthOf(test),
    ...(mode === undefined || mode === 'combinatorial' ? {} : { mode }),
    ...(step === undefined ? {} : { step: lengthOf(step) }),
    ...(embargo === undefined ? {} : { embargo: lengthOf(embargo) }),
    ...(partial === undefined ? {} : { partial }),
  })
}

async function combinatorial(
  { groups, testGroups, embargo }: RunWalkForwardOptions,
  trials: TrialOptions,
): Promise<CombinatorialResult> {
  return await combinatorialPurged({
    ...trials,
    ...(groups === undefined ? {} : { groups }),
    ...(testGroups === undefined ? {} : { testGroups }),
    ...(embargo === undefined ? {} : { embargo: lengthOf(embargo) }),
  })
}

/** A number of bars, or a duration, as it was typed. */
function lengthOf(text: string): WindowLength {
  return /^\d+$/.test(text) ? Number(text) : (text as Timeframe)
}

function mapOf(
  { combinations: tried, scores }: WalkForwardResult,
  text: string | undefined,
): ParameterMap | null {
  if (text === undefined) return null
  const [x = '', y = ''] = text.split(',')
  return parameterMap(tried, scores, { x, y })
}
