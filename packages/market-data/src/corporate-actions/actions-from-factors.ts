import type { CorporateAction } from '@neural-trader/core'
import { endOfDay } from '../end-of-day.ts'
import type { FactorRow } from './read-factor-file.ts'
import { simplestRatio } from './simplest-ratio.ts'

/** How factors are read. */
export type FactorOptions = {
  /** Where the days of the factor file begin; an IANA zone, `America/New_York` unless given. */
  readonly timeZone?: string
}

/** Factors in files have seven or eight digits: relative differences below this are rounding. */
const roundingOfFiles = 1e-5

/**
 * The splits and cash dividends that a factor file was made of. Each takes effect at the start of
 * the day after its row, in the zone of the exchange. A split is the ratio of small whole numbers
 * within 1e-5 of what the rows say; a dividend is `(1 - factor / next factor) * reference price`,
 * whose last digits carry the rounding of the file, about 1e-7 of the price. Where both change in
 * one row the split is listed first and the dividend is on the new shares. A dividend whose row
 * states no reference price (0) is left out.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for a time zone that is not known.
 */
export function actionsFromFactors(
  rows: readonly FactorRow[],
  { timeZone = 'America/New_York' }: FactorOptions = {},
): CorporateAction[] {
  return rows.flatMap((row, index) => {
    const next = rows[index + 1]
    if (next === undefined) return []
    const time = endOfDay(row.date, timeZone)
    const ratio = next.splitFactor / row.splitFactor
    const split = splitAt(time, ratio)
    const close = split.length === 0 ? row.referencePrice : row.referencePrice / ratio
    return [...split, ...dividendAt(time, close * (1 - row.priceFactor / next.priceFactor))]
  })
}

function splitAt(time: bigint, ratio: number): CorporateAction[] {
  if (Math.abs(ratio - 1) < roundingOfFiles) return []
  const [newShares, oldShares] = simplestRatio(ratio, roundingOfFiles)
  return [{ type: 'split', time, newShares, oldShares }]
}

function dividendAt(time: bigint, amount: number): CorporateAction[] {
  return amount > 0 ? [{ type: 'cash-dividend', time, amount }] : []
}
