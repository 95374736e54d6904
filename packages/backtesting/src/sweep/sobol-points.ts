/**
 * Primitive polynomials and initial numbers of the dimensions from the second on: degree, coefficients
 * as bits, initial direction numbers. Those of S. Joe and F. Y. Kuo (2008), *Constructing Sobol
 * sequences with better two-dimensional projections*.
 */
const polynomials: readonly (readonly [number, number, readonly number[]])[] = [
  [1, 0, [1]],
  [2, 1, [1, 3]],
  [3, 1, [1, 3, 1]],
  [3, 2, [1, 1, 1]],
  [4, 1, [1, 1, 3, 3]],
  [4, 4, [1, 3, 5, 13]],
  [5, 2, [1, 1, 5, 5, 17]],
  [5, 4, [1, 1, 5, 5, 5]],
  [5, 7, [1, 1, 7, 11, 19]],
  [5, 11, [1, 1, 5, 1, 1]],
  [5, 13, [1, 1, 1, 3, 11]],
  [5, 14, [1, 3, 5, 5, 31]],
  [6, 1, [1, 3, 3, 9, 7, 49]],
  [6, 13, [1, 1, 1, 15, 21, 21]],
  [6, 16, [1, 3, 1, 13, 27, 49]],
  [6, 19, [1, 1, 1, 15, 7, 5]],
  [6, 22, [1, 3, 1, 15, 13, 25]],
  [6, 25, [1, 1, 5, 5, 19, 61]],
  [7, 1, [1, 3, 7, 11, 23, 15, 103]],
  [7, 4, [1, 3, 7, 13, 13, 15, 69]],
]

/** How many dimensions there are numbers for. */
export const sobolDimensions: number = polynomials.length + 1

const bits = 32

/**
 * The first points of the Sobol sequence after the origin, a column a dimension, each in [0, 1). In
 * the order of Gray codes: of the first `2^k` points with the origin, each interval of length `2^-k`
 * of each dimension has one.
 */
export function sobolPoints(dimensions: number, count: number): Float64Array[] {
  return Array.from({ length: dimensions }, (_, dimension) => {
    const directions = directionsOf(dimension)
    const points = new Float64Array(count)
    let point = 0
    for (let index = 0; index < count; index += 1) {
      // The lowest zero bit of the index says which direction changes.
      point ^= directions[lowestZero(index)]!
      points[index] = (point >>> 0) / 2 ** bits
    }
    return points
  })
}

function lowestZero(index: number): number {
  return 31 - Math.clz32(~index & (index + 1))
}

function directionsOf(dimension: number): Int32Array {
  const directions = new Int32Array(bits)
  const polynomial = polynomials[dimension - 1]
  if (polynomial === undefined) {
    for (let bit = 0; bit < bits; bit += 1) directions[bit] = 1 << (31 - bit)
    return directions
  }
  const [degree, coefficients, initial] = polynomial
  for (let bit = 0; bit < bits; bit += 1) {
    if (bit < degree) {
      directions[bit] = initial[bit]! << (31 - bit)
      continue
    }
    let next = directions[bit - degree]! ^ (directions[bit - degree]! >>> degree)
    for (let term = 1; term < degree; term += 1) {
      if (((coefficients >> (degree - 1 - term)) & 1) === 1) next ^= directions[bit - term]!
    }
    directions[bit] = next
  }
  return directions
}
