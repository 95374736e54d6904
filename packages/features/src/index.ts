export { bars } from './bar-source.ts'
export { crossedAbove, crossedBelow } from './crossed.ts'
export type { IndicatorFunction, Inputs, OutOption, Outputs, Swept } from './define-indicator.ts'
export type { Grid } from './grid.ts'
export { indicator } from './indicator.ts'
export type { IndicatorOptions, Input, Output } from './indicator.ts'
export type { IndicatorParams, IndicatorShape } from './indicator-shape.ts'
export { plan } from './plan.ts'
export type { Plan, PlanBar } from './plan.ts'
export { StreamingIndicator } from './streaming-indicator.ts'
export type { BarInput, BarOutput, SavedIndicator } from './streaming-indicator.ts'
// The indicators, from the registry: npm run features
export {
  highest,
  Highest,
  lowest,
  Lowest,
  maxIndex,
  MaxIndex,
  minIndex,
  MinIndex,
  minMax,
  MinMax,
  minMaxIndex,
  MinMaxIndex,
  sum,
  Sum,
} from './generated/math-operator.ts'
export type {
  HighestOptions,
  LowestOptions,
  MaxIndexOptions,
  MinIndexOptions,
  MinMaxOptions,
  MinMaxIndexOptions,
  SumOptions,
} from './generated/math-operator.ts'
export {
  adx,
  Adx,
  macd,
  Macd,
  mom,
  Mom,
  roc,
  Roc,
  rocp,
  Rocp,
  rocr,
  Rocr,
  rocr100,
  Rocr100,
  rsi,
  Rsi,
  stoch,
  Stoch,
} from './generated/momentum.ts'
export type {
  AdxOptions,
  MacdOptions,
  MomOptions,
  RocOptions,
  RocpOptions,
  RocrOptions,
  Rocr100Options,
  RsiOptions,
  StochOptions,
} from './generated/momentum.ts'
export {
  bollingerBands,
  BollingerBands,
  dema,
  Dema,
  ema,
  Ema,
  kama,
  Kama,
  ma,
  Ma,
  mama,
  Mama,
  rma,
  Rma,
  sma,
  Sma,
  t3,
  T3,
  tema,
  Tema,
  trima,
  Trima,
  wma,
  Wma,
} from './generated/overlap.ts'
export type {
  BollingerBandsOptions,
  DemaOptions,
  EmaOptions,
  KamaOptions,
  MaOptions,
  MamaOptions,
  RmaOptions,
  SmaOptions,
  T3Options,
  TemaOptions,
  TrimaOptions,
  WmaOptions,
} from './generated/overlap.ts'
export { cdlDoji, CdlDoji } from './generated/pattern.ts'
export {
  beta,
  Beta,
  correl,
  Correl,
  linearRegression,
  LinearRegression,
  linearRegressionAngle,
  LinearRegressionAngle,
  linearRegressionIntercept,
  LinearRegressionIntercept,
  linearRegressionSlope,
  LinearRegressionSlope,
  stddev,
  Stddev,
  timeSeriesForecast,
  TimeSeriesForecast,
  variance,
  Variance,
} from './generated/statistic.ts'
export type {
  BetaOptions,
  CorrelOptions,
  LinearRegressionOptions,
  LinearRegressionAngleOptions,
  LinearRegressionInterceptOptions,
  LinearRegressionSlopeOptions,
  StddevOptions,
  TimeSeriesForecastOptions,
  VarianceOptions,
} from './generated/statistic.ts'
export { atr, Atr, natr, Natr, trueRange, TrueRange } from './generated/volatility.ts'
export type { AtrOptions, NatrOptions } from './generated/volatility.ts'
export { ad, Ad, obv, Obv } from './generated/volume.ts'
