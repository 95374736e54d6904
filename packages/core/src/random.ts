/** Draws 32 random bits as an unsigned integer. */
export type RandomBits = () => number

/**
 * xoshiro128** (Blackman and Vigna, 2018) with its state filled from both halves of the seed:
 * integer arithmetic alone, so that a seed gives the same bits on every platform.
 *
 * @param seed any safe integer.
 */
export function seededRandom(seed: number): RandomBits {
  const low = mixer(seed)
  let a = low()
  let b = low()
  const high = mixer(Math.floor(seed / 2 ** 32) ^ b)
  let c = high()
  let d = high() | 1
  return () => {
    const scrambled = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotateLeft(d, 11)
    return scrambled >>> 0
  }
}

/** A counter whose values are mixed by multiply and shift; one to one in the low half of the seed. */
function mixer(seed: number): RandomBits {
  let counter = seed | 0
  return () => {
    counter = (counter + 0x9e3779b9) | 0
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
}

/** A number from 0 to below 1, with 53 random bits. */
export function uniform(random: RandomBits): number {
  return ((random() >>> 5) * 2 ** 26 + (random() >>> 6)) / 2 ** 53
}

function rotateLeft(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by))
}

/**
 * A draw with mean 0 and variance 1: four 16-bit uniforms added, bounded by 3.5 in either direction.
 * Sums of such draws are close to normal. Additions and multiplications alone, no logarithm.
 */
export function nearNormal(random: RandomBits): number {
  const first = random()
  const second = random()
  const sum = (first >>> 16) + (first & 0xffff) + (second >>> 16) + (second & 0xffff)
  return (sum - 2 * 0xffff) * standardise
}

/** One over the standard deviation of a sum of four uniform integers from 0 to 65,535. */
const standardise = Math.sqrt(3 / (0x10000 ** 2 - 1))
