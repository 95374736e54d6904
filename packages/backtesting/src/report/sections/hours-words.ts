import type { BacktestResult } from '../../result.ts'
import type { Cutoff, Cutoffs } from '../../sessions/cutoffs.ts'
import type { TradingHours } from '../../sessions/trading-hours.ts'
import { formatCount } from '../format-number.ts'
import { perInstrument } from './per-instrument.ts'

/** When the instruments were taken to trade. */
export function hoursWords(hours: readonly TradingHours[], bars: BacktestResult['bars']): string {
  // A bar of no length stands for a quote or trade.
  const rows = bars[0]?.timeframe === '0s' ? 'quotes or trades' : 'bars'
  return `${perInstrument(
    hours.map((each) => words(each, rows)),
    bars,
  )}.`
}

function words(
  { calendar, cutoffs, extendedHours, barsOutside }: TradingHours,
  rows: string,
): string {
  if (calendar === null) return 'No calendar: a day is one of UTC'
  const parts = [
    `The sessions of ${calendar}${cutoffWords(cutoffs)}`,
    extendedHours && 'orders also fill outside of them',
    barsOutside > 0 && `${formatCount(barsOutside)} ${rows} lie outside of them`,
  ]
  return parts.filter((part) => part !== false).join('; ')
}

function cutoffWords({ atOpen, atClose }: Cutoffs): string {
  const parts = [
    atOpen !== undefined && `on open ${minutes(atOpen)}`,
    atClose !== undefined && `on close ${minutes(atClose)}`,
  ]
  const stated = parts.filter((part) => part !== false)
  return stated.length === 0 ? '' : `; orders ${stated.join(', ')} before at the latest`
}

function minutes(cutoff: Cutoff): string {
  if (typeof cutoff === 'number') return `${cutoff} minutes`
  return `${cutoff.entry} minutes (changes ${cutoff.change})`
}
