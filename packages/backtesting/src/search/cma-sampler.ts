import { normalDraw } from './normal-draw.ts'
import type { Sampler, SamplerSetup, Tried } from './sampler.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

/**
 * Covariance matrix adaptation: a normal cloud of points that moves, stretches and turns towards what
 * was good. For one objective; places outside the cube are mirrored into it.
 *
 * Source: Hansen (2016), The CMA Evolution Strategy: A Tutorial.
 */
export function cmaSampler({ dimensions, random }: SamplerSetup): Sampler {
  const n = dimensions.length
  const size = 4 + Math.floor(3 * Math.log(n))
  const parents = Math.floor(size / 2)
  const raw = Array.from(
    { length: parents },
    (_, at) => Math.log((size + 1) / 2) - Math.log(at + 1),
  )
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  const weights = raw.map((weight) => weight / total)
  const mass = 1 / weights.reduce((sum, weight) => sum + weight * weight, 0)
  const pathRate = (mass + 2) / (n + mass + 5)
  const damping = 1 + 2 * Math.max(0, Math.sqrt((mass - 1) / (n + 1)) - 1) + pathRate
  const shapePathRate = (4 + mass / n) / (n + 4 + (2 * mass) / n)
  const rankOne = 2 / ((n + 1.3) ** 2 + mass)
  const rankMany = Math.min(1 - rankOne, (2 * (mass - 2 + 1 / mass)) / ((n + 2) ** 2 + mass))
  const expectedLength = Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n))

  let generation = 0
  let sigma = 0.3
  let mean = new Float64Array(n).fill(0.5)
  let path = new Float64Array(n)
  let shapePath = new Float64Array(n)
  let shape = unit(n)
  let steps: readonly Float64Array[] = []
  let eigen = symmetricEigen(shape)

  return {
    ask() {
      steps = Array.from({ length: size }, () => stretched(draws()))
      return steps.map((step) =>
        mean.map((centre, at) => mirrored(centre + sigma * (step[at] ?? 0))),
      )
    },
    tell(tried) {
      generation++
      const order = orderOf(tried).slice(0, parents)
      const move = weighedSum(order)
      mean = mean.map((centre, at) => clamped(centre + sigma * (move[at] ?? 0)))
      lengthen(move)
      reshape(order, move)
    },
  }

  function draws(): Float64Array {
    return Float64Array.from({ length: n }, () => normalDraw(random))
  }

  /** B D z: a draw in the shape of the cloud. */
  function stretched(z: Float64Array): Float64Array {
    const scaled = z.map((draw, at) => draw * Math.sqrt(Math.max(0, eigen.values[at] ?? 0)))
    return Float64Array.from(eigen.vectors, (row) => dot(row, scaled))
  }

  /** B D^-1 B' y: a step of the cloud as if it were round. */
  function rounded(step: Float64Array): Float64Array {
    const inner = Float64Array.from({ length: n }, (_, col) => {
      const along = eigen.vectors.reduce(
        (sum, row, at) => sum + (row[col] ?? 0) * (step[at] ?? 0),
        0,
      )
      return along / Math.sqrt(Math.max(1e-30, eigen.values[col] ?? 0))
    })
    return Float64Array.from(eigen.vectors, (row) => dot(row, inner))
  }

  function weighedSum(order: readonly number[]): Float64Array {
    return Float64Array.from({ length: n }, (_, at) =>
      order.reduce((sum, row, rank) => sum + (weights[rank] ?? 0) * (steps[row]?.[at] ?? 0), 0),
    )
  }

  function lengthen(move: Float64Array): void {
    const push = Math.sqrt(pathRate * (2 - pathRate) * mass)
    const round = rounded(move)
    path = path.map((value, at) => (1 - pathRate) * value + push * (round[at] ?? 0))
    sigma *= Math.exp((pathRate / damping) * (norm(path) / expectedLength - 1))
    sigma = Math.min(1, Math.max(1e-12, sigma))
  }

  function reshape(order: readonly number[], move: Float64Array): void {
    const settled = Math.sqrt(1 - (1 - pathRate) ** (2 * generation))
    const stalled = norm(path) / settled < (1.4 + 2 / (n + 1)) * expectedLength ? 1 : 0
    const push = stalled * Math.sqrt(shapePathRate * (2 - shapePathRate) * mass)
    shapePath = shapePath.map((value, at) => (1 - shapePathRate) * value + push * (move[at] ?? 0))
    const keep =
      1 - rankOne - rankMany + (1 - stalled) * rankOne * shapePathRate * (2 - shapePathRate)
    shape = shape.map((row, r) =>
      row.map((value, c) => {
        const many = order.reduce(
          (sum, at, rank) =>
            sum + (weights[rank] ?? 0) * (steps[at]?.[r] ?? 0) * (steps[at]?.[c] ?? 0),
          0,
        )
        const one = (shapePath[r] ?? 0) * (shapePath[c] ?? 0)
        return keep * value + rankOne * one + rankMany * many
      }),
    )
    eigen = symmetricEigen(shape)
  }
}

function orderOf(tried: readonly Tried[]): readonly number[] {
  const loss = (at: number) => tried[at]?.losses[0] ?? Infinity
  return tried
    .map((_, at) => at)
    .toSorted((a, b) => (loss(a) === loss(b) ? a - b : loss(a) - loss(b)))
}

function unit(size: number): readonly Float64Array[] {
  return Array.from({ length: size }, (_, row) =>
    Float64Array.from({ length: size }, (__, col) => +(row === col)),
  )
}

/** Into the unit interval, as by mirrors at both ends. */
function mirrored(place: number): number {
  const turned = Math.abs(place) % 2
  return Math.min(1 - 2 ** -53, turned > 1 ? 2 - turned : turned)
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a))
}

function clamped(place: number): number {
  return Math.min(1, Math.max(0, place))
}
