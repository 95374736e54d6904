import { ranking } from './dominance.ts'
import { parzen, type Parzen } from './parzen.ts'
import { anywhere } from './random-sampler.ts'
import type { Sampler, SamplerSetup, Tried } from './sampler.ts'

const candidates = 24
const atOnce = 4

/**
 * Tree-structured Parzen estimator: what has been tried is parted into a best tenth and the rest, a
 * density is fitted to each, and of some draws from the first that is tried which the second likes
 * least. Begins with random points; several objectives are ordered by front and room.
 *
 * Source: Bergstra et al. (2011), Algorithms for Hyper-Parameter Optimization.
 */
export function tpeSampler({ dimensions, random }: SamplerSetup): Sampler {
  const tried: Tried[] = []
  const startUp = Math.max(10, 2 * dimensions.length)
  return {
    ask() {
      if (tried.length < startUp) {
        const length = Math.min(atOnce, startUp - tried.length)
        return Array.from({ length }, () => anywhere(dimensions.length, random))
      }
      const [good, bad] = densities()
      return Array.from({ length: atOnce }, () => best(good, bad))
    },
    tell(news) {
      tried.push(...news)
    },
  }

  function densities(): readonly [readonly Parzen[], readonly Parzen[]] {
    const order = ranking(tried.map(({ losses }) => losses))
    const count = Math.min(25, Math.ceil(0.1 * tried.length))
    return [fit(order.slice(0, count)), fit(order.slice(count))]
  }

  function fit(rows: readonly number[]): readonly Parzen[] {
    return dimensions.map((dimension, at) =>
      parzen(
        dimension,
        rows.map((row) => tried[row]?.point[at] ?? 0),
      ),
    )
  }

  /** Each dimension on its own. */
  function best(good: readonly Parzen[], bad: readonly Parzen[]): Float64Array {
    return Float64Array.from(good, (density, at) => {
      const draws = Array.from({ length: candidates }, () => density.draw(random))
      const gain = (place: number) => density.log(place) - (bad[at]?.log(place) ?? 0)
      return draws.reduce((most, place) => (gain(place) > gain(most) ? place : most))
    })
  }
}
