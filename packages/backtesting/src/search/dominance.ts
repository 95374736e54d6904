/** Whether losses `a` are nowhere greater than `b` and somewhere less. */
export function dominates(a: readonly number[], b: readonly number[]): boolean {
  return a.every((loss, at) => loss <= (b[at] ?? 0)) && a.some((loss, at) => loss < (b[at] ?? 0))
}

/**
 * The fronts of some losses, as indices: the first has what nothing dominates, each later one what
 * only earlier ones dominate. Source: Deb et al. (2002), NSGA-II.
 */
export function fronts(losses: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const found: number[][] = []
  let left = losses.map((_, at) => at)
  while (left.length > 0) {
    const front = left.filter(
      (at) => !left.some((other) => dominates(losses[other] ?? [], losses[at] ?? [])),
    )
    found.push(front)
    const taken = new Set(front)
    left = left.filter((at) => !taken.has(at))
  }
  return found
}

/**
 * How much room each member of a front has to its neighbours, infinite at the ends. Source: as
 * {@link fronts}.
 */
export function crowding(
  front: readonly number[],
  losses: readonly (readonly number[])[],
): ReadonlyMap<number, number> {
  const room = new Map(front.map((at) => [at, 0]))
  const objectives = losses[front[0] ?? 0]?.length ?? 0
  for (let objective = 0; objective < objectives; objective++) {
    const loss = (at: number | undefined) => losses[at ?? 0]?.[objective] ?? 0
    const sorted = front.toSorted((a, b) => loss(a) - loss(b) || a - b)
    const width = loss(sorted.at(-1)) - loss(sorted[0])
    for (const [place, at] of sorted.entries()) {
      const inside = place > 0 && place < sorted.length - 1
      const gap = inside ? (loss(sorted[place + 1]) - loss(sorted[place - 1])) / width : Infinity
      room.set(at, (room.get(at) ?? 0) + (Number.isNaN(gap) ? 0 : gap))
    }
  }
  return room
}

/** Indices from best to worst: by front, then by room. One objective: by loss. */
export function ranking(losses: readonly (readonly number[])[]): readonly number[] {
  if (losses[0]?.length === 1) {
    const all = losses.map((_, at) => at)
    return all.toSorted((a, b) => compare(losses[a]?.[0] ?? 0, losses[b]?.[0] ?? 0) || a - b)
  }
  return fronts(losses).flatMap((front) => {
    const room = crowding(front, losses)
    return front.toSorted((a, b) => compare(room.get(b) ?? 0, room.get(a) ?? 0) || a - b)
  })
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}
