import { fronts } from './dominance.ts'
import type { Goal } from './objective.ts'
import type { Combination } from './space.ts'

/** One combination that was tried. */
export type Trial<Params = Combination> = {
  readonly params: Params
  /** By measure, in the order of the objectives. */
  readonly values: Readonly<Record<string, number>>
  /** Share of the bars it was tried on, 1 but for those that halving gave up. */
  readonly share: number
}

/** What a search found. */
export type SearchResult<Params = Combination> = {
  /** Every combination once, in the order of trial. */
  readonly trials: readonly Trial<Params>[]
  /** How many combinations were tried. The best of many is good by chance too: show it beside it. */
  readonly trialCount: number
  /**
   * The best on all bars by the first objective; undefined where no combination has a value. Equal ones:
   * the first.
   */
  readonly best: Trial<Params> | undefined
  /** Those on all bars that no other beats in every objective, in the order of trial. */
  readonly front: readonly Trial<Params>[]
  /** Why it ended: all trials made, no better one for `patience` trials, or nothing new found to try. */
  readonly ended: 'trials' | 'patience' | 'exhausted'
}

/** A trial with what was lost in it. */
export type Lost = Trial & { readonly losses: readonly number[] }

/** The result of a search. */
export function searchResult(
  tried: readonly Lost[],
  goals: readonly Goal[],
  ended: SearchResult['ended'],
): SearchResult {
  const whole = tried.filter(({ share, losses }) => share === 1 && losses.every(Number.isFinite))
  const best = whole.reduce<Lost | undefined>(
    (most, trial) => (most === undefined || first(trial) < first(most) ? trial : most),
    undefined,
  )
  const [front = []] = fronts(whole.map(({ losses }) => losses))
  return {
    trials: tried.map(plain),
    trialCount: tried.length,
    best: best && plain(best),
    front: goals.length === 1 && best ? [plain(best)] : front.map((at) => plain(whole[at] as Lost)),
    ended,
  }
}

function first({ losses: [loss = Infinity] }: Lost): number {
  return loss
}

function plain({ params, values, share }: Lost): Trial {
  return { params, values, share }
}

/** One text for equal combinations. */
export function keyOf(params: Combination): string {
  return JSON.stringify(Object.entries(params))
}
