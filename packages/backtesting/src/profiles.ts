import { NeuralTraderError, type Bars } from '@neural-trader/core'
import { inspectBars, type RunConfig, type RunSeries } from '@neural-trader/engine'

import type { Assumptions, FillPolicy, ProfileName } from './assumptions.ts'
import { costConfig } from './cost-config.ts'
import type { BacktestOptions } from './options.ts'

/** Rules that a profile sets and no single option overrides, beside the defaults of those that do. */
export type Profile = Pick<
  RunConfig,
  'sizing' | 'fixedFeeSizing' | 'matching' | 'limitFill' | 'sameBarExit' | 'ruin'
> & {
  /** How open positions are closed when `closeAtEnd` is set. */
  readonly closing: 'last-close' | 'last-open'
  readonly closeAtEnd: boolean
  /** Bars between the end of the warm-up and the first decision. */
  readonly settle: number
  /** Decimals of prices; absent takes those of the data. */
  readonly priceDecimals?: number
}

/** The profiles: ours, and named sets of rules that reproduce another engine's results. */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  'neural-trader': {
    sizing: 'at-decision',
    fixedFeeSizing: 'per-fill',
    matching: 'path',
    limitFill: 'through',
    sameBarExit: 'pessimistic',
    ruin: 'debt',
    closing: 'last-close',
    closeAtEnd: false,
    settle: 0,
  },
  'backtesting.py': {
    sizing: 'at-fill',
    fixedFeeSizing: 'per-unit',
    matching: 'queue',
    limitFill: 'touch',
    sameBarExit: 'deferred',
    ruin: 'zero',
    closing: 'last-open',
    closeAtEnd: true,
    settle: 1,
    priceDecimals: 9,
  },
}

/** The complete rules of a run, with the fill policy where the options name none. */
export function runConfig(
  options: Omit<BacktestOptions, 'data' | 'strategy'>,
  fillPolicy: FillPolicy = 'next-open',
): RunConfig {
  const { closing, ...profile } = profiles[options.profile ?? 'neural-trader']
  return {
    cash: options.cash ?? 10_000,
    account: options.account ?? 'margin',
    margin: 1 / (options.leverage ?? 1),
    ...costConfig(options),
    fillPolicy: options.fillPolicy ?? fillPolicy,
    sizing: options.sizing ?? profile.sizing,
    fixedFeeSizing: profile.fixedFeeSizing,
    matching: profile.matching,
    hedging: options.hedging ?? false,
    exclusiveOrders: options.exclusiveOrders ?? false,
    limitFill: profile.limitFill,
    sameBarExit: profile.sameBarExit,
    ruin: profile.ruin,
    closeAtEnd: (options.closeAtEnd ?? profile.closeAtEnd) ? closing : 'no',
    limits: options.limits ?? {},
  }
}

/**
 * The series of a run, inspected and scaled.
 *
 * @throws NeuralTraderError the `DATA_...` codes of {@link inspectBars}; `INVALID_ARGUMENT` for an
 * instrument given twice.
 */
export function runSeries(options: BacktestOptions, data: readonly Bars[]): readonly RunSeries[] {
  const profile = profiles[options.profile ?? 'neural-trader']
  const given = options.priceDecimals ?? profile.priceDecimals
  const quantityDecimals = options.quantityDecimals ?? 0
  checkInstruments(data)
  return data.map((bars) => {
    const needed = inspectBars(bars)
    return { bars, priceDecimals: given ?? needed, quantityDecimals }
  })
}

/** Every instrument once, and at least one. */
function checkInstruments(data: readonly Bars[]): void {
  if (data.length === 0) {
    throw new NeuralTraderError('DATA_EMPTY', 'There is no series to run on: give at least one')
  }
  const ids = data.map((bars) => bars.instrument)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice === undefined) return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Two series are of instrument "${twice}": give each instrument once`,
    { details: { instrument: twice } },
  )
}

/** What a report prints of the rules. */
export function assumptionsOf(
  options: BacktestOptions,
  config: RunConfig,
  series: readonly Pick<RunSeries, 'priceDecimals' | 'quantityDecimals'>[],
): Assumptions {
  return {
    profile: options.profile ?? 'neural-trader',
    fillPolicy: config.fillPolicy,
    sizing: config.sizing,
    cash: config.cash,
    account: config.account,
    leverage: 1 / config.margin,
    feeRate: config.feeRate,
    feePerOrder: config.feePerOrder,
    ...(options.fees === undefined ? {} : { fees: options.fees }),
    slippage: options.slippage ?? 0,
    ...(options.maxVolumeShare === undefined ? {} : { maxVolumeShare: options.maxVolumeShare }),
    spread: config.spread,
    hedging: config.hedging,
    exclusiveOrders: config.exclusiveOrders,
    closeAtEnd: config.closeAtEnd !== 'no',
    scales: series.map(({ priceDecimals, quantityDecimals }) => ({
      price: priceDecimals,
      quantity: quantityDecimals,
    })),
  }
}
