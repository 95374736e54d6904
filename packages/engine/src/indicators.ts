import type { Bars, Column } from '@neural-trader/core'

import type { ActionSpec } from './run-config.ts'
import { binding } from './binding.ts'
import { flatten } from './graph.ts'
import { native } from './native-error.ts'

/** What the engine knows of one indicator. */
export type IndicatorInfo = {
  readonly name: string
  readonly meaning: string
  readonly inputs: readonly string[]
  readonly params: readonly {
    readonly name: string
    readonly meaning: string
    readonly default: number
    readonly min: number
    readonly max: number
    readonly whole: boolean
  }[]
  readonly outputs: readonly string[]
}

/** Which output of which indicator, with which parameters. */
export type IndicatorCall = {
  readonly name: string
  readonly params: Readonly<Record<string, number>>
  readonly output: string
}

/** Every indicator of the engine, by name. */
export function indicatorRegistry(): readonly IndicatorInfo[] {
  return native(() => binding.indicatorRegistry())
}

/**
 * One output of an indicator over whole columns: as long as its inputs, NaN before the first value.
 *
 * @throws NeuralTraderError `UNKNOWN_INDICATOR`, `INVALID_PARAMETER`, `INVALID_ARGUMENT` or
 * `DATA_LENGTH_MISMATCH`.
 */
export function computeIndicator(
  call: IndicatorCall,
  inputs: readonly Float64Array[],
): Float64Array {
  const names = Object.keys(call.params)
  const values = Object.values(call.params)
  return native(() => binding.computeIndicator(call.name, [...inputs], names, values, call.output))
}

/** Named columns over bars, and the first bar at which every one has a value. */
export type ComputedColumns<Name extends string> = {
  readonly columns: Readonly<Record<Name, Float64Array>>
  readonly firstDefined: number
  /** Powers of the price that the columns are of, where they were computed as of splits. */
  readonly degrees: Readonly<Record<Name, number>>
}

/**
 * Of each row of a series, the shares that one share at its beginning has become; null where no split
 * falls between two bars.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for an action that is none.
 */
export function splitFactors(
  actions: readonly ActionSpec[],
  instrument: number,
  time: BigInt64Array,
): Float64Array | null {
  return native(() => binding.splitFactors([...actions], instrument, time))
}

/**
 * Computes a graph of named columns over bars in one crossing; equal sub-graphs are computed once.
 * With the factors of {@link splitFactors} each value is that of the history as it stood at its bar:
 * restated for the splits before it and for none after.
 *
 * @throws NeuralTraderError as {@link computeIndicator}.
 */
export function computeColumns<Name extends string>(
  columns: Readonly<Record<Name, Column>>,
  bars: Bars,
  factors: Float64Array | null = null,
): ComputedColumns<Name> {
  const { graph, index } = flatten(columns)
  const computed = native(() => binding.computeColumns(JSON.stringify(graph), bars, factors))
  const entries = Object.entries<Column>(columns).map(([name, column]) => [
    name,
    'column' in column ? bars[column.column] : computed.columns[index[name] ?? -1],
  ])
  const degrees = Object.entries<Column>(columns).map(([name, column]) => [
    name,
    'column' in column ? degreeOf(column.column) : (computed.degrees[index[name] ?? -1] ?? 0),
  ])
  return {
    degrees: Object.fromEntries(degrees) as Record<Name, number>,
    columns: Object.fromEntries(entries) as Record<Name, Float64Array>,
    firstDefined: computed.firstDefined,
  }
}

/** The power of the price that a column of the bars is of. */
function degreeOf(column: string): number {
  return column === 'volume' ? -1 : 1
}
