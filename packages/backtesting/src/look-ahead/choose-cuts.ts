import { seededRandom } from '@neural-trader/core'

import type { Observation } from './observation.ts'

/**
 * Steps at which the future changes: half of them right after steps at which the strategy acted, for
 * an order that needs the next bar shows there; the others anywhere. In order, without repetition.
 */
export function chooseCuts(
  { acts }: Pick<Observation, 'acts'>,
  steps: number,
  { count, seed }: { readonly count: number; readonly seed: number },
): readonly number[] {
  const random = seededRandom(seed)
  const active = [...new Set(acts.map(({ step }) => step + 1))].filter((cut) => cut < steps)
  const cuts = new Set<number>()
  const wanted = Math.min(count, steps - 1)
  for (let taken = 0; taken < Math.ceil(wanted / 2) && active.length > 0; taken++) {
    const [cut = 1] = active.splice(random() % active.length, 1)
    cuts.add(cut)
  }
  while (cuts.size < wanted) cuts.add(1 + (random() % (steps - 1)))
  return [...cuts].toSorted((one, other) => one - other)
}
