/** Measures of a stitched equity curve; fractions, NaN where undefined. */
export type GrowthMeasures = {
  readonly totalReturn: number
  /** Compound growth in a year of 365.25 days. */
  readonly annualReturn: number
  /** Standard deviation of the returns of steps, by the steps in a year. */
  readonly annualVolatility: number
  /** Mean over standard deviation of the returns of steps, by the steps in a year; no risk-free rate. */
  readonly sharpeRatio: number
  /** The greatest fall from a peak, negative; the start counts as a peak. */
  readonly maxDrawdown: number
  readonly steps: number
}

const yearLength = 365.25 * 86_400e9

/** Measures multiples of a starting capital at the closes of steps. */
export function growthMeasures(time: BigInt64Array, growth: Float64Array): GrowthMeasures {
  const returns = growth.map((value, step) => value / (step === 0 ? 1 : growth[step - 1]!) - 1)
  const steps = growth.length
  const total = growth.at(-1) ?? Number.NaN
  const span = Number((time.at(-1) ?? 0n) - (time[0] ?? 0n)) / yearLength
  // The time that the first step took is not known: it counts as one of the others.
  const years = steps > 1 ? (span * steps) / (steps - 1) : Number.NaN
  const perYear = steps / years
  const mean = returns.reduce((sum, value) => sum + value, 0) / steps
  const squares = returns.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const deviation = steps > 1 ? Math.sqrt(squares / (steps - 1)) : Number.NaN
  return {
    totalReturn: total - 1,
    annualReturn: total ** (1 / years) - 1,
    annualVolatility: deviation * Math.sqrt(perYear),
    sharpeRatio: deviation > 0 ? (mean / deviation) * Math.sqrt(perYear) : Number.NaN,
    maxDrawdown: maxDrawdown(growth),
    steps,
  }
}

function maxDrawdown(growth: Float64Array): number {
  let [peak, worst] = [1, 0]
  for (const value of growth) {
    peak = Math.max(peak, value)
    worst = Math.min(worst, value / peak - 1)
  }
  return growth.length === 0 ? Number.NaN : worst
}

/** Growth of one stretch after another, each with the capital that the last one left. */
export function stitched(stretches: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(stretches.reduce((sum, { length }) => sum + length, 0))
  let [place, capital] = [0, 1]
  for (const stretch of stretches) {
    for (const value of stretch) whole[place++] = capital * value
    capital *= stretch.at(-1) ?? 1
  }
  return whole
}
