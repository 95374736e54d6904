// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { type BarInput, type BarOutput, StreamingIndicator } from '../streaming-indicator.ts'

const armaForecastShape = { name: 'arma-forecast', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link armaForecast}. */
export type ArmaForecastOptions = {
  /** Values fitted, whole, 12 to 100000. Default 50. */
  readonly period?: number
}

/**
 * ARMA(1,1) forecast of the next value, fitted to the last ones.
 *
 * Formula: mean + phi (x[t] - mean) + theta e[t] over the last `period` values; e = residuals of an
 * autoregression on the 3 values before, phi and theta by least squares of x - mean on the value
 * and the residual before; the mean where they do not vary.
 *
 * Source: Hannan and Rissanen, Recursive estimation of mixed autoregressive-moving average order,
 * Biometrika 69 (1982).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const armaForecast: IndicatorFunction<'value', ArmaForecastOptions, 'value'> =
  defineIndicator(armaForecastShape)

/** {@link armaForecast} bar by bar, with the same bits. */
export class ArmaForecast extends StreamingIndicator<'value', 'value'> {
  constructor(options: ArmaForecastOptions = {}) {
    super(armaForecastShape, options)
  }
}

const autocorrelationShape = {
  name: 'autocorrelation',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link autocorrelation}. */
export type AutocorrelationOptions = {
  /** Pairs taken together, whole, 2 to 100000. Default 20. */
  readonly period?: number
  /** Bars between the two values, whole, 1 to 100000. Default 1. */
  readonly lag?: number
}

/**
 * Autocorrelation: how far the last values go with those some bars before them.
 *
 * Formula: Pearson's correlation of x[t] with x[t-lag] over `period` pairs; 0 where either side
 * does not vary.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const autocorrelation: IndicatorFunction<'value', AutocorrelationOptions, 'value'> =
  defineIndicator(autocorrelationShape)

/** {@link autocorrelation} bar by bar, with the same bits. */
export class Autocorrelation extends StreamingIndicator<'value', 'value'> {
  constructor(options: AutocorrelationOptions = {}) {
    super(autocorrelationShape, options)
  }
}

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

const covarianceShape = {
  name: 'covariance',
  inputs: ['x', 'y'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'x' | 'y'>): void => {
    buffer[0] = bar.x
    buffer[1] = bar.y
  },
} as const

/** Options of {@link covariance}. */
export type CovarianceOptions = {
  /** Pairs taken together, whole, 2 to 100000. Default 20. */
  readonly period?: number
  /** 1 for the covariance of a sample, 0 for that of a population, whole, 0 to 1. Default 1. */
  readonly ddof?: number
}

/**
 * Covariance of the last pairs.
 *
 * Formula: sum of (x - mean x) (y - mean y) / (period - ddof).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const covariance: IndicatorFunction<'x' | 'y', CovarianceOptions, 'value'> =
  defineIndicator(covarianceShape)

/** {@link covariance} bar by bar, with the same bits. */
export class Covariance extends StreamingIndicator<'x' | 'y', 'value'> {
  constructor(options: CovarianceOptions = {}) {
    super(covarianceShape, options)
  }
}

const drawdownShape = {
  name: 'drawdown',
  inputs: ['value'],
  outputs: ['depth', 'bars'],
  read: (buffer: Float64Array): BarOutput<'depth' | 'bars'> => ({
    depth: buffer[1] as number,
    bars: buffer[2] as number,
  }),
} as const

/**
 * Drawdown: how far a value is below its highest so far, as a share of it, and for how many bars.
 *
 * Formula: depth = 1 - x[t] / highest since the first bar (0 where that is not positive), bars =
 * bars since it.
 *
 * Columns: `depth`, `bars`.
 *
 * It depends on the first bar for ever.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const drawdown: IndicatorFunction<'value', object, 'depth' | 'bars'> =
  defineIndicator(drawdownShape)

/** {@link drawdown} bar by bar, with the same bits. */
export class Drawdown extends StreamingIndicator<'value', 'depth' | 'bars'> {
  constructor() {
    super(drawdownShape, {})
  }
}

const entropyShape = { name: 'entropy', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link entropy}. */
export type EntropyOptions = {
  /** Values taken together, whole, 2 to 100000. Default 50. */
  readonly period?: number
  /** Parts of the range, whole, 2 to 100000. Default 10. */
  readonly bins?: number
}

/**
 * Entropy: how evenly the last values are spread over their range, 0 to 1.
 *
 * Formula: -sum of p ln p / ln bins, p = share of the last `period` values in each of `bins` equal
 * parts of their range; 0 where they have none.
 *
 * Source: Shannon (1948).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const entropy: IndicatorFunction<'value', EntropyOptions, 'value'> =
  defineIndicator(entropyShape)

/** {@link entropy} bar by bar, with the same bits. */
export class Entropy extends StreamingIndicator<'value', 'value'> {
  constructor(options: EntropyOptions = {}) {
    super(entropyShape, options)
  }
}

const expectedShortfallShape = {
  name: 'expected-shortfall',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link expectedShortfall}. */
export type ExpectedShortfallOptions = {
  /** Returns taken together, whole, 1 to 100000. Default 252. */
  readonly period?: number
  /** Share of returns that are not among the worst, 0.5 to 0.9999. Default 0.95. */
  readonly confidence?: number
}

/**
 * Expected shortfall: the mean of the worst returns of a window.
 *
 * Formula: mean of the ceil((1 - confidence) period) lowest of the last `period` simple returns.
 *
 * Source: Acerbi and Tasche, On the coherence of expected shortfall (2002).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const expectedShortfall: IndicatorFunction<'value', ExpectedShortfallOptions, 'value'> =
  defineIndicator(expectedShortfallShape)

/** {@link expectedShortfall} bar by bar, with the same bits. */
export class ExpectedShortfall extends StreamingIndicator<'value', 'value'> {
  constructor(options: ExpectedShortfallOptions = {}) {
    super(expectedShortfallShape, options)
  }
}

const hurstShape = { name: 'hurst', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link hurst}. */
export type HurstOptions = {
  /** Returns taken together, whole, 4 to 100000. Default 100. */
  readonly period?: number
}

/**
 * Hurst exponent by rescaled range: above one half where changes go on, below where they turn back.
 *
 * Formula: ln(R / S) / ln(period) over the last `period` log returns, R = range of the running sums
 * of their deviations from the mean (0 among them), S = sd; one half where that is 0.
 *
 * Source: Hurst, Long-term storage capacity of reservoirs (1951).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const hurst: IndicatorFunction<'value', HurstOptions, 'value'> = defineIndicator(hurstShape)

/** {@link hurst} bar by bar, with the same bits. */
export class Hurst extends StreamingIndicator<'value', 'value'> {
  constructor(options: HurstOptions = {}) {
    super(hurstShape, options)
  }
}

const informationRatioShape = {
  name: 'information-ratio',
  inputs: ['x', 'y'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'x' | 'y'>): void => {
    buffer[0] = bar.x
    buffer[1] = bar.y
  },
} as const

/** Options of {@link informationRatio}. */
export type InformationRatioOptions = {
  /** Returns taken together, whole, 2 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Rolling information ratio: the mean return of y beyond that of x, over its standard deviation,
 * not annualised.
 *
 * Formula: mean(ry - rx) / sd(ry - rx) over the last `period` simple returns, sd dividing by n; 0
 * where that is 0.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const informationRatio: IndicatorFunction<'x' | 'y', InformationRatioOptions, 'value'> =
  defineIndicator(informationRatioShape)

/** {@link informationRatio} bar by bar, with the same bits. */
export class InformationRatio extends StreamingIndicator<'x' | 'y', 'value'> {
  constructor(options: InformationRatioOptions = {}) {
    super(informationRatioShape, options)
  }
}

const jensenAlphaShape = {
  name: 'jensen-alpha',
  inputs: ['x', 'y'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'x' | 'y'>): void => {
    buffer[0] = bar.x
    buffer[1] = bar.y
  },
} as const

/** Options of {@link jensenAlpha}. */
export type JensenAlphaOptions = {
  /** Returns taken together, whole, 2 to 100000. Default 20. */
  readonly period?: number
  /** Return of a bar without risk, -1 to 1. Default 0. */
  readonly riskFree?: number
}

/**
 * Jensen's alpha: the mean return of y beyond what its beta to x explains.
 *
 * Formula: mean(ry) - (riskFree + beta (mean(rx) - riskFree)) over the last `period` simple
 * returns, beta = cov(rx, ry) / var(rx), 0 where x does not move.
 *
 * Source: Jensen, The Performance of Mutual Funds, Journal of Finance 23 (1968).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const jensenAlpha: IndicatorFunction<'x' | 'y', JensenAlphaOptions, 'value'> =
  defineIndicator(jensenAlphaShape)

/** {@link jensenAlpha} bar by bar, with the same bits. */
export class JensenAlpha extends StreamingIndicator<'x' | 'y', 'value'> {
  constructor(options: JensenAlphaOptions = {}) {
    super(jensenAlphaShape, options)
  }
}

const kurtosisShape = { name: 'kurtosis', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link kurtosis}. */
export type KurtosisOptions = {
  /** Values taken together, whole, 2 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Excess kurtosis: how heavy the tails of a window are, 0 for a normal one.
 *
 * Formula: mean((x - mean)^4) / sd^4 - 3 over the last `period` values, sd dividing by n; 0 where
 * that is 0.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const kurtosis: IndicatorFunction<'value', KurtosisOptions, 'value'> =
  defineIndicator(kurtosisShape)

/** {@link kurtosis} bar by bar, with the same bits. */
export class Kurtosis extends StreamingIndicator<'value', 'value'> {
  constructor(options: KurtosisOptions = {}) {
    super(kurtosisShape, options)
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

const logReturnShape = { name: 'log-return', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link logReturn}. */
export type LogReturnOptions = {
  /** Bars between the two values, whole, 1 to 100000. Default 1. */
  readonly period?: number
}

/**
 * Log return over some bars.
 *
 * Formula: ln(x[t] / x[t-period]); 0 where the quotient is not positive.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const logReturn: IndicatorFunction<'value', LogReturnOptions, 'value'> =
  defineIndicator(logReturnShape)

/** {@link logReturn} bar by bar, with the same bits. */
export class LogReturn extends StreamingIndicator<'value', 'value'> {
  constructor(options: LogReturnOptions = {}) {
    super(logReturnShape, options)
  }
}

const maxDrawdownShape = { name: 'max-drawdown', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link maxDrawdown}. */
export type MaxDrawdownOptions = {
  /** Values taken together, whole, 1 to 100000. Default 252. */
  readonly period?: number
}

/**
 * Rolling maximum drawdown: the deepest fall within the last bars, as a share of the high it fell
 * from.
 *
 * Formula: max over i <= j of 1 - x[j] / x[i] among the last `period` values; highs that are not
 * positive are passed over.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const maxDrawdown: IndicatorFunction<'value', MaxDrawdownOptions, 'value'> =
  defineIndicator(maxDrawdownShape)

/** {@link maxDrawdown} bar by bar, with the same bits. */
export class MaxDrawdown extends StreamingIndicator<'value', 'value'> {
  constructor(options: MaxDrawdownOptions = {}) {
    super(maxDrawdownShape, options)
  }
}

const medianShape = { name: 'median', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link median}. */
export type MedianOptions = {
  /** Values taken together, whole, 1 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Median of the last values.
 *
 * Formula: the middle of the last `period` values in order, half-way between the two middle ones
 * where they are even in number.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const median: IndicatorFunction<'value', MedianOptions, 'value'> =
  defineIndicator(medianShape)

/** {@link median} bar by bar, with the same bits. */
export class Median extends StreamingIndicator<'value', 'value'> {
  constructor(options: MedianOptions = {}) {
    super(medianShape, options)
  }
}

const medianAbsoluteDeviationShape = {
  name: 'median-absolute-deviation',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link medianAbsoluteDeviation}. */
export type MedianAbsoluteDeviationOptions = {
  /** Values taken together, whole, 1 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Median absolute deviation: the median distance of the last values from their median.
 *
 * Formula: median(|x[i] - median(x)|) over the last `period` values.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const medianAbsoluteDeviation: IndicatorFunction<
  'value',
  MedianAbsoluteDeviationOptions,
  'value'
> = defineIndicator(medianAbsoluteDeviationShape)

/** {@link medianAbsoluteDeviation} bar by bar, with the same bits. */
export class MedianAbsoluteDeviation extends StreamingIndicator<'value', 'value'> {
  constructor(options: MedianAbsoluteDeviationOptions = {}) {
    super(medianAbsoluteDeviationShape, options)
  }
}

const omegaShape = { name: 'omega', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link omega}. */
export type OmegaOptions = {
  /** Returns taken together, whole, 1 to 100000. Default 60. */
  readonly period?: number
  /** Return of a bar that is neither, -1 to 1. Default 0. */
  readonly target?: number
}

/**
 * Rolling Omega ratio: returns above a target over those short of it.
 *
 * Formula: sum of max(r - target, 0) / sum of max(target - r, 0) over the last `period` simple
 * returns r; 0 where nothing fell short.
 *
 * Source: Keating and Shadwick, A Universal Performance Measure (2002).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const omega: IndicatorFunction<'value', OmegaOptions, 'value'> = defineIndicator(omegaShape)

/** {@link omega} bar by bar, with the same bits. */
export class Omega extends StreamingIndicator<'value', 'value'> {
  constructor(options: OmegaOptions = {}) {
    super(omegaShape, options)
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

const quantileShape = { name: 'quantile', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link quantile}. */
export type QuantileOptions = {
  /** Values taken together, whole, 1 to 100000. Default 20. */
  readonly period?: number
  /** Share of values below, 0 to 1. Default 0.5. */
  readonly q?: number
}

/**
 * Quantile of the last values.
 *
 * Formula: the value at place q (period - 1) of the last `period` in order, on a line between its
 * two neighbours.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const quantile: IndicatorFunction<'value', QuantileOptions, 'value'> =
  defineIndicator(quantileShape)

/** {@link quantile} bar by bar, with the same bits. */
export class Quantile extends StreamingIndicator<'value', 'value'> {
  constructor(options: QuantileOptions = {}) {
    super(quantileShape, options)
  }
}

const rSquaredShape = { name: 'r-squared', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link rSquared}. */
export type RSquaredOptions = {
  /** Values taken together, whole, 2 to 100000. Default 14. */
  readonly period?: number
}

/**
 * R squared: how much of the last values a straight line explains, 0 to 1.
 *
 * Formula: Pearson's correlation of the last `period` values with their places, squared; 0 where
 * they do not vary.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const rSquared: IndicatorFunction<'value', RSquaredOptions, 'value'> =
  defineIndicator(rSquaredShape)

/** {@link rSquared} bar by bar, with the same bits. */
export class RSquared extends StreamingIndicator<'value', 'value'> {
  constructor(options: RSquaredOptions = {}) {
    super(rSquaredShape, options)
  }
}

const sharpeShape = { name: 'sharpe', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link sharpe}. */
export type SharpeOptions = {
  /** Returns taken together, whole, 2 to 100000. Default 20. */
  readonly period?: number
  /** Return of a bar without risk, -1 to 1. Default 0. */
  readonly riskFree?: number
}

/**
 * Rolling Sharpe ratio: the mean return over its standard deviation, not annualised.
 *
 * Formula: (mean(r) - riskFree) / sd(r) over the last `period` simple returns r, sd dividing by n;
 * 0 where that is 0.
 *
 * Source: Sharpe, Mutual Fund Performance, Journal of Business 39 (1966).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const sharpe: IndicatorFunction<'value', SharpeOptions, 'value'> =
  defineIndicator(sharpeShape)

/** {@link sharpe} bar by bar, with the same bits. */
export class Sharpe extends StreamingIndicator<'value', 'value'> {
  constructor(options: SharpeOptions = {}) {
    super(sharpeShape, options)
  }
}

const skewnessShape = { name: 'skewness', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link skewness}. */
export type SkewnessOptions = {
  /** Values taken together, whole, 2 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Skewness: whether a window has its long tail above (positive) or below.
 *
 * Formula: mean((x - mean)^3) / sd^3 over the last `period` values, sd dividing by n; 0 where that
 * is 0.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const skewness: IndicatorFunction<'value', SkewnessOptions, 'value'> =
  defineIndicator(skewnessShape)

/** {@link skewness} bar by bar, with the same bits. */
export class Skewness extends StreamingIndicator<'value', 'value'> {
  constructor(options: SkewnessOptions = {}) {
    super(skewnessShape, options)
  }
}

const sortinoShape = { name: 'sortino', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link sortino}. */
export type SortinoOptions = {
  /** Returns taken together, whole, 1 to 100000. Default 20. */
  readonly period?: number
  /** Least return of a bar that is accepted, -1 to 1. Default 0. */
  readonly target?: number
}

/**
 * Rolling Sortino ratio: the mean return over the deviation of what fell short, not annualised.
 *
 * Formula: (mean(r) - target) / sqrt(mean(min(0, r - target)^2)) over the last `period` simple
 * returns r; 0 where nothing fell short.
 *
 * Source: Sortino and Price, Performance Measurement in a Downside Risk Framework (1994).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const sortino: IndicatorFunction<'value', SortinoOptions, 'value'> =
  defineIndicator(sortinoShape)

/** {@link sortino} bar by bar, with the same bits. */
export class Sortino extends StreamingIndicator<'value', 'value'> {
  constructor(options: SortinoOptions = {}) {
    super(sortinoShape, options)
  }
}

const spearmanShape = {
  name: 'spearman',
  inputs: ['x', 'y'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'x' | 'y'>): void => {
    buffer[0] = bar.x
    buffer[1] = bar.y
  },
} as const

/** Options of {@link spearman}. */
export type SpearmanOptions = {
  /** Pairs taken together, whole, 2 to 100000. Default 30. */
  readonly period?: number
}

/**
 * Spearman's rank correlation of the last pairs.
 *
 * Formula: Pearson's correlation of the ranks of x and of y among the last `period`, equal values
 * sharing their mean rank; 0 where either side does not vary.
 *
 * Source: Spearman (1904).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const spearman: IndicatorFunction<'x' | 'y', SpearmanOptions, 'value'> =
  defineIndicator(spearmanShape)

/** {@link spearman} bar by bar, with the same bits. */
export class Spearman extends StreamingIndicator<'x' | 'y', 'value'> {
  constructor(options: SpearmanOptions = {}) {
    super(spearmanShape, options)
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

const tradingviewLinearRegressionShape = {
  name: 'tradingview-linear-regression',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link tradingviewLinearRegression}. */
export type TradingviewLinearRegressionOptions = {
  /** Values the line is fitted to, whole, 2 to 100000. Default 14. */
  readonly period?: number
  /** Values before the last, whole, 0 to 100000. Default 0. */
  readonly offset?: number
}

/**
 * Linear regression with TradingView's offset: the least-squares line so many values before the
 * last.
 *
 * Formula: b + m (period - 1 - offset), m and b fitted to x[t-period+1] ... x[t] over 0 ...
 * period-1.
 *
 * Source: Pine Script reference, ta.linreg.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tradingviewLinearRegression: IndicatorFunction<
  'value',
  TradingviewLinearRegressionOptions,
  'value'
> = defineIndicator(tradingviewLinearRegressionShape)

/** {@link tradingviewLinearRegression} bar by bar, with the same bits. */
export class TradingviewLinearRegression extends StreamingIndicator<'value', 'value'> {
  constructor(options: TradingviewLinearRegressionOptions = {}) {
    super(tradingviewLinearRegressionShape, options)
  }
}

const tradingviewPercentRankShape = {
  name: 'tradingview-percent-rank',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link tradingviewPercentRank}. */
export type TradingviewPercentRankOptions = {
  /** Values before, compared with this one, whole, 1 to 100000. Default 100. */
  readonly period?: number
}

/**
 * Percent of the values before this one that are less or equal, as TradingView counts them.
 *
 * Formula: 100 count(x[t-i] <= x[t], i = 1 .. period) / period.
 *
 * Source: Pine Script reference, ta.percentrank.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tradingviewPercentRank: IndicatorFunction<
  'value',
  TradingviewPercentRankOptions,
  'value'
> = defineIndicator(tradingviewPercentRankShape)

/** {@link tradingviewPercentRank} bar by bar, with the same bits. */
export class TradingviewPercentRank extends StreamingIndicator<'value', 'value'> {
  constructor(options: TradingviewPercentRankOptions = {}) {
    super(tradingviewPercentRankShape, options)
  }
}

const trendCorrelationShape = {
  name: 'trend-correlation',
  inputs: ['value'],
  outputs: ['value'],
} as const

/** Options of {@link trendCorrelation}. */
export type TrendCorrelationOptions = {
  /** Values taken together, whole, 2 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Correlation trend: how much the last values look like a straight rise (1) or fall (-1).
 *
 * Formula: Pearson's correlation of the last `period` values with their places; 0 where they do not
 * vary.
 *
 * Source: Ehlers, Correlation As A Trend Indicator, Stocks & Commodities 38 (2020).
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const trendCorrelation: IndicatorFunction<'value', TrendCorrelationOptions, 'value'> =
  defineIndicator(trendCorrelationShape)

/** {@link trendCorrelation} bar by bar, with the same bits. */
export class TrendCorrelation extends StreamingIndicator<'value', 'value'> {
  constructor(options: TrendCorrelationOptions = {}) {
    super(trendCorrelationShape, options)
  }
}

const valueAtRiskShape = { name: 'value-at-risk', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link valueAtRisk}. */
export type ValueAtRiskOptions = {
  /** Returns taken together, whole, 2 to 100000. Default 252. */
  readonly period?: number
  /** Probability of a better return, 0.5 to 0.9999. Default 0.95. */
  readonly confidence?: number
}

/**
 * Parametric value at risk: the return that is fallen short of with a small probability, if returns
 * are normal.
 *
 * Formula: mean(r) + z sd(r) over the last `period` simple returns r, z the normal quantile of 1 -
 * confidence, sd dividing by n - 1.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const valueAtRisk: IndicatorFunction<'value', ValueAtRiskOptions, 'value'> =
  defineIndicator(valueAtRiskShape)

/** {@link valueAtRisk} bar by bar, with the same bits. */
export class ValueAtRisk extends StreamingIndicator<'value', 'value'> {
  constructor(options: ValueAtRiskOptions = {}) {
    super(valueAtRiskShape, options)
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

const zScoreShape = { name: 'z-score', inputs: ['value'], outputs: ['value'] } as const

/** Options of {@link zScore}. */
export type ZScoreOptions = {
  /** Values taken together, whole, 2 to 100000. Default 20. */
  readonly period?: number
}

/**
 * Z-score: how many standard deviations a value is from the mean of the last ones.
 *
 * Formula: (x[t] - mean) / sd over the last `period` values, sd dividing by n; 0 where that is 0.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const zScore: IndicatorFunction<'value', ZScoreOptions, 'value'> =
  defineIndicator(zScoreShape)

/** {@link zScore} bar by bar, with the same bits. */
export class ZScore extends StreamingIndicator<'value', 'value'> {
  constructor(options: ZScoreOptions = {}) {
    super(zScoreShape, options)
  }
}
