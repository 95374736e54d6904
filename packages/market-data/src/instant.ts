import { NeuralTraderError } from '@neural-trader/core'

/**
 * A moment: nanoseconds since the epoch, a `Date`, or an ISO 8601 text in UTC unless it states an
 * offset. A text that is a date alone means the whole day.
 */
export type Instant = bigint | Date | string

/**
 * Nanoseconds since the epoch.
 *
 * @param edge which end of the day a date without a time of day means.
 * @throws NeuralTraderError `INVALID_ARGUMENT` when it is no time.
 */
export function parseInstant(instant: Instant, edge: 'start' | 'end' = 'start'): bigint {
  if (typeof instant === 'bigint') return instant
  const text = instant instanceof Date ? isoText(instant) : instant.trim()
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return fromIso(`${text}T00:00:00Z`) + (edge === 'end' ? 86_399_999_999_999n : 0n)
  }
  return fromIso(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`)
}

/** ISO 8601 in UTC with as many decimals as the time needs: none, 3, 6 or 9. */
export function formatInstant(time: bigint): string {
  const nanoseconds = ((time % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n
  const seconds = new Date(Number((time - nanoseconds) / 1_000_000n)).toISOString().slice(0, -5)
  if (nanoseconds === 0n) return `${seconds}Z`
  const digits = String(nanoseconds).padStart(9, '0')
  return `${seconds}.${digits.replace(/(?:000){1,2}$/, '')}Z`
}

/** A range of closing times, both ends included. */
export type TimeRange = { readonly from?: Instant; readonly to?: Instant }

function isoText(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toISOString()
}

function fromIso(text: string): bigint {
  const [, whole = '', fraction = '', zone = ''] =
    /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,9}))?(Z|[+-]\d{2}:?\d{2})$/i.exec(
      text,
    ) ?? []
  const milliseconds = Date.parse(`${whole.replace(' ', 'T')}${zone}`)
  if (Number.isNaN(milliseconds)) {
    throw new NeuralTraderError(
      'INVALID_ARGUMENT',
      `'${text}' is not a time: give an ISO 8601 date or time, for example 2020-01-31 or 2020-01-31T16:00:00Z`,
      { details: { value: text } },
    )
  }
  return BigInt(milliseconds) * 1_000_000n + BigInt(fraction.padEnd(9, '0'))
}
