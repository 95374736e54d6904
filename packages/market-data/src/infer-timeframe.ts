import { NeuralTraderError, type Timeframe } from '@neural-trader/core'
import { noTime } from './raw-bars.ts'

const second = 1_000_000_000
const day = 86_400 * second

/**
 * The timeframe that the most common spacing of these times names: 29 to 31 days are a month, 89 to
 * 92 a quarter, 365 or 366 a year; the smaller of two that are equally common. `1d` where there are
 * fewer than two times.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` when the spacing is no whole number of seconds.
 */
export function inferTimeframe(time: BigInt64Array): Timeframe {
  const spacing = mostCommonSpacing(time)
  if (spacing === null) return '1d'
  const timeframe = nameSpacing(spacing)
  if (timeframe !== null) return timeframe
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `The most common spacing of the rows, ${spacing / second} s, is no timeframe: give \`timeframe\`, for example 1m`,
    { details: { seconds: spacing / second } },
  )
}

function mostCommonSpacing(time: BigInt64Array): number | null {
  const counts = new Map<number, number>()
  for (let i = 1; i < time.length; i++) {
    if (time[i - 1] === noTime) continue
    const spacing = Number(time[i]! - time[i - 1]!)
    if (spacing > 0) counts.set(spacing, (counts.get(spacing) ?? 0) + 1)
  }
  let best: number | null = null
  let bestCount = 0
  for (const [spacing, count] of counts) {
    if (count > bestCount || (count === bestCount && spacing < best!)) {
      best = spacing
      bestCount = count
    }
  }
  return best
}

function nameSpacing(spacing: number): Timeframe | null {
  const days = spacing / day
  if (days >= 29 && days <= 31) return '1M'
  if (days >= 89 && days <= 92) return '3M'
  if (days >= 365 && days <= 366) return '12M'
  return (
    multiple(spacing, 7 * day, 'w') ??
    multiple(spacing, day, 'd') ??
    multiple(spacing, 3600 * second, 'h') ??
    multiple(spacing, 60 * second, 'm') ??
    multiple(spacing, second, 's')
  )
}

function multiple(
  spacing: number,
  unit: number,
  name: 'w' | 'd' | 'h' | 'm' | 's',
): Timeframe | null {
  return spacing % unit === 0 ? `${spacing / unit}${name}` : null
}
