import { NeuralTraderError, type Bars, type Column } from '@neural-trader/core'

import type { ActionSpec } from './run-config.ts'
import { binding } from './binding.ts'
import { flatten } from './graph.ts'
import { native } from './native-error.ts'

/** What the engine knows of one indicator. */
export type IndicatorInfo = {
  /** In kebab-case, for example `bollinger-bands`. */
  readonly name: string
  /** The function of TA-Lib that it equals, or empty. */
  readonly talib: string
  /** Other names that find it. */
  readonly aliases: readonly string[]
  /** One of TA-Lib's groups, or `beyond` for what fits none. */
  readonly group: string
  readonly meaning: string
  readonly formula: string
  /** Where it was first described, or empty. */
  readonly source: string
  /** Columns it reads, in order. */
  readonly inputs: readonly string[]
  readonly params: readonly ParamInfo[]
  readonly outputs: readonly OutputInfo[]
  /** `window`: depends on the look-back alone; `fading`: on every bar, less and less; `path`: on the first bar for ever. */
  readonly stability: string
  /** Bars before the first value, with the defaults. */
  readonly lookback: number
  /**
   * Bars before a value no longer tells where the data began, with the defaults: exactly, or for
   * smoothed ones to 1e-10; undefined where it does for ever.
   */
  readonly settles?: number
}

/** One parameter of an indicator. */
export type ParamInfo = {
  readonly name: string
  readonly talib: string
  readonly meaning: string
  readonly default: number
  /** The parameter whose value it takes when it is not given, or empty. */
  readonly sameAs: string
  readonly min: number
  readonly max: number
  readonly whole: boolean
  /** Names of the values 0, 1, ..., where it is a choice. */
  readonly choices: readonly string[]
}

/** One output of an indicator. */
export type OutputInfo = {
  readonly name: string
  readonly talib: string
  /** Whether its values are whole numbers: an index, a direction, a pattern. */
  readonly whole: boolean
}

/** An indicator with its parameters. */
export type IndicatorSetting = {
  readonly name: string
  readonly params: Readonly<Record<string, number>>
}

/** Which output of which indicator, with which parameters. */
export type IndicatorCall = IndicatorSetting & { readonly output: string }

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

/**
 * Every output of an indicator over whole columns, written into columns of the caller's, one for
 * each output in order.
 *
 * @throws NeuralTraderError as {@link computeIndicator}, and `INVALID_ARGUMENT` where an output
 * shares memory with an input or another output.
 */
export function fillIndicator(
  { name, params }: IndicatorSetting,
  inputs: readonly Float64Array[],
  outputs: readonly Float64Array[],
): void {
  for (const [index, output] of outputs.entries()) {
    const others = [...inputs, ...outputs.slice(0, index)]
    if (others.some((other) => overlap(output, other))) {
      const message = `An output of ${name} shares memory with another column: give it a buffer of its own`
      throw new NeuralTraderError('INVALID_ARGUMENT', message, { details: { indicator: name } })
    }
  }
  native(() =>
    binding.fillIndicator(name, [...inputs], Object.keys(params), Object.values(params), [
      ...outputs,
    ]),
  )
}

function overlap(a: Float64Array, b: Float64Array): boolean {
  return (
    a.buffer === b.buffer &&
    a.byteOffset < b.byteOffset + b.byteLength &&
    b.byteOffset < a.byteOffset + a.byteLength
  )
}

/**
 * Bars before the first value of an indicator.
 *
 * @throws NeuralTraderError `UNKNOWN_INDICATOR` or `INVALID_PARAMETER`.
 */
export function indicatorLookback({ name, params }: IndicatorSetting): number {
  return native(() => binding.indicatorLookback(name, Object.keys(params), Object.values(params)))
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
