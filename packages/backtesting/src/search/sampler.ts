import type { RandomBits } from '@neural-trader/core'

import type { Dimension } from './space.ts'

/** A place in the unit cube, a coordinate a dimension, and what was lost there, by objective. */
export type Tried = { readonly point: Float64Array; readonly losses: readonly number[] }

/**
 * Chooses what to try next. Losses are to be small; one that is not defined counts as infinite. The
 * same random bits and losses give the same points.
 */
export interface Sampler {
  /** Points to try together, at least one. */
  ask(): readonly Float64Array[]
  /** What became of the points of the last `ask`, in their order. */
  tell(tried: readonly Tried[]): void
}

/** What a sampler is made of. */
export type SamplerSetup = {
  readonly dimensions: readonly Dimension[]
  readonly objectives: number
  readonly random: RandomBits
  /** Combinations that the search is to try. */
  readonly trials: number
}
