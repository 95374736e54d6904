import { NeuralTraderError, type Bars, type Quotes, type Trades } from '@neural-trader/core'
import {
  inspectTicks,
  type RunSeries,
  type TickInstrument,
  type TickSeries,
} from '@neural-trader/engine'

import { listedSeries } from '../listed-series.ts'
import type { BacktestOptions } from '../options.ts'
import {
  checkCalendars,
  tickHours,
  type SeriesHours,
  type SessionOptions,
  type TradingHours,
} from '../sessions/trading-hours.ts'
import { midBars } from './mid-bars.ts'

type ListedSeries = SeriesHours &
  Pick<RunSeries, 'bars' | 'priceDecimals' | 'quantityDecimals' | 'terms'>

/** What is traded, and when it is taken to trade. */
export type HourlyInstrument = TickInstrument & { readonly hours: TradingHours }

/** The ticks of a run, ordered: first of every instrument what marks it, then other trades. */
export type TickData = {
  readonly instruments: readonly HourlyInstrument[]
  readonly series: readonly TickSeries[]
  /** For each series, bars of no length for the measures and the report. */
  readonly bars: readonly Bars[]
}

/**
 * Inspects ticks and orders them by instrument.
 *
 * @throws NeuralTraderError the `DATA_...` codes of `inspectTicks`; `INVALID_ARGUMENT` where quotes or
 * trades of an instrument are given twice, or terms are of an instrument without any.
 */
export function tickData(ticks: readonly (Quotes | Trades)[], options: TickDataOptions): TickData {
  const { priceDecimals, quantityDecimals = 0, instruments = {} } = options
  checkTwice(ticks)
  const ids = [...new Set(ticks.map((each) => each.instrument))]
  checkCalendars(ids, options.calendar)
  const decimals = ids.map((id) =>
    Math.max(...ticks.filter((each) => each.instrument === id).map(inspectTicks)),
  )
  const isMain = (each: Quotes | Trades): boolean =>
    'bid' in each || !ticks.some((other) => 'bid' in other && other.instrument === each.instrument)
  const place = (each: Quotes | Trades): number => ids.indexOf(each.instrument)
  const main = ticks.filter(isMain).toSorted((a, b) => place(a) - place(b))
  const ordered = [...main, ...ticks.filter((each) => !isMain(each))]
  const bars = ordered.map(midBars)
  const scaled = ids.map((_, index) => {
    const own = bars[index] as Bars
    const scales = { priceDecimals: priceDecimals ?? decimals[index]!, quantityDecimals }
    return Object.assign(tickHours(own, options), scales, { bars: own })
  })
  return {
    instruments: listedSeries(scaled, instruments).map(tickInstrument),
    series: ordered.map((each) => ({ ticks: each, instrument: place(each) })),
    bars,
  }
}

type TickDataOptions = SessionOptions &
  Pick<BacktestOptions, 'priceDecimals' | 'quantityDecimals' | 'instruments'>

function tickInstrument({ bars, ...known }: ListedSeries): HourlyInstrument {
  return { id: bars.instrument, ...known }
}

function checkTwice(ticks: readonly (Quotes | Trades)[]): void {
  const kinds = ticks.map((each) => `${'bid' in each ? 'quotes' : 'trades'} of ${each.instrument}`)
  const twice = kinds.find((kind, index) => kinds.indexOf(kind) !== index)
  if (twice === undefined) return
  throw new NeuralTraderError('INVALID_ARGUMENT', `The ${twice} are given twice: give them once`, {
    details: { series: twice },
  })
}
