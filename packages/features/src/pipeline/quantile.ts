/**
 * A quantile of sorted values by linear interpolation between the two nearest (type 7 of Hyndman and
 * Fan, the default of NumPy).
 */
export function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[below + 1] ?? low
  return low + (high - low) * (place - below)
}

/** The greatest of sorted values less the least. */
export function spreadOf(sorted: Float64Array): number {
  return quantile(sorted, 1) - quantile(sorted, 0)
}
