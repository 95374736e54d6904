import { uniform, type RandomBits } from '@neural-trader/core'

import { normalDraw } from './normal-draw.ts'
import { sizeOf, stepOf, type Dimension } from './space.ts'

/** A density over one dimension of the unit cube, made of points. */
export interface Parzen {
  draw(random: RandomBits): number
  /** The logarithm of the density at a place. */
  log(place: number): number
}

/**
 * Over a dimension with an order: a normal bump for each point, as wide as the greater gap to its
 * neighbours, and one over everything. Without an order: counts, one more for each value.
 *
 * Source: Bergstra et al. (2011), Algorithms for Hyper-Parameter Optimization.
 */
export function parzen(dimension: Dimension, points: readonly number[]): Parzen {
  return dimension.kind === 'choice' ? counts(sizeOf(dimension), points) : bumps(points)
}

function counts(steps: number, points: readonly number[]): Parzen {
  const weights = new Float64Array(steps).fill(1)
  for (const point of points) {
    const step = stepOf(point, steps)
    weights[step] = (weights[step] ?? 0) + 1
  }
  const total = points.length + steps
  return {
    draw: (random) => {
      let left = uniform(random) * total
      const step = weights.findIndex((weight) => (left -= weight) < 0)
      return ((step < 0 ? steps - 1 : step) + 0.5) / steps
    },
    log: (place) => Math.log((weights[stepOf(place, steps)] ?? 1) / total),
  }
}

type Bump = { readonly centre: number; readonly width: number; readonly mass: number }

function bumps(points: readonly number[]): Parzen {
  const sorted = [...points].toSorted((a, b) => a - b)
  const narrowest = 1 / Math.min(100, points.length + 2)
  const all: Bump[] = sorted.map((centre, at) => {
    const gap = Math.max(centre - (sorted[at - 1] ?? 0), (sorted[at + 1] ?? 1) - centre)
    return bump(centre, Math.min(1, Math.max(narrowest, gap)))
  })
  all.push(bump(0.5, 1))
  return {
    draw: (random) => {
      const chosen = all[stepOf(uniform(random), all.length)] as Bump
      return within(chosen, random)
    },
    log: (place) => {
      const heights = all.map(({ centre, width, mass }) => {
        const away = (place - centre) / width
        return Math.exp(-0.5 * away * away) / (width * mass)
      })
      return Math.log(heights.reduce((sum, height) => sum + height, 0) / all.length + 1e-300)
    },
  }
}

/** With the part of its mass that lies in the unit interval. */
function bump(centre: number, width: number): Bump {
  const mass = normalCdf((1 - centre) / width) - normalCdf(-centre / width)
  return { centre, width, mass }
}

function within({ centre, width }: Bump, random: RandomBits): number {
  for (;;) {
    const place = centre + width * normalDraw(random)
    if (place >= 0 && place < 1) return place
  }
}

/** Source: Abramowitz and Stegun (1964), 26.2.17; the error is below 1e-7, enough for a weight. */
function normalCdf(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x))
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const tail = 0.3989422804014327 * Math.exp(-0.5 * x * x) * series
  return x > 0 ? 1 - tail : tail
}
