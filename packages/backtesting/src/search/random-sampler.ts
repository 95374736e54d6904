import { uniform, type RandomBits } from '@neural-trader/core'

import type { Sampler, SamplerSetup } from './sampler.ts'

/** Tries points at random, which is what the other methods have to beat. */
export function randomSampler({ dimensions, random }: SamplerSetup, together = 16): Sampler {
  return {
    ask: () => Array.from({ length: together }, () => anywhere(dimensions.length, random)),
    tell: () => {},
  }
}

/** A point of the unit cube. */
export function anywhere(length: number, random: RandomBits): Float64Array {
  return Float64Array.from({ length }, () => uniform(random))
}
