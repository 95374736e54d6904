import { NeuralTraderError, type Bars, type Strategy } from '@neural-trader/core'
import { pause } from '@neural-trader/engine'

import { sliceOf, stepTimes } from './data-slice.ts'
import {
  backtestEvaluator,
  checkObjective,
  scoreOf,
  type Evaluate,
  type Evaluation,
  type EvaluationRules,
  type Objective,
} from './evaluation.ts'
import { combinationsOf, type Params, type ParamSpace } from './param-space.ts'
import { wrong, type StepRange, type WindowLength } from './windows.ts'

/** What is tried, on what, and how it is judged; every rule of a backtest can be given too. */
export type TrialOptions<Of extends Params = Params> = EvaluationRules & {
  /** Bars of one instrument, or of several. */
  readonly data: Bars | readonly Bars[]
  /** The strategy of a combination, such as `defineStrategy` returns; or give `evaluate`. */
  readonly strategy?: (params: NoInfer<Of>) => Strategy
  /** The combinations to try. */
  readonly params: ParamSpace<Of>
  /** Which of them count; default all. */
  readonly where?: (params: NoInfer<Of>) => boolean
  /** What is to be greatest; default `sharpeRatio`. */
  readonly objective?: Objective
  /** Tries a combination on a window, in place of a backtest. */
  readonly evaluate?: Evaluate<NoInfer<Of>>
  /** Bars of each series before a window that its indicators see; default all there are. */
  readonly warmUp?: number
  /**
   * Left out between training and test: steps, a duration, or `trades`: as long as the longest trade
   * of any combination. Default 0.
   */
  readonly purge?: WindowLength | 'trades'
  readonly onProgress?: (done: number) => void
}

/** Tries combinations on windows, each once. */
export type TrialRunner = {
  readonly combinations: readonly Params[]
  readonly steps: BigInt64Array
  readonly evaluate: (combination: number, window: StepRange) => Promise<Evaluation>
  readonly score: (evaluation: Evaluation) => number
  /** The purge as a length: that by trades is found by running every combination on all of the data. */
  readonly purge: () => Promise<WindowLength>
  /** How many evaluations there were. */
  readonly evaluations: () => number
  /** Tells how many evaluations there will be, for the progress. */
  readonly expect: (total: number) => void
}

/**
 * Opens a runner.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for an option, `DATA_EMPTY` without bars.
 */
export function openTrials(options: TrialOptions): TrialRunner {
  const { params, where, objective = 'sharpeRatio', warmUp, signal, onProgress } = options
  const data = seriesOf(options.data)
  checkTrials(options, data)
  const combinations = combinationsOf(params, where)
  const steps = stepTimes(data)
  const evaluate = evaluator(options)
  const known = new Map<string, Evaluation>()
  let total = Infinity
  const run = async (combination: number, window: StepRange): Promise<Evaluation> => {
    const key = `${combination} ${window.from} ${window.to}`
    const before = known.get(key)
    if (before !== undefined) return before
    await pause({ signal, onProgress }, Math.min(1, known.size / total))
    const given = combinations[combination] as Params
    const evaluation = checked(await evaluate(given, sliceOf(data, steps, window, warmUp)), window)
    known.set(key, evaluation)
    return evaluation
  }
  return {
    combinations,
    steps,
    evaluate: run,
    score: (evaluation) => scoreOf(evaluation, objective),
    purge: async () => {
      if (options.purge !== 'trades') return options.purge ?? 0
      let longest = 0
      for (const combination of combinations.keys()) {
        const evaluation = await run(combination, { from: 0, to: steps.length })
        longest = Math.max(longest, evaluation.longestTrade ?? longest)
      }
      return longest
    },
    evaluations: () => known.size,
    expect: (count) => {
      total = count
    },
  }
}

function evaluator({ strategy, evaluate, ...options }: TrialOptions): Evaluate {
  if (evaluate !== undefined) return evaluate
  if (typeof strategy !== 'function') {
    throw wrong('strategy', typeof strategy, 'a function that makes the strategy of a combination')
  }
  const {
    data: _data,
    params: _params,
    where: _where,
    objective: _objective,
    warmUp: _warmUp,
    purge: _purge,
    onProgress: _onProgress,
    ...rules
  } = options
  return backtestEvaluator(strategy, rules)
}

function seriesOf(data: TrialOptions['data']): readonly Bars[] {
  return Array.isArray(data) ? (data as readonly Bars[]) : [data as Bars]
}

function checkTrials({ objective, warmUp }: TrialOptions, data: readonly Bars[]): void {
  if (data.every((bars) => (bars?.time?.length ?? 0) === 0)) {
    throw new NeuralTraderError('DATA_EMPTY', 'There is no bar to run on: give a series with bars')
  }
  if (objective !== undefined) checkObjective(objective)
  if (warmUp !== undefined && !(Number.isInteger(warmUp) && warmUp >= 0)) {
    throw wrong('warmUp', warmUp, 'a whole number of bars from 0')
  }
}

/** An evaluator of the user's may return anything. */
function checked(evaluation: Evaluation, { from, to }: StepRange): Evaluation {
  const { measures, growth } = evaluation ?? {}
  if (typeof measures !== 'object' || measures === null) {
    throw wrong('evaluate', 'a function that returns no measures', 'one that returns { measures }')
  }
  if (growth !== undefined && growth.length !== to - from) {
    const message = `evaluate returned a growth of ${growth.length} values for a window of ${to - from} steps: give one a step`
    throw new NeuralTraderError('DATA_LENGTH_MISMATCH', message)
  }
  return evaluation
}
