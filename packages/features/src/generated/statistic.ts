// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { type BarInput, StreamingIndicator } from '../streaming-indicator.ts'

const betaShape = {
  name: 'beta',
  inputs: ['x', 'y'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'x' | 'y'>): void => {
    buffer[0] = bar.x
    buffer[1] = bar.y
  },
} as const

/** Options of {@link beta}. */
export type BetaOptions = {
  /** Returns taken together, whole, 1 to 100000. Default 5. */
  readonly period?: number
}

/**
 * Beta: how much the returns of y move with those of x.
 *
 * Formula: cov(rx, ry) / var(rx) over the last `period` returns, rx[t] = x[t] / x[t-1] - 1; 0 where
 * x does not move.
 *
 * BETA of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const beta: IndicatorFunction<'x' | 'y', BetaOptions, 'value'> = defineIndicator(betaShape)

/** {@link beta} bar by bar, with the same bits. */
export class Beta extends StreamingIndicator<'x' | 'y', 'value'> {
  constructor(options: BetaOptions = {}) {
    super(betaShape, options)
  }
}

const correlShape = {
  name: 'correl',
  inputs: ['x', 'y'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'x' | 'y'>): void => {
    buffer[0] = bar.x
    buffer[1] = bar.y
  },
} as const

/** Options of {@link correl}. */
export type CorrelOptions = {
  /** Pairs taken together, whole, 1 to 100000. Default 30. */
  readonly period?: number
}

/**
 * Pearson correlation of two columns, -1 to 1.
 *
 * Formula: cov(x, y) / sqrt(var(x) var(y)) over the last `period` pairs; 0 where one does not vary.
 *
 * CORREL of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const correl: IndicatorFunction<'x' | 'y', CorrelOptions, 'value'> =
  defineIndicator(correlShape)

/** {@link correl} bar by bar, with the same bits. */
export class Correl extends StreamingIndicator<'x' | 'y', 'value'> {
  constructor(options: CorrelOptions = {}) {
    super(correlShape, options)
  }
}

const linearRegressionShape = {
  name: 'linear-regression',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link linearRegression}. */
export type LinearRegressionOptions = {
  /** Values the line is fitted to, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Linear regression: the least-squares line through the last values, at the last.
 *
 * Formula: b + m (period - 1), m and b fitted to x[t-period+1] ... x[t] over 0 ... period-1.
 *
 * LINEARREG of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const linearRegression: IndicatorFunction<'value', LinearRegressionOptions, 'value'> =
  defineIndicator(linearRegressionShape)

/** {@link linearRegression} bar by bar, with the same bits. */
export class LinearRegression extends StreamingIndicator<'value', 'value'> {
  constructor(options: LinearRegressionOptions = {}) {
    super(linearRegressionShape, options)
  }
}

const linearRegressionAngleShape = {
  name: 'linear-regression-angle',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link linearRegressionAngle}. */
export type LinearRegressionAngleOptions = {
  /** Values the line is fitted to, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Angle of the least-squares line through the last values, in degrees.
 *
 * Formula: atan(m) in degrees, m fitted to x[t-period+1] ... x[t] over 0 ... period-1.
 *
 * LINEARREG_ANGLE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const linearRegressionAngle: IndicatorFunction<
  'value',
  LinearRegressionAngleOptions,
  'value'
> = defineIndicator(linearRegressionAngleShape)

/** {@link linearRegressionAngle} bar by bar, with the same bits. */
export class LinearRegressionAngle extends StreamingIndicator<'value', 'value'> {
  constructor(options: LinearRegressionAngleOptions = {}) {
    super(linearRegressionAngleShape, options)
  }
}

const linearRegressionInterceptShape = {
  name: 'linear-regression-intercept',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link linearRegressionIntercept}. */
export type LinearRegressionInterceptOptions = {
  /** Values the line is fitted to, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Height of the least-squares line through the last values, at the first of them.
 *
 * Formula: b, fitted to x[t-period+1] ... x[t] over 0 ... period-1.
 *
 * LINEARREG_INTERCEPT of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const linearRegressionIntercept: IndicatorFunction<
  'value',
  LinearRegressionInterceptOptions,
  'value'
> = defineIndicator(linearRegressionInterceptShape)

/** {@link linearRegressionIntercept} bar by bar, with the same bits. */
export class LinearRegressionIntercept extends StreamingIndicator<'value', 'value'> {
  constructor(options: LinearRegressionInterceptOptions = {}) {
    super(linearRegressionInterceptShape, options)
  }
}

const linearRegressionSlopeShape = {
  name: 'linear-regression-slope',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link linearRegressionSlope}. */
export type LinearRegressionSlopeOptions = {
  /** Values the line is fitted to, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Slope of the least-squares line through the last values, per bar.
 *
 * Formula: m, fitted to x[t-period+1] ... x[t] over 0 ... period-1.
 *
 * LINEARREG_SLOPE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const linearRegressionSlope: IndicatorFunction<
  'value',
  LinearRegressionSlopeOptions,
  'value'
> = defineIndicator(linearRegressionSlopeShape)

/** {@link linearRegressionSlope} bar by bar, with the same bits. */
export class LinearRegressionSlope extends StreamingIndicator<'value', 'value'> {
  constructor(options: LinearRegressionSlopeOptions = {}) {
    super(linearRegressionSlopeShape, options)
  }
}

const percentRankShape = { name: 'percent-rank', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link percentRank}. */
export type PercentRankOptions = {
  /** Values before, compared with this one, whole, 1 to 100000. Default 100. */
  readonly period?: number
}

/**
 * Percent of the values before this one that are less.
 *
 * Formula: 100 count(x[t-i] < x[t], i = 1 .. period) / period.
 *
 * PERCENTRANK of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const percentRank: IndicatorFunction<'value', PercentRankOptions, 'value'> =
  defineIndicator(percentRankShape)

/** {@link percentRank} bar by bar, with the same bits. */
export class PercentRank extends StreamingIndicator<'value', 'value'> {
  constructor(options: PercentRankOptions = {}) {
    super(percentRankShape, options)
  }
}

const percentileShape = { name: 'percentile', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link percentile}. */
export type PercentileOptions = {
  /** Values ranked, whole, 1 to 100000. Default 30. */
  readonly period?: number
  /** Percent of the values at or below the result, 0 to 100. Default 50. */
  readonly percent?: number
}

/**
 * The value that so many percent of the last values do not exceed, one of them (nearest rank).
 *
 * Formula: the k-th smallest of the last `period` values, k = ceil(percent period / 100), at least
 * 1.
 *
 * PERCENTILE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const percentile: IndicatorFunction<'value', PercentileOptions, 'value'> =
  defineIndicator(percentileShape)

/** {@link percentile} bar by bar, with the same bits. */
export class Percentile extends StreamingIndicator<'value', 'value'> {
  constructor(options: PercentileOptions = {}) {
    super(percentileShape, options)
  }
}

const stddevShape = { name: 'stddev', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link stddev}. */
export type StddevOptions = {
  /** Values taken together, whole, 1 to 100000. Default 5. */
  readonly period?: number
  /** Factor of the result, 0 to 1000000. Default 1. */
  readonly deviations?: number
}

/**
 * Standard deviation of the last values, of the population.
 *
 * Formula: deviations * sqrt(sum of (x[i] - mean)^2 / period).
 *
 * STDDEV of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const stddev: IndicatorFunction<'value', StddevOptions, 'value'> =
  defineIndicator(stddevShape)

/** {@link stddev} bar by bar, with the same bits. */
export class Stddev extends StreamingIndicator<'value', 'value'> {
  constructor(options: StddevOptions = {}) {
    super(stddevShape, options)
  }
}

const timeSeriesForecastShape = {
  name: 'time-series-forecast',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link timeSeriesForecast}. */
export type TimeSeriesForecastOptions = {
  /** Values the line is fitted to, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * Time series forecast: the least-squares line through the last values, one bar on.
 *
 * Formula: b + m period, m and b fitted to x[t-period+1] ... x[t] over 0 ... period-1.
 *
 * TSF of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const timeSeriesForecast: IndicatorFunction<'value', TimeSeriesForecastOptions, 'value'> =
  defineIndicator(timeSeriesForecastShape)

/** {@link timeSeriesForecast} bar by bar, with the same bits. */
export class TimeSeriesForecast extends StreamingIndicator<'value', 'value'> {
  constructor(options: TimeSeriesForecastOptions = {}) {
    super(timeSeriesForecastShape, options)
  }
}

const varianceShape = { name: 'variance', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link variance}. */
export type VarianceOptions = {
  /** Values taken together, whole, 1 to 100000. Default 5. */
  readonly period?: number
  /** Without effect, as in TA-Lib, 0 to 1000000. Default 1. */
  readonly deviations?: number
}

/**
 * Variance of the last values, of the population.
 *
 * Formula: sum of (x[i] - mean)^2 / period.
 *
 * VAR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const variance: IndicatorFunction<'value', VarianceOptions, 'value'> =
  defineIndicator(varianceShape)

/** {@link variance} bar by bar, with the same bits. */
export class Variance extends StreamingIndicator<'value', 'value'> {
  constructor(options: VarianceOptions = {}) {
    super(varianceShape, options)
  }
}
