import { NeuralTraderError, type Timeframe } from '@neural-trader/core'

/** Which file of a LEAN data folder is read, and how. */
export type ReadLeanOptions = {
  /** The data folder: the one that holds `equity/`, `crypto/` or `forex/`. */
  readonly folder: string
  /** For example `SPY`; case does not matter. */
  readonly ticker: string
  readonly resolution: LeanResolution
  /** `equity` unless given. */
  readonly securityType?: LeanSecurityType
  /** The folder of the market; `usa`, `coinbase` or `oanda` by the security type unless given. */
  readonly market?: string
  /**
   * Equity minutes: `regular` keeps those of 09:30 to 16:00 New York (default), `all` also those
   * before and after. The other files hold regular hours alone.
   */
  readonly hours?: 'regular' | 'all'
  /** `SYMBOL.VENUE` of the result; the ticker in capitals unless given. */
  readonly instrument?: string
}

/** What LEAN calls the length of a bar. */
export type LeanResolution = 'daily' | 'hour' | 'minute'

/** Which kind of instrument, by the folder of LEAN's layout. */
export type LeanSecurityType = 'equity' | 'crypto' | 'forex'

/** What the layout says of a kind of instrument. */
export type LeanMarket = {
  readonly market: string
  readonly timeZone: string
  /** What prices in files are divided by. */
  readonly priceScale: number
}

/** Equity prices are whole numbers of 1/10000; crypto and forex prices are as they are. */
export const leanMarkets: Readonly<Record<LeanSecurityType, LeanMarket>> = {
  equity: { market: 'usa', timeZone: 'America/New_York', priceScale: 10_000 },
  crypto: { market: 'coinbase', timeZone: 'UTC', priceScale: 1 },
  forex: { market: 'oanda', timeZone: 'UTC', priceScale: 1 },
}

/** Timeframes by their names in LEAN. */
export const leanTimeframes: Readonly<Record<LeanResolution, Timeframe>> = {
  daily: '1d',
  hour: '1h',
  minute: '1m',
}

/**
 * Refuses what the layout does not know and what would leave the folder.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT`.
 */
export function checkLeanOptions({
  ticker,
  resolution,
  securityType,
  market,
}: ReadLeanOptions): void {
  refuse('resolution', resolution, Object.keys(leanTimeframes))
  if (securityType !== undefined) refuse('securityType', securityType, Object.keys(leanMarkets))
  refuseUnlessName('ticker', ticker)
  if (market !== undefined) refuseUnlessName('market', market)
}

function refuse(option: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return
  throw invalid(option, value, `give one of ${known.join(', ')}`)
}

function refuseUnlessName(option: string, value: string): void {
  if (/^\w[\w.-]*$/.test(value)) return
  throw invalid(option, value, 'give a name of letters and digits')
}

function invalid(option: string, value: string, remedy: string): NeuralTraderError {
  return new NeuralTraderError('INVALID_ARGUMENT', `${option} is '${value}': ${remedy}`, {
    details: { option, value },
  })
}
