import type { Observation } from './observation.ts'

/** How a strategy acts on data that it was not loaded with, and how well on those it was. */
export type Foreknowledge = {
  /** Share of its orders that it gives all the same when every bar is another. */
  readonly same: number
  /** t statistic of what its returns have beyond their exposure to the market. */
  readonly tStatistic: number
}

/**
 * Foreknowledge that no change of the data given can show, because the bars are written in the file of
 * the strategy, say: it does not follow the data, and on the real ones it earns what chance gives once
 * in a billion. Null where nothing points to it, or there is too little to judge by.
 */
export function foreknowledge(whole: Observation, mirrored: Observation): Foreknowledge | null {
  if (whole.acts.length < 20) return null
  const same = shareOfSameActs(whole, mirrored)
  const tStatistic = alphaStatistic(whole)
  return same >= 0.8 && tStatistic >= 6 ? { same, tStatistic } : null
}

function shareOfSameActs({ acts }: Observation, other: Observation): number {
  const key = ({ step, instrument, text }: Observation['acts'][number]): string =>
    `${step} ${instrument} ${text}`
  const others = new Set(other.acts.map(key))
  return acts.filter((act) => others.has(key(act))).length / acts.length
}

/** t statistic of the intercept when returns of equity are regressed on those of the instruments. */
function alphaStatistic({ result }: Observation): number {
  if (result === null || result.equity.length < 50) return 0
  const own = returnsOf(result.equity)
  const markets = result.bars
    .filter((bars) => bars.time.length === result.equity.length)
    .map((bars) => returnsOf(bars.close))
  const market = own.map(
    (_, row) => markets.reduce((sum, each) => sum + each[row]!, 0) / Math.max(1, markets.length),
  )
  const [meanOwn, meanMarket] = [mean(own), mean(market)]
  const spread = mean(market.map((each) => (each - meanMarket) ** 2))
  const together = mean(own.map((each, row) => (each - meanOwn) * (market[row]! - meanMarket)))
  const beta = spread === 0 ? 0 : together / spread
  const alpha = meanOwn - beta * meanMarket
  const rest = own.map((each, row) => (each - alpha - beta * market[row]!) ** 2)
  const error = Math.sqrt(mean(rest) / own.length)
  return error === 0 ? 0 : alpha / error
}

function returnsOf(values: Float64Array): Float64Array {
  return values.map((value, row) => (row === 0 ? 0 : value / values[row - 1]! - 1))
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
