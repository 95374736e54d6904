import { NeuralTraderError, type Bars, type Quotes, type Trades } from '@neural-trader/core'
import { inspectTicks, type TickInstrument, type TickSeries } from '@neural-trader/engine'

import { listedSeries } from '../listed-series.ts'
import type { BacktestOptions } from '../options.ts'
import { midBars } from './mid-bars.ts'

type ListedSeries = ReturnType<typeof listedSeries>[number]

/** The ticks of a run, ordered: first of every instrument what marks it, then other trades. */
export type TickData = {
  readonly instruments: readonly TickInstrument[]
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
export function tickData(
  ticks: readonly (Quotes | Trades)[],
  {
    priceDecimals,
    quantityDecimals = 0,
    instruments = {},
  }: Pick<BacktestOptions, 'priceDecimals' | 'quantityDecimals' | 'instruments'>,
): TickData {
  checkTwice(ticks)
  const ids = [...new Set(ticks.map((each) => each.instrument))]
  const decimals = ids.map((id) =>
    Math.max(...ticks.filter((each) => each.instrument === id).map(inspectTicks)),
  )
  const isMain = (each: Quotes | Trades): boolean =>
    'bid' in each || !ticks.some((other) => 'bid' in other && other.instrument === each.instrument)
  const place = (each: Quotes | Trades): number => ids.indexOf(each.instrument)
  const main = ticks.filter(isMain).toSorted((a, b) => place(a) - place(b))
  const ordered = [...main, ...ticks.filter((each) => !isMain(each))]
  const bars = ordered.map(midBars)
  const scaled = ids.map((_, index) => ({
    bars: bars[index] as Bars,
    priceDecimals: priceDecimals ?? (decimals[index] as number),
    quantityDecimals,
  }))
  return {
    instruments: listedSeries(scaled, instruments).map(tickInstrument),
    series: ordered.map((each) => ({ ticks: each, instrument: place(each) })),
    bars,
  }
}

function tickInstrument({ bars, ...scales }: ListedSeries): TickInstrument {
  const { priceDecimals, quantityDecimals, terms } = scales
  const id = bars.instrument
  return { id, priceDecimals, quantityDecimals, ...(terms === undefined ? {} : { terms }) }
}

function checkTwice(ticks: readonly (Quotes | Trades)[]): void {
  const kinds = ticks.map((each) => `${'bid' in each ? 'quotes' : 'trades'} of ${each.instrument}`)
  const twice = kinds.find((kind, index) => kinds.indexOf(kind) !== index)
  if (twice === undefined) return
  throw new NeuralTraderError('INVALID_ARGUMENT', `The ${twice} are given twice: give them once`, {
    details: { series: twice },
  })
}
