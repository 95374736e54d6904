import { NeuralTraderError, type Bars } from '@neural-trader/core'
import { notAwaited, type RunSeries } from '@neural-trader/engine'

import type { BacktestOptions } from '../options.ts'

type Start = Pick<BacktestOptions, 'startWhen' | 'tradeFrom'>

/**
 * For each series the row that a run waits for before it asks the strategy: the end of its warm-up, or
 * {@link notAwaited}; and for the series whose bar opens the trading, that bar.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where no bar closes at or after `tradeFrom`.
 */
export function firstAsked(
  series: readonly RunSeries[],
  warmUp: readonly number[],
  { startWhen, tradeFrom }: Start,
): readonly number[] {
  const awaited = startWhen === 'one-ready' ? firstReady(series, warmUp) : warmUp
  if (tradeFrom === undefined) return awaited
  const rows = series.map(({ bars }) => rowFrom(bars, tradeFrom))
  const times = series.map(({ bars }, index) => bars.time[rows[index] as number])
  const first = earliest(times)
  if (first === undefined) throw tooLate(tradeFrom)
  const place = times.indexOf(first)
  const row = rows[place] as number
  if (awaited[place] !== notAwaited) {
    return awaited.map((each, index) => (index === place ? Math.max(each, row) : each))
  }
  const isLater = series.some(
    ({ bars }, index) => (bars.time[awaited[index] as number] ?? 0n) > first,
  )
  return isLater ? awaited : awaited.map((_, index) => (index === place ? row : notAwaited))
}

/**
 * The first row of bars that closes at or after a time.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where there is none.
 */
export function firstRowFrom(bars: Bars, tradeFrom: bigint): number {
  const row = rowFrom(bars, tradeFrom)
  if (row === bars.time.length) throw tooLate(tradeFrom)
  return row
}

function rowFrom({ time }: Bars, tradeFrom: bigint): number {
  const row = time.findIndex((each) => each >= tradeFrom)
  return row < 0 ? time.length : row
}

/** The warm-up of the one series that ends first; the run does not wait for the others. */
function firstReady(series: readonly RunSeries[], warmUp: readonly number[]): readonly number[] {
  const ready = series.map(({ bars }, index) => bars.time[warmUp[index] as number])
  const first = earliest(ready)
  if (first === undefined) return warmUp
  const place = ready.indexOf(first)
  return warmUp.map((row, index) => (index === place ? row : notAwaited))
}

function earliest(times: readonly (bigint | undefined)[]): bigint | undefined {
  const known = times.filter((time) => time !== undefined)
  return known.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0))[0]
}

function tooLate(tradeFrom: bigint): NeuralTraderError {
  return new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Option tradeFrom is ${tradeFrom}, and no bar closes at or after it: give an earlier time`,
    { details: { field: 'tradeFrom', value: String(tradeFrom) } },
  )
}
