import { NeuralTraderError, type Bars } from '@neural-trader/core'
import { inspectBars, type RunConfig, type RunSeries } from '@neural-trader/engine'

import { accountConfig } from './account-config.ts'
import type { Assumptions, ProfileName } from './assumptions.ts'
import { costConfig } from './cost-config.ts'
import { fillPolicyOf } from './fill-policy-of.ts'
import { summaryOf } from './instrument-terms.ts'
import { listedSeries } from './listed-series.ts'
import type { BacktestOptions } from './options.ts'
import {
  checkCalendars,
  noCalendar,
  tradingHours,
  type TradingHours,
} from './sessions/trading-hours.ts'
import { quotesOf, type AlignedQuotes } from './quotes-of.ts'

/** Rules that a profile sets and no single option overrides, beside the defaults of those that do. */
export type Profile = Pick<
  RunConfig,
  'sizing' | 'targetSizing' | 'matching' | 'limitFill' | 'stopRule' | 'ruin'
> & {
  /** Options that the profile gives where a run does not. */
  readonly defaults: Pick<
    BacktestOptions,
    'cash' | 'leverage' | 'fees' | 'cashReserve' | 'minimumOrderMargin'
  >
  /** When market orders fill: always at the next open, or as LEAN has it by the length of a bar. */
  readonly fills: 'next-open' | 'by-bar-length'
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
    defaults: {},
    fills: 'next-open',
    sizing: 'at-decision',
    targetSizing: 'within-share',
    matching: 'path',
    limitFill: 'through',
    stopRule: 'path',
    ruin: 'debt',
    closing: 'last-close',
    closeAtEnd: false,
    settle: 0,
  },
  'backtesting.py': {
    defaults: {},
    fills: 'next-open',
    sizing: 'at-fill',
    targetSizing: 'within-share',
    matching: 'queue',
    limitFill: 'touch',
    stopRule: 'path',
    ruin: 'zero',
    closing: 'last-open',
    closeAtEnd: true,
    settle: 1,
    priceDecimals: 9,
  },
  lean: {
    defaults: {
      cash: 100_000,
      leverage: 2,
      fees: 'lean-interactive-brokers',
      cashReserve: 0.0025,
      minimumOrderMargin: 0.001,
    },
    fills: 'by-bar-length',
    sizing: 'at-decision',
    targetSizing: 'step-down',
    matching: 'path',
    limitFill: 'cross',
    stopRule: 'close',
    ruin: 'debt',
    closing: 'last-close',
    closeAtEnd: false,
    settle: 0,
    priceDecimals: 9,
  },
}

/** The options with what the profile gives where they say nothing. */
export function withProfile<Options extends Partial<BacktestOptions>>(options: Options): Options {
  const { leverage, fees, ...defaults } = profiles[options.profile ?? 'neural-trader'].defaults
  const ownFees = options.feeRate !== undefined || options.feePerOrder !== undefined
  const isCash = options.account === 'cash'
  return {
    ...defaults,
    ...(leverage === undefined || isCash ? {} : { leverage }),
    ...(fees === undefined || ownFees ? {} : { fees }),
    ...options,
  }
}

/**
 * The complete rules of a run. Where a profile goes by the length of the bars, the data tell it.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where the data give no one fill policy.
 */
export function runConfig(
  given: Omit<BacktestOptions, 'data' | 'strategy'> & DataOption,
): RunConfig {
  const options = withProfile(given)
  const { closing, ...profile } = profiles[options.profile ?? 'neural-trader']
  return {
    ...accountConfig(options),
    ...costConfig(options),
    fillPolicy: fillPolicyOf(options, profile.fills),
    givesFills: options.fillModel !== undefined,
    sizing: options.sizing ?? profile.sizing,
    targetSizing: profile.targetSizing,
    cashReserve: options.cashReserve ?? 0,
    minimumOrderMargin: options.minimumOrderMargin ?? 0,
    matching: profile.matching,
    hedging: options.hedging ?? false,
    exclusiveOrders: options.exclusiveOrders ?? false,
    limitFill: profile.limitFill,
    stopRule: profile.stopRule,
    ruin: profile.ruin,
    closeAtEnd: (options.closeAtEnd ?? profile.closeAtEnd) ? closing : 'no',
    adjustOrdersForDividends: options.adjustOrdersForDividends ?? false,
    limits: options.limits ?? {},
  }
}

type DataOption = { readonly data?: Bars | readonly Bars[] }

/** A series of a run, when it is taken to trade, and what is known of its quotes. */
export type BacktestSeries = RunSeries & {
  readonly hours: TradingHours
  readonly quotes?: AlignedQuotes
}

/**
 * The series of a run, inspected and scaled, with their sessions.
 *
 * @throws NeuralTraderError the `DATA_...` codes of {@link inspectBars} and {@link quotesOf};
 * `INVALID_ARGUMENT` for an instrument given twice, or terms of one that has no series.
 */
export function runSeries(
  options: Omit<BacktestOptions, 'data' | 'strategy'>,
  data: readonly Bars[],
): readonly BacktestSeries[] {
  const profile = profiles[options.profile ?? 'neural-trader']
  const given = options.priceDecimals ?? profile.priceDecimals
  const quantityDecimals = options.quantityDecimals ?? 0
  checkInstruments(data)
  checkCalendars(
    data.map((bars) => bars.instrument),
    options.calendar,
  )
  const decimals = data.map(inspectBars)
  const quotes = quotesOf(data, options.quotes)
  const scaled = data.map((bars, index) => {
    const own = quotes[index]
    const needed = Math.max(decimals[index] ?? 0, own?.decimals ?? 0)
    const { hours, sessions } = tradingHours(bars, options)
    const isMatched = profile.matching === 'path' && sessions !== undefined
    const series = { bars, priceDecimals: given ?? needed, quantityDecimals, hours }
    return Object.assign(series, isMatched && { sessions }, own !== undefined && { quotes: own })
  })
  return listedSeries(scaled, options.instruments ?? {})
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

/** What the assumptions tell of a series of bars, or of an instrument of ticks. */
type AssumedSeries = Pick<RunSeries, 'priceDecimals' | 'quantityDecimals'> &
  Partial<Pick<BacktestSeries, 'bars' | 'hours' | 'quotes'>>

function instrumentsOf({ instruments }: BacktestOptions): Pick<Assumptions, 'instruments'> {
  if (instruments === undefined) return {}
  const entries = Object.entries(instruments)
  return { instruments: Object.fromEntries(entries.map(([id, terms]) => [id, summaryOf(terms)])) }
}

/** What a report prints of the rules. */
export function assumptionsOf(
  options: BacktestOptions,
  config: RunConfig,
  series: readonly AssumedSeries[],
): Assumptions {
  return {
    profile: options.profile ?? 'neural-trader',
    fillPolicy: config.fillPolicy,
    ...(options.fillModel === undefined ? {} : { fillModel: options.fillModel.name }),
    sizing: config.sizing,
    ...(config.cashReserve === 0 ? {} : { cashReserve: config.cashReserve }),
    ...(config.minimumOrderMargin === 0 ? {} : { minimumOrderMargin: config.minimumOrderMargin }),
    ...(config.fillPolicy === 'quote'
      ? {
          barsWithoutQuote: series.map(
            ({ bars, quotes }) => quotes?.missing ?? bars?.time.length ?? 0,
          ),
        }
      : {}),
    cash: config.cash,
    account: config.account,
    leverage: 1 / config.margin,
    ...(options.margin === undefined ? {} : { margin: options.margin }),
    ...(options.financing === undefined ? {} : { financing: options.financing }),
    settlementDays: config.settlementDays ?? 0,
    ...(options.currencies === undefined ? {} : { currencies: options.currencies }),
    feeRate: config.feeRate,
    feePerOrder: config.feePerOrder,
    ...(options.fees === undefined ? {} : { fees: options.fees }),
    slippage: options.slippage ?? 0,
    ...(options.maxVolumeShare === undefined ? {} : { maxVolumeShare: options.maxVolumeShare }),
    spread: config.spread,
    hedging: config.hedging,
    exclusiveOrders: config.exclusiveOrders,
    closeAtEnd: config.closeAtEnd !== 'no',
    hours: series.map(({ hours = noCalendar }) => hours),
    ...actionsAssumed(config),
    ...instrumentsOf(options),
    scales: series.map(({ priceDecimals, quantityDecimals }) => ({
      price: priceDecimals,
      quantity: quantityDecimals,
    })),
  }
}

function actionsAssumed({
  actions = [],
  adjustOrdersForDividends = false,
}: RunConfig): Pick<Assumptions, 'corporateActions' | 'adjustOrdersForDividends'> {
  if (actions.length === 0) return {}
  return { corporateActions: actions.length, adjustOrdersForDividends }
}
