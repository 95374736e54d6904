/** Round numbers from `low` to `high`, about so many. */
export function numberTicks(low: number, high: number, about: number): readonly number[] {
  const rough = (high - low) / about
  if (!(rough > 0) || !Number.isFinite(rough)) return Number.isFinite(low) ? [low] : []
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5].find((each) => each * power >= rough) ?? 10) * power
  const first = Math.ceil(low / step - 1e-9)
  const count = Math.floor(high / step + 1e-9) - first + 1
  return Array.from({ length: count }, (_, at) => (first + at) * step)
}

/** Round numbers on a logarithmic scale: powers of ten with 2 and 5 between where there is room. */
export function logTicks(low: number, high: number, about: number): readonly number[] {
  const decades = Math.log10(high / low)
  if (decades < 0.7) return numberTicks(low, high, about)
  const factors = decades * 3 <= about * 1.5 ? [1, 2, 5] : [1]
  const stride = Math.max(1, Math.ceil(decades / (about * 1.5)))
  const first = Math.floor(Math.log10(low))
  const powers = Array.from(
    { length: Math.floor((Math.log10(high) - first) / stride) + 1 },
    (_, at) => 10 ** (first + at * stride),
  )
  return powers
    .flatMap((power) => factors.map((factor) => factor * power))
    .filter((value) => value >= low && value <= high)
}

/** A moment of an axis, in milliseconds since the epoch, and what it is called. */
export type TimeTick = { readonly at: number; readonly label: string }

/** Beginnings of years, months, days or hours, UTC, at most so many. */
export function timeTicks(first: number, last: number, most: number): readonly TimeTick[] {
  for (const { step, next, label } of calendars) {
    const ticks: TimeTick[] = []
    for (let at = next(first - 1); at <= last && ticks.length <= most; at = next(at)) {
      ticks.push({ at, label: label(new Date(at)) })
    }
    if (ticks.length > 1 && ticks.length <= most) return ticks
    if (step === coarsest) return ticks.slice(0, most)
  }
  return []
}

type Calendar = {
  readonly step: number
  /** The first beginning after a moment. */
  readonly next: (at: number) => number
  readonly label: (date: Date) => string
}

const day = 86_400_000
const coarsest = 20 * 365 * day

const calendars: readonly Calendar[] = [
  clock(60_000),
  clock(10 * 60_000),
  clock(3_600_000),
  clock(6 * 3_600_000),
  days(1),
  days(7),
  ...[1, 3, 6, 12, 24, 60, 120, 240].map((count) => months(count)),
]

function clock(step: number): Calendar {
  return {
    step,
    next: (at) => (Math.floor(at / step) + 1) * step,
    label: (date) => date.toISOString().slice(11, 16),
  }
}

function days(count: number): Calendar {
  const step = count * day
  return {
    step,
    next: (at) => (Math.floor(at / step) + 1) * step,
    label: (date) => date.toISOString().slice(5, 10),
  }
}

function months(count: number): Calendar {
  return {
    step: (count * 365 * day) / 12,
    next(at) {
      const date = new Date(at)
      const month = date.getUTCFullYear() * 12 + date.getUTCMonth()
      return Date.UTC(1970, (Math.floor(month / count) + 1) * count - 1970 * 12)
    },
    label: (date) => date.toISOString().slice(0, count >= 12 ? 4 : 7),
  }
}
