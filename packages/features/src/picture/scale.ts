/** From values to heights of a panel, and the values that get a line. */
export type Scale = {
  readonly y: (value: number) => number
  readonly ticks: readonly number[]
  readonly low: number
  readonly high: number
}

/** A scale over some values, with a little air; values that are not finite do not count. */
export function scaleOver(
  columns: readonly ArrayLike<number>[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Scale {
  const [least, most] = extent(columns)
  const air = (most - least || Math.abs(most) || 1) * 0.06
  const [low, high] = [least - air, most + air]
  const y = (value: number): number => bottom - ((value - low) / (high - low)) * (bottom - top)
  return { y, low, high, ticks: ticksBetween(low, high, Math.max(2, (bottom - top) / 36)) }
}

function extent(columns: readonly ArrayLike<number>[]): [number, number] {
  let [least, most] = [Infinity, -Infinity]
  for (const column of columns) {
    for (const value of Array.from(column)) {
      if (Number.isFinite(value)) [least, most] = [Math.min(least, value), Math.max(most, value)]
    }
  }
  return least <= most ? [least, most] : [0, 1]
}

/** Round values between two, about so many: steps of 1, 2 or 5 times a power of ten. */
export function ticksBetween(low: number, high: number, count: number): readonly number[] {
  const rough = (high - low) / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough
  const first = Math.ceil(low / step)
  const length = Math.max(0, Math.floor(high / step) - first + 1)
  return Array.from({ length }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** A value as it stands beside an axis: 1.5k, 2.3M, 0.0012. */
export function formatTick(value: number): string {
  const size = Math.abs(value)
  for (const [unit, sign] of units) {
    if (size >= unit && size >= 1e4) return `${trimmed(value / unit)}${sign}`
  }
  return size !== 0 && size < 0.001 ? value.toExponential(1) : trimmed(value)
}

const units = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const

function trimmed(value: number): string {
  const digits = Math.abs(value) >= 100 ? 1 : Math.abs(value) >= 1 ? 2 : 4
  return String(Number(value.toFixed(digits)))
}
