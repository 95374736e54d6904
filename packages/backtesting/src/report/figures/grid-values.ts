/** Values over two parameters: a row a value of `y`, a column a value of `x`; NaN where there is none. */
export type GridValues = {
  readonly x: { readonly name: string; readonly values: readonly number[] }
  readonly y: { readonly name: string; readonly values: readonly number[] }
  /** Row by row. */
  readonly values: Float64Array
}

/** Where a value lies between the least and the greatest, 0 to 1; equal ones lie in the middle. */
export function shades(values: Float64Array): Float64Array {
  const [low, high] = extent(values)
  return values.map((value) =>
    high > low ? (value - low) / (high - low) : value === low ? 0.5 : Number.NaN,
  )
}

/** The least and the greatest value that is a number. */
export function extent(values: Float64Array): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}

/** The colour of a shade, between that of low and that of high values of the page. */
export function colourOf(shade: number): string {
  return `color-mix(in oklab,var(--high) ${(shade * 100).toFixed(0)}%,var(--low))`
}
