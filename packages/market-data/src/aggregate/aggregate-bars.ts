import { type Bars, NeuralTraderError } from '@neural-trader/core'
import { refuseFaultyBars } from '../validate/refuse-faulty-bars.ts'
import { BarColumns } from './bar-columns.ts'
import { type AggregateOptions, checkRule } from './options.ts'
import { OpenBar } from './rule.ts'

/** Rules by which whole bars can be put together. */
export type AggregateBarsOptions = Extract<AggregateOptions, { by: 'volume' | 'dollar' }>

/**
 * Puts bars together until they hold a volume or a value, without tearing one apart: a new bar
 * closes with the bar that fills it and carries its time, excess stays in it, an unfinished last
 * one is withheld unless `keepPartial`. The value of a bar is estimated as its volume times `(high
 * + low + close) / 3`.
 *
 * Bars do not say in which order their prices came, so that they cannot be counted by ticks or made
 * into bricks; and where most bars alone reach the threshold the result would be the source again,
 * which is refused. The `timeframe` of the result is that of the source, its finest step.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for a threshold that the typical bar reaches alone,
 * or bars without any volume; the codes of `validateBars` with row and column for bars that are
 * wrong.
 */
export function aggregateBars(bars: Bars, options: AggregateBarsOptions): Bars {
  checkRule(options)
  refuseFaultyBars(bars)
  const threshold = options.by === 'volume' ? options.volume : options.value
  const measures = measure(bars, options.by)
  refuseUnfit(bars, measures, threshold)
  return join(bars, measures, threshold, options.keepPartial ?? false)
}

function measure({ high, low, close, volume }: Bars, by: 'volume' | 'dollar'): Float64Array {
  if (by === 'volume') return volume
  return volume.map((units, row) => (units * (high[row]! + low[row]! + close[row]!)) / 3)
}

function join(bars: Bars, measures: Float64Array, threshold: number, keepPartial: boolean): Bars {
  const columns = new BarColumns()
  const bar = new OpenBar()
  let measured = 0
  for (let row = 0; row < measures.length; row++) {
    const [open, high, low] = [bars.open[row]!, bars.high[row]!, bars.low[row]!]
    bar.addRange({ open, high, low, close: bars.close[row]!, volume: bars.volume[row]! })
    bar.row.time = bars.time[row]!
    measured += measures[row]!
    if (measured < threshold) continue
    columns.push(bar.row)
    bar.isEmpty = true
    measured = 0
  }
  if (keepPartial && !bar.isEmpty) columns.push(bar.row)
  return columns.take(bars.instrument, bars.timeframe)
}

function refuseUnfit(
  { instrument, volume }: Bars,
  measures: Float64Array,
  threshold: number,
): void {
  if (volume.length === 0) return
  if (volume.every((units) => units === 0))
    throw unfit(instrument, 'has no volume: aggregate by time', threshold)
  const typical = measures.toSorted()[measures.length >>> 1]!
  if (typical >= threshold)
    throw unfit(
      instrument,
      `has a median bar that holds ${typical}, no less than the ${threshold} wanted: give more, or start from finer bars or trades`,
      threshold,
    )
}

function unfit(instrument: string, wrong: string, threshold: number): NeuralTraderError {
  return new NeuralTraderError('INVALID_ARGUMENT', `${instrument} ${wrong}`, {
    details: { source: instrument, threshold },
  })
}
