/** The most decimals an instrument's scale can keep. */
const mostDecimals = 9

/** How many digits after the point a column of numbers uses. */
export type DecimalsInUse = {
  /** At most 9. */
  readonly decimals: number
  /** How many values need more than 9, and the first of them. */
  readonly finer: number
  readonly finerRows: readonly number[]
}

/** Counts the digits after the point in the shortest texts of these numbers. */
export function countDecimals(values: Float64Array): DecimalsInUse {
  const finerRows: number[] = []
  let decimals = 0
  let finer = 0
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    if (!Number.isFinite(value)) continue
    while (decimals <= mostDecimals && !hasDecimals(value, decimals)) {
      if (decimals < mostDecimals) {
        decimals += 1
        continue
      }
      finer += 1
      if (finerRows.length < 5) finerRows.push(row)
      break
    }
  }
  return { decimals, finer, finerRows }
}

/** Whether a number is the double nearest to some decimal with this many digits after the point. */
function hasDecimals(value: number, decimals: number): boolean {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale === value
}
