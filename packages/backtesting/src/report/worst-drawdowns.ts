/** A fall from a peak until it was reached again. */
export type DrawdownEpisode = {
  /** Steps of the peak, -1 for the cash at the start, and of the lowest equity. */
  readonly peak: number
  readonly trough: number
  /** Step at which the peak was reached again, or null. */
  readonly recovery: number | null
  /** Lowest equity over the peak, less 1: a negative fraction. */
  readonly depth: number
}

/** The deepest falls, at most so many; equal ones by time. */
export function worstDrawdowns(
  equity: Float64Array,
  startEquity: number,
  most: number,
): readonly DrawdownEpisode[] {
  const found: DrawdownEpisode[] = []
  let [peak, height, trough] = [-1, startEquity, -1]
  const end = (recovery: number | null): void => {
    const depth = (equity[trough] ?? height) / height - 1
    if (trough > peak && depth < 0) found.push({ peak, trough, recovery, depth })
  }
  equity.forEach((value, step) => {
    if (value >= height) {
      end(step)
      ;[peak, height, trough] = [step, value, step]
    } else if (trough <= peak || value < (equity[trough] ?? Infinity)) trough = step
  })
  end(null)
  return found.toSorted((a, b) => a.depth - b.depth || a.peak - b.peak).slice(0, most)
}
