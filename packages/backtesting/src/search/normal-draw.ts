import { uniform, type RandomBits } from '@neural-trader/core'

/** A draw from the standard normal distribution. Source: Marsaglia and Bray (1964), polar method. */
export function normalDraw(random: RandomBits): number {
  for (;;) {
    const x = 2 * uniform(random) - 1
    const y = 2 * uniform(random) - 1
    const square = x * x + y * y
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square)
  }
}
