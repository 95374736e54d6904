/** Moments as whole multiples of a unit after one another: a few characters each in JSON. */
export type EncodedTimes = {
  /** First moment, milliseconds since the epoch. */
  readonly start: number
  /** Milliseconds in a unit. */
  readonly unit: number
  /** Units from each moment to the next, one fewer than there are moments. */
  readonly gaps: readonly number[]
}

/** Moments in milliseconds as gaps in the largest unit that keeps them exact. */
export function encodeTimes(milliseconds: Float64Array): EncodedTimes {
  const gaps = milliseconds.slice(1).map((moment, at) => moment - (milliseconds[at] ?? 0))
  const unit = units.find((unit) => gaps.every((gap) => gap % unit === 0)) ?? 1
  return { start: milliseconds[0] ?? 0, unit, gaps: Array.from(gaps, (gap) => gap / unit) }
}

/**
 * Numbers rounded to nine significant digits, more than a page can show; `null` for what is not
 * finite.
 */
export function encodeNumbers(column: Float64Array): (number | null)[] {
  return Array.from(column, (value) =>
    Number.isInteger(value) ? value : Number.isFinite(value) ? Number(value.toPrecision(9)) : null,
  )
}

const units = [86_400_000, 3_600_000, 60_000, 1000] as const
