import { NeuralTraderError } from '@neural-trader/core'

import { cmaSampler } from './cma-sampler.ts'
import { geneticSampler } from './genetic-sampler.ts'
import { randomSampler } from './random-sampler.ts'
import type { Sampler, SamplerSetup } from './sampler.ts'
import { tpeSampler } from './tpe-sampler.ts'

/**
 * How a search chooses what to try: `tpe` (Bayesian, the default), `genetic`, `cma-es` for numbers
 * and one objective, `random`, or `halving`, which tries many on a part of the bars and the best of
 * them on ever more.
 */
export type SearchMethod = 'tpe' | 'genetic' | 'cma-es' | 'random' | 'halving'

/**
 * The sampler of a method; halving takes all at random.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where the method cannot take the space.
 */
export function samplerOf(method: SearchMethod, setup: SamplerSetup): Sampler {
  if (method === 'cma-es') {
    const unordered = setup.dimensions.some(({ kind }) => kind === 'choice')
    if (unordered) throw refusal('a choice has no order: give tpe or genetic')
    if (setup.objectives > 1) throw refusal('it takes one objective: give tpe or genetic')
  }
  return samplers[method](setup)
}

const samplers = {
  tpe: tpeSampler,
  genetic: geneticSampler,
  'cma-es': cmaSampler,
  random: (setup) => randomSampler(setup),
  // Draws enough for all trials at once, with some to spare for equal ones.
  halving: (setup) => randomSampler(setup, 4 * setup.trials),
} satisfies Record<SearchMethod, (setup: SamplerSetup) => Sampler>

/** The names of the methods. */
export const searchMethods: readonly SearchMethod[] = Object.keys(
  samplers,
) as readonly SearchMethod[]

function refusal(why: string): NeuralTraderError {
  return new NeuralTraderError('INVALID_ARGUMENT', `Method cma-es cannot search here: ${why}`, {
    details: { field: 'method', value: 'cma-es' },
  })
}
