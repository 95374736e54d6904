import type { ProfileName } from './assumptions.ts'

/**
 * How the measures were computed. Printed beside them: the same run has another Sharpe ratio under
 * another convention.
 */
export type Conventions = {
  /** Named preset these conventions come from. */
  readonly profile: 'neural-trader' | 'backtesting.py' | 'vectorbt'
  /** Length of the periods whose returns enter the ratios: each bar, or calendar days of UTC. */
  readonly returnsPer: 'bar' | 'day'
  /** Periods in a year, by which ratios are annualised. */
  readonly periodsPerYear: number
  /** Delta degrees of freedom of deviations. */
  readonly ddof: 0 | 1
  /** Annual risk-free rate, a fraction. */
  readonly riskFreeRate: number
  /** Days in a year, for compound annual growth. */
  readonly daysPerYear: number
  /** Whether annual return and Sharpe compound (geometric) or not (arithmetic). */
  readonly annualisation: 'geometric' | 'arithmetic'
  /** Whether profit factor and expectancy are of trade profits or of trade returns. */
  readonly tradeStatistics: 'pnl' | 'return'
}

/**
 * Performance measures of a run. Ratios and returns are fractions (0.21 is 21 %), drawdowns are
 * negative fractions, durations are seconds, money is in the currency of the account. What is not
 * defined (no trade, zero deviation) is NaN. The formula of each is documented beside its code in
 * `crates/nt-backtest/src/measures`.
 */
export type Measures = {
  /** Time of the first and the last step, milliseconds since the epoch, UTC. */
  readonly start: number
  readonly end: number
  readonly duration: number
  /** Share of steps at which a position was held. */
  readonly exposureTime: number
  readonly startEquity: number
  readonly finalEquity: number
  readonly peakEquity: number
  readonly totalFees: number
  readonly totalReturn: number
  readonly buyAndHoldReturn: number
  readonly annualReturn: number
  readonly annualVolatility: number
  readonly cagr: number
  readonly sharpeRatio: number
  readonly sortinoRatio: number
  readonly calmarRatio: number
  readonly omegaRatio: number
  readonly alpha: number
  readonly beta: number
  readonly maxDrawdown: number
  readonly averageDrawdown: number
  readonly maxDrawdownDuration: number
  readonly averageDrawdownDuration: number
  /** Greatest gross exposure, a multiple of equity. */
  readonly maxGrossExposure: number
  readonly trades: number
  readonly closedTrades: number
  readonly openTrades: number
  readonly openPnl: number
  readonly winRate: number
  readonly bestTrade: number
  readonly worstTrade: number
  readonly averageTrade: number
  readonly averageWinningTrade: number
  readonly averageLosingTrade: number
  readonly maxTradeDuration: number
  readonly averageTradeDuration: number
  readonly averageWinningTradeDuration: number
  readonly averageLosingTradeDuration: number
  readonly profitFactor: number
  readonly expectancy: number
  readonly sqn: number
  readonly kelly: number
}

/** The names of the measures, in their order. */
export const measureNames: readonly (keyof Measures)[] = [
  'start',
  'end',
  'duration',
  'exposureTime',
  'startEquity',
  'finalEquity',
  'peakEquity',
  'totalFees',
  'totalReturn',
  'buyAndHoldReturn',
  'annualReturn',
  'annualVolatility',
  'cagr',
  'sharpeRatio',
  'sortinoRatio',
  'calmarRatio',
  'omegaRatio',
  'alpha',
  'beta',
  'maxDrawdown',
  'averageDrawdown',
  'maxDrawdownDuration',
  'averageDrawdownDuration',
  'maxGrossExposure',
  'trades',
  'closedTrades',
  'openTrades',
  'openPnl',
  'winRate',
  'bestTrade',
  'worstTrade',
  'averageTrade',
  'averageWinningTrade',
  'averageLosingTrade',
  'maxTradeDuration',
  'averageTradeDuration',
  'averageWinningTradeDuration',
  'averageLosingTradeDuration',
  'profitFactor',
  'expectancy',
  'sqn',
  'kelly',
]

/** The conventions of measures that go with a profile: LEAN's figures are not among ours. */
export function conventionsOf(profile: ProfileName): Conventions['profile'] {
  return profile === 'lean' ? 'neural-trader' : profile
}
