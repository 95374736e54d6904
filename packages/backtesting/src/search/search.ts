import {
  NeuralTraderError,
  seededRandom,
  sliceBars,
  type Bars,
  type Strategy,
} from '@neural-trader/core'

import { backtest } from '../backtest.ts'
import type { Measures } from '../measures.ts'
import type { BacktestOptions } from '../options.ts'
import { halved } from './halving.ts'
import { samplerOf, searchMethods, type SearchMethod } from './method.ts'
import { randomSampler } from './random-sampler.ts'
import { goalsOf, lossesOf, type Goal, type SearchObjective } from './objective.ts'
import { keyOf, searchResult, type Lost, type SearchResult } from './search-table.ts'
import {
  checkSpace,
  decode,
  sizeOf,
  type Combination,
  type SearchParams,
  type Space,
} from './space.ts'

/** What to search; every option of a backtest over bars goes with it. */
export type SearchOptions<Of extends Space> = Omit<
  BacktestOptions,
  'data' | 'strategy' | 'onProgress'
> & {
  readonly data: Bars | readonly Bars[]
  /** The strategy of a combination: a factory such as `smaCross`. */
  readonly strategy: (params: SearchParams<Of>) => Strategy
  readonly space: Of
  /** Which combinations make sense; the others are not tried. */
  readonly where?: (params: SearchParams<Of>) => boolean
  /** What is to be great, or small; several give a front. */
  readonly objective: SearchObjective | readonly SearchObjective[]
  /** Default `tpe`. */
  readonly method?: SearchMethod
  /** Combinations to try, each once. */
  readonly trials: number
  /** Ends when so many trials in a row have found nothing better. */
  readonly patience?: number
  /** Default 1; the same seed tries the same combinations. */
  readonly seed?: number
  /** Tells how many of the trials have been made. */
  readonly onProgress?: (made: number, trials: number) => void
}

/**
 * Searches the parameters of a strategy by trial. Every combination is one backtest of the options;
 * how many there were is in the result, for the best of many is good by chance alone.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for an option; as `backtest` for a combination that
 * cannot run; `CANCELLED` when the signal is aborted.
 */
export async function search<const Of extends Space>(
  options: SearchOptions<Of>,
): Promise<SearchResult<SearchParams<Of>>> {
  const hunt = new Hunt(options as unknown as AnySearch)
  return (await hunt.run()) as SearchResult<SearchParams<Of>>
}

/** Rounds in a row that give nothing new before a space counts as exhausted. */
const fruitless = 50

/** A search of a space that is not known by its type. */
type AnySearch = Omit<SearchOptions<Space>, 'strategy' | 'where'> & {
  readonly strategy: (params: Combination) => Strategy
  readonly where?: (params: Combination) => boolean
}

/** A search in progress. */
class Hunt {
  readonly #options: AnySearch
  readonly #goals: readonly Goal[]
  readonly #method: SearchMethod
  readonly #known = new Map<string, Lost>()
  #bestAt = 0
  #best: readonly number[] = []

  constructor(options: AnySearch) {
    checkSpace(options.space)
    this.#options = options
    this.#goals = goalsOf(options.objective)
    this.#method = options.method ?? 'tpe'
    checkCounts(options)
  }

  async run(): Promise<SearchResult> {
    const { trials, space } = this.#options
    const dimensions = Object.values(space)
    const random = seededRandom(this.#options.seed ?? 1)
    const objectives = this.#goals.length
    const sampler = samplerOf(this.#method, { dimensions, objectives, random, trials })
    const chance = randomSampler({ dimensions, objectives, random, trials })
    const size = dimensions.reduce((product, each) => product * sizeOf(each), 1)
    let idle = 0
    while (this.#known.size < Math.min(trials, size) && idle < fruitless) {
      const before = this.#known.size
      sampler.tell(await this.#tryAll(sampler.ask()))
      // What has settled on a few combinations is helped on by chance.
      if (this.#known.size === before) await this.#tryAll(chance.ask())
      idle = this.#known.size > before ? 0 : idle + 1
      if (this.#isPatienceOver()) return this.#result('patience')
    }
    return this.#result(this.#known.size < trials ? 'exhausted' : 'trials')
  }

  /** Known combinations are not tried again; those that make no sense are infinitely bad. */
  async #tryAll(
    points: readonly Float64Array[],
  ): Promise<{ point: Float64Array; losses: readonly number[] }[]> {
    const { space, where, trials } = this.#options
    const params = points.map((point) => decode(space, point))
    const fresh = new Map<string, Combination>()
    for (const each of params) {
      const key = keyOf(each)
      const room = this.#known.size + fresh.size < trials
      if (room && !this.#known.has(key) && (where?.(each) ?? true)) fresh.set(key, each)
    }
    await this.#tryFresh(fresh)
    const nothing = this.#goals.map(() => Infinity)
    return points.map((point, at) => ({
      point,
      losses: this.#known.get(keyOf(params[at] as Combination))?.losses ?? nothing,
    }))
  }

  async #tryFresh(fresh: ReadonlyMap<string, Combination>): Promise<void> {
    const combinations = [...fresh.values()]
    const evaluate = (params: Combination, share: number) => this.#evaluate(params, share)
    const lost =
      this.#method === 'halving'
        ? await halved(combinations, evaluate)
        : await inTurn(combinations, (params) => evaluate(params, 1))
    for (const [at, key] of [...fresh.keys()].entries()) this.#note(key, lost[at] as Lost)
  }

  async #evaluate(params: Combination, share: number): Promise<Lost> {
    const { data, ...options } = this.#options
    const measures = await measuresOf(options, params, partOf(data, share))
    const values = this.#goals.map(({ measure }) => [measure, measures[measure]] as const)
    const losses = lossesOf(this.#goals, measures)
    return { params, values: Object.fromEntries(values), share, losses }
  }

  #note(key: string, lost: Lost): void {
    this.#known.set(key, lost)
    if (lost.share === 1 && isBetter(lost.losses, this.#best)) {
      this.#best = lost.losses.map((loss, at) => Math.min(loss, this.#best[at] ?? Infinity))
      this.#bestAt = this.#known.size
    }
    this.#options.onProgress?.(this.#known.size, this.#options.trials)
  }

  #isPatienceOver(): boolean {
    return this.#known.size - this.#bestAt >= (this.#options.patience ?? Infinity)
  }

  #result(ended: SearchResult['ended']): SearchResult {
    return searchResult([...this.#known.values()], this.#goals, ended)
  }
}

/** Whether some loss is less than the least so far. */
function isBetter(losses: readonly number[], best: readonly number[]): boolean {
  return losses.some((loss, at) => loss < (best[at] ?? Infinity))
}

async function inTurn(
  combinations: readonly Combination[],
  evaluate: (params: Combination) => Promise<Lost>,
): Promise<readonly Lost[]> {
  const lost: Lost[] = []
  for (const params of combinations) lost.push(await evaluate(params))
  return lost
}

async function measuresOf(
  options: Omit<AnySearch, 'data'>,
  params: Combination,
  data: readonly Bars[],
): Promise<Measures> {
  const {
    strategy,
    space: _space,
    where: _where,
    objective: _objective,
    method: _method,
    trials: _trials,
    patience: _patience,
    seed: _seed,
    onProgress: _onProgress,
    ...rules
  } = options
  return (await backtest({ ...rules, data, strategy: strategy(params) })).measures
}

/** The first part of every series. */
function partOf(data: Bars | readonly Bars[], share: number): readonly Bars[] {
  const all = (Array.isArray(data) ? data : [data]) as readonly Bars[]
  if (share === 1) return all
  return all.map((bars) => sliceBars(bars, 0, Math.ceil(bars.time.length * share)))
}

function checkCounts({ trials, patience, method }: AnySearch): void {
  if (method !== undefined && !searchMethods.includes(method)) {
    throw refusal('method', method, `give ${searchMethods.join(' or ')}`)
  }
  if (!Number.isSafeInteger(trials) || trials < 1) {
    throw refusal('trials', trials, 'give a whole number from 1')
  }
  if (patience !== undefined && !(Number.isSafeInteger(patience) && patience >= 1)) {
    throw refusal('patience', patience, 'give a whole number from 1')
  }
}

function refusal(field: string, value: unknown, remedy: string): NeuralTraderError {
  return new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Option ${field} is ${String(value)}: ${remedy}`,
    {
      details: { field, value: String(value) },
    },
  )
}
