import { NeuralTraderError } from '@neural-trader/core'

const dayMilliseconds = 86_400_000

/**
 * Days since 1970-01-01 of a date written `YYYY-MM-DD`.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` when the text is no date.
 */
export function dayNumber(date: string): number {
  const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN
  const day = milliseconds / dayMilliseconds
  if (Number.isNaN(day) || dateText(day) !== date) {
    throw new NeuralTraderError(
      'INVALID_ARGUMENT',
      `'${date}' is not a date: give one as YYYY-MM-DD, for example 2024-11-29`,
      { details: { value: date } },
    )
  }
  return day
}

/** The date `YYYY-MM-DD` of a day counted from 1970-01-01. */
export function dateText(day: number): string {
  return new Date(day * dayMilliseconds).toISOString().slice(0, 10)
}

/** The weekday of a day counted from 1970-01-01: 1 is Monday, 7 Sunday. */
export function isoWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}
