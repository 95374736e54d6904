// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { type BarOutput, StreamingIndicator } from '../streaming-indicator.ts'

const highestShape = { name: 'highest', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link highest}. */
export type HighestOptions = {
  /** Values compared, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * The greatest of the last values; of the highs: the upper Donchian channel.
 *
 * Formula: max(x[t], x[t-1], ..., x[t-period+1]).
 *
 * MAX of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const highest: IndicatorFunction<'value', HighestOptions, 'value'> =
  defineIndicator(highestShape)

/** {@link highest} bar by bar, with the same bits. */
export class Highest extends StreamingIndicator<'value', 'value'> {
  constructor(options: HighestOptions = {}) {
    super(highestShape, options)
  }
}

const lowestShape = { name: 'lowest', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link lowest}. */
export type LowestOptions = {
  /** Values compared, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * The least of the last values; of the lows: the lower Donchian channel.
 *
 * Formula: min(x[t], x[t-1], ..., x[t-period+1]).
 *
 * MIN of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const lowest: IndicatorFunction<'value', LowestOptions, 'value'> =
  defineIndicator(lowestShape)

/** {@link lowest} bar by bar, with the same bits. */
export class Lowest extends StreamingIndicator<'value', 'value'> {
  constructor(options: LowestOptions = {}) {
    super(lowestShape, options)
  }
}

const maxIndexShape = { name: 'max-index', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link maxIndex}. */
export type MaxIndexOptions = {
  /** Values compared, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * Bar of the greatest of the last values, counted from the first.
 *
 * Formula: an i with x[i] = max(x[t-period+1] ... x[t]).
 *
 * MAXINDEX of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const maxIndex: IndicatorFunction<'value', MaxIndexOptions, 'value'> =
  defineIndicator(maxIndexShape)

/** {@link maxIndex} bar by bar, with the same bits. */
export class MaxIndex extends StreamingIndicator<'value', 'value'> {
  constructor(options: MaxIndexOptions = {}) {
    super(maxIndexShape, options)
  }
}

const minIndexShape = { name: 'min-index', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link minIndex}. */
export type MinIndexOptions = {
  /** Values compared, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * Bar of the least of the last values, counted from the first.
 *
 * Formula: an i with x[i] = min(x[t-period+1] ... x[t]).
 *
 * MININDEX of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const minIndex: IndicatorFunction<'value', MinIndexOptions, 'value'> =
  defineIndicator(minIndexShape)

/** {@link minIndex} bar by bar, with the same bits. */
export class MinIndex extends StreamingIndicator<'value', 'value'> {
  constructor(options: MinIndexOptions = {}) {
    super(minIndexShape, options)
  }
}

const minMaxShape = {
  name: 'min-max',
  inputs: ['value'],
  outputs: ['min', 'max'],
  read: (buffer: Float64Array): BarOutput<'min' | 'max'> => ({
    min: buffer[1] as number,
    max: buffer[2] as number,
  }),
} as const

/** Options of {@link minMax}. */
export type MinMaxOptions = {
  /** Values compared, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * The least and the greatest of the last values.
 *
 * Formula: min and max of x[t-period+1] ... x[t].
 *
 * Columns: `min`, `max`.
 *
 * MINMAX of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const minMax: IndicatorFunction<'value', MinMaxOptions, 'min' | 'max'> =
  defineIndicator(minMaxShape)

/** {@link minMax} bar by bar, with the same bits. */
export class MinMax extends StreamingIndicator<'value', 'min' | 'max'> {
  constructor(options: MinMaxOptions = {}) {
    super(minMaxShape, options)
  }
}

const minMaxIndexShape = {
  name: 'min-max-index',
  inputs: ['value'],
  outputs: ['min', 'max'],
  read: (buffer: Float64Array): BarOutput<'min' | 'max'> => ({
    min: buffer[1] as number,
    max: buffer[2] as number,
  }),
} as const

/** Options of {@link minMaxIndex}. */
export type MinMaxIndexOptions = {
  /** Values compared, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * Bars of the least and the greatest of the last values, counted from the first.
 *
 * Formula: an i with x[i] = min, and with x[i] = max, of x[t-period+1] ... x[t].
 *
 * Columns: `min`, `max`.
 *
 * MINMAXINDEX of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const minMaxIndex: IndicatorFunction<'value', MinMaxIndexOptions, 'min' | 'max'> =
  defineIndicator(minMaxIndexShape)

/** {@link minMaxIndex} bar by bar, with the same bits. */
export class MinMaxIndex extends StreamingIndicator<'value', 'min' | 'max'> {
  constructor(options: MinMaxIndexOptions = {}) {
    super(minMaxIndexShape, options)
  }
}

const sumShape = { name: 'sum', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link sum}. */
export type SumOptions = {
  /** Values added, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * The sum of the last values.
 *
 * Formula: x[t] + x[t-1] + ... + x[t-period+1].
 *
 * SUM of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const sum: IndicatorFunction<'value', SumOptions, 'value'> = defineIndicator(sumShape)

/** {@link sum} bar by bar, with the same bits. */
export class Sum extends StreamingIndicator<'value', 'value'> {
  constructor(options: SumOptions = {}) {
    super(sumShape, options)
  }
}
