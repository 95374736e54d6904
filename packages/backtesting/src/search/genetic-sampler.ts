import { uniform } from '@neural-trader/core'

import { ranking } from './dominance.ts'
import { anywhere } from './random-sampler.ts'
import type { Sampler, SamplerSetup, Tried } from './sampler.ts'

const crossoverSpread = 15
const mutationSpread = 20

/**
 * A population that crosses and mutates; the best of parents and children live on. For several
 * objectives it keeps a front that is spread out.
 *
 * Source: Deb et al. (2002), NSGA-II, with simulated binary crossover and polynomial mutation.
 */
export function geneticSampler({ dimensions, random }: SamplerSetup): Sampler {
  const size = Math.min(64, Math.max(16, 8 * dimensions.length))
  let population: readonly Tried[] = []
  return {
    ask() {
      if (population.length < size) {
        return Array.from({ length: size }, () => anywhere(dimensions.length, random))
      }
      return Array.from({ length: size }, () => mutated(crossed(parent(), parent())))
    },
    tell(children) {
      const all = [...population, ...children]
      const order = ranking(all.map(({ losses }) => losses))
      population = order.slice(0, size).map((row) => all[row] as Tried)
    },
  }

  /** The better of two: the population is in order. */
  function parent(): Float64Array {
    const pick = () => Math.floor(uniform(random) * population.length)
    return (population[Math.min(pick(), pick())] as Tried).point
  }

  function crossed(first: Float64Array, second: Float64Array): Float64Array {
    if (uniform(random) > 0.9) return first
    return first.map((a, at) => {
      const b = second[at] ?? a
      const [which, how] = [uniform(random), uniform(random)]
      if (isChoice(at)) return which < 0.5 ? a : b
      const power = 1 / (crossoverSpread + 1)
      const spread = how < 0.5 ? (2 * how) ** power : (1 / (2 * (1 - how))) ** power
      const child = which < 0.5 ? 1 + spread : 1 - spread
      return inside(0.5 * (child * a + (2 - child) * b))
    })
  }

  function mutated(point: Float64Array): Float64Array {
    return point.map((place, at) => {
      if (uniform(random) >= 1 / dimensions.length) return place
      const how = uniform(random)
      if (isChoice(at)) return how
      const power = 1 / (mutationSpread + 1)
      const step = how < 0.5 ? (2 * how) ** power - 1 : 1 - (2 * (1 - how)) ** power
      return inside(place + step)
    })
  }

  function isChoice(at: number): boolean {
    return dimensions[at]?.kind === 'choice'
  }
}

function inside(place: number): number {
  return Math.min(1 - 2 ** -53, Math.max(0, place))
}
