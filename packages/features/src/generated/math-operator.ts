// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { type BarInput, type BarOutput, StreamingIndicator } from '../streaming-indicator.ts'

const addShape = {
  name: 'add',
  inputs: ['x', 'y'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'x' | 'y'>): void => {
    buffer[0] = bar.x
    buffer[1] = bar.y
  },
} as const

/**
 * Sum of two columns.
 *
 * Formula: x[t] + y[t].
 *
 * ADD of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const add: IndicatorFunction<'x' | 'y', object, 'value'> = defineIndicator(addShape)

/** {@link add} bar by bar, with the same bits. */
export class Add extends StreamingIndicator<'x' | 'y', 'value'> {
  constructor() {
    super(addShape, {})
  }
}

const cumsumShape = { name: 'cumsum', inputs: ['value'], outputs: ['value'] } as const

/**
 * The sum of all values up to now.
 *
 * Formula: x[t] + x[t-1] + ... + x[0].
 *
 * CUMSUM of TA-Lib.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cumsum: IndicatorFunction<'value', object, 'value'> = defineIndicator(cumsumShape)

/** {@link cumsum} bar by bar, with the same bits. */
export class Cumsum extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(cumsumShape, {})
  }
}

const divShape = {
  name: 'div',
  inputs: ['x', 'y'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'x' | 'y'>): void => {
    buffer[0] = bar.x
    buffer[1] = bar.y
  },
} as const

/**
 * Quotient of two columns.
 *
 * Formula: x[t] / y[t]; infinite or NaN where y is 0.
 *
 * DIV of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const div: IndicatorFunction<'x' | 'y', object, 'value'> = defineIndicator(divShape)

/** {@link div} bar by bar, with the same bits. */
export class Div extends StreamingIndicator<'x' | 'y', 'value'> {
  constructor() {
    super(divShape, {})
  }
}

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

const multShape = {
  name: 'mult',
  inputs: ['x', 'y'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'x' | 'y'>): void => {
    buffer[0] = bar.x
    buffer[1] = bar.y
  },
} as const

/**
 * Product of two columns.
 *
 * Formula: x[t] y[t].
 *
 * MULT of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const mult: IndicatorFunction<'x' | 'y', object, 'value'> = defineIndicator(multShape)

/** {@link mult} bar by bar, with the same bits. */
export class Mult extends StreamingIndicator<'x' | 'y', 'value'> {
  constructor() {
    super(multShape, {})
  }
}

const subShape = {
  name: 'sub',
  inputs: ['x', 'y'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'x' | 'y'>): void => {
    buffer[0] = bar.x
    buffer[1] = bar.y
  },
} as const

/**
 * Difference of two columns.
 *
 * Formula: x[t] - y[t].
 *
 * SUB of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const sub: IndicatorFunction<'x' | 'y', object, 'value'> = defineIndicator(subShape)

/** {@link sub} bar by bar, with the same bits. */
export class Sub extends StreamingIndicator<'x' | 'y', 'value'> {
  constructor() {
    super(subShape, {})
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
