import type { CallSite } from './call-site.ts'
import type { Future } from './futures.ts'

/**
 * What can be wrong. `order`, `indicator`, `definition`, `fill` and `error`: something before a bar
 * depends on what comes after it. `future-read`: the strategy asked for a bar that has not closed.
 * `state`, `random`, `clock`: two runs on the same data differ, and by what. `foreknowledge`: it does
 * not follow the data it is given, and does on the real data what only knowing them explains.
 * `network`: it fetches what no check can take the future away from.
 */
export type LookAheadKind =
  | 'order'
  | 'indicator'
  | 'definition'
  | 'fill'
  | 'error'
  | 'future-read'
  | 'state'
  | 'random'
  | 'clock'
  | 'foreknowledge'
  | 'network'

/** One fault of a strategy. */
export type LookAheadFinding = {
  readonly kind: LookAheadKind
  /** What is at fault: a column by its name, a method such as `orders.buy`, rules by number. */
  readonly subject: string
  /** Where in the user's file; null where rules or the engine act. */
  readonly place: CallSite | null
  readonly instrument: string | null
  /** The first step at fault, from 0; null where it is none in particular. */
  readonly step: number | null
  /** Time of the step, nanoseconds since the epoch. */
  readonly time: bigint | null
  /** What there was, and what there is otherwise, in words. */
  readonly was: string
  readonly otherwise: string
  /** What was done to the data to see it; null where they were the same. */
  readonly future: Pick<Future, 'kind' | 'cut'> | null
  /** The whole in a sentence or two, for people. */
  readonly message: string
}

/** What a check of a strategy found. */
export type LookAheadReport = {
  readonly strategy: string
  /** Steps of the data. */
  readonly steps: number
  /** How often the strategy was run. */
  readonly runs: number
  /** Bars at which the future was taken away and changed. */
  readonly cuts: number
  /** Runs with another future that the engine refused, as too short for the rules, say. */
  readonly refused: number
  /** The first fault of each kind and place; empty where there is none. */
  readonly findings: readonly LookAheadFinding[]
  /** What could not be checked because of a finding; null where everything was. */
  readonly unchecked: string | null
}
