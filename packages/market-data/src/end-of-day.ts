import { dayLength } from './timeframe.ts'
import { parseInstant } from './instant.ts'
import { zonedToUtc } from './time-zone.ts'

/**
 * Midnight that ends a day in a zone, as nanoseconds since the epoch, UTC.
 *
 * @param date `YYYY-MM-DD`.
 * @throws NeuralTraderError `INVALID_ARGUMENT` when the zone is not known.
 */
export function endOfDay(date: string, timeZone: string): bigint {
  return zonedToUtc(BigInt64Array.of(parseInstant(date) + dayLength), timeZone).time[0]!
}
