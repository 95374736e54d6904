import type { Bars } from '@neural-trader/core'
import { endOfDay } from '../end-of-day.ts'
import { refuseFaultyBars } from '../validate/refuse-faulty-bars.ts'
import type { FactorOptions } from './actions-from-factors.ts'
import type { AdjustBarsOptions } from './adjust-bars.ts'
import type { FactorRow } from './read-factor-file.ts'
import { scaleBars } from './scale-bars.ts'

/**
 * Bars multiplied by the factors of a file, number for number: prices by the split factor and, with
 * `total-return`, by the price factor too; volumes by one over the split factor. A bar takes the
 * first row whose day had not ended when the bar closed; one after the last row keeps its numbers.
 * Unlike {@link adjustBars} this also adjusts by actions after the last bar, as far as the file
 * knows them.
 *
 * @throws NeuralTraderError the codes of `validateBars` for bars that are wrong; `INVALID_ARGUMENT`
 * for a time zone that is not known.
 */
export function adjustByFactors(
  bars: Bars,
  rows: readonly FactorRow[],
  { mode, timeZone = 'America/New_York' }: AdjustBarsOptions & FactorOptions,
): Bars {
  refuseFaultyBars(bars)
  if (mode === 'raw') return bars
  const ends = rows.map(({ date }) => endOfDay(date, timeZone))
  const price = new Float64Array(bars.time.length).fill(1)
  const volume = new Float64Array(bars.time.length).fill(1)
  let index = 0
  for (let row = 0; row < price.length; row++) {
    while (index < ends.length && ends[index]! < bars.time[row]!) index++
    const factors = rows[index]
    if (factors === undefined) break
    price[row] =
      mode === 'total-return' ? factors.priceFactor * factors.splitFactor : factors.splitFactor
    volume[row] = 1 / factors.splitFactor
  }
  return scaleBars(bars, { price, volume })
}
