import { ranking } from './dominance.ts'
import type { Lost } from './search-table.ts'
import type { Combination } from './space.ts'

const keptOf = 3
const shares = [1 / 9, 1 / 3, 1]

/**
 * Successive halving: all combinations on the first ninth of the bars, the best third of them on a
 * third, the best third of those on all. What is given up keeps the values of its last part.
 *
 * Source: Jamieson and Talwalkar (2016), Non-stochastic Best Arm Identification.
 */
export async function halved(
  combinations: readonly Combination[],
  evaluate: (params: Combination, share: number) => Promise<Lost>,
): Promise<readonly Lost[]> {
  const lost: Lost[] = []
  let left = combinations.map((_, at) => at)
  for (const share of shares) {
    for (const at of left) lost[at] = await evaluate(combinations[at] as Combination, share)
    const order = ranking(left.map((at) => lost[at]?.losses ?? []))
    const kept = order.slice(0, Math.ceil(left.length / keptOf)).map((row) => left[row] as number)
    left = kept.toSorted((a, b) => a - b)
  }
  return lost
}
