import type { RandomBits } from '@neural-trader/core'

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
