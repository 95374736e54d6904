import type { FeeModel } from './fee-model.ts'
import type { FeePresetName } from './fee-presets.ts'
import type { Currencies } from './currencies.ts'
import type { Financing } from './financing.ts'
import type { MarginPresetName, MarginTerms } from './margin-terms.ts'
import type { TradingHours } from './sessions/trading-hours.ts'
import type { InstrumentSummary } from './instrument-terms.ts'
import type { SlippageModel } from './slippage-model.ts'

/** When a market order decided at the close of a bar fills. */
export type FillPolicy = 'next-open' | 'this-close' | 'quote'

/** Under which a run was made; printed on every report. */
export type Assumptions = {
  /** Compatibility profile whose rules apply. */
  readonly profile: ProfileName
  readonly fillPolicy: FillPolicy
  /** Name of the fill model that decided prices and quantities of fills, where there was one. */
  readonly fillModel?: string
  /** Whether a target order's quantity is fixed when decided (at the close) or when filled. */
  readonly sizing: 'at-decision' | 'at-fill'
  /** Share of equity that a target share leaves free, where it leaves any. */
  readonly cashReserve?: number
  /** Least change of initial margin, as a share of equity, for which a target share trades. */
  readonly minimumOrderMargin?: number
  /**
   * Of each instrument, the bars without a quote: market orders given there fill at the close. Where
   * the fill policy is `quote`.
   */
  readonly barsWithoutQuote?: readonly number[]
  /** Starting cash in the currency of the account. */
  readonly cash: number
  readonly account: 'cash' | 'margin'
  /** 1 / initial margin rate. */
  readonly leverage: number
  /** Maintenance margin, where there was one. */
  readonly margin?: MarginTerms | MarginPresetName
  /** What debts and shorts cost, where they cost something. */
  readonly financing?: Financing
  /** Business days until the proceeds of sales could be spent. */
  readonly settlementDays: number
  /** Currencies of instruments that were not in that of the account. */
  readonly currencies?: Currencies
  /** Fee as a fraction of the value of each fill. */
  readonly feeRate: number
  /** Fee per fill in the currency of the account. */
  readonly feePerOrder: number
  /** Fee model or the name of a schedule, where one was given. */
  readonly fees?: FeeModel | FeePresetName
  /** By how much each market and stop fill is worse than the quoted price: a fraction or a model. */
  readonly slippage: number | SlippageModel
  /** Fraction of a bar's volume that all orders together may fill in it, where there is a limit. */
  readonly maxVolumeShare?: number
  /** Fraction by which each entry is worse than the quoted price (backtesting.py's spread). */
  readonly spread: number
  /** Whether lots of both sides could be open at once. */
  readonly hedging: boolean
  /** Whether a new order closed every lot and took back what waited. */
  readonly exclusiveOrders: boolean
  /** Whether open positions are closed at the end of the data. */
  readonly closeAtEnd: boolean
  /** When each instrument was taken to trade, one entry an instrument. */
  readonly hours: readonly TradingHours[]
  /** How many actions of companies the run was given, where there were any. */
  readonly corporateActions?: number
  /** With them: whether dividends lowered the prices of waiting buy limits and sell stops. */
  readonly adjustOrdersForDividends?: boolean
  /** Terms of the instruments that have any, by identifier. */
  readonly instruments?: Readonly<Record<string, InstrumentSummary>>
  /** Decimals in which prices and quantities are kept, one entry an instrument. */
  readonly scales: readonly { readonly price: number; readonly quantity: number }[]
}

/** Named sets of rules that reproduce another engine's results. */
export type ProfileName = 'neural-trader' | 'backtesting.py' | 'lean'
