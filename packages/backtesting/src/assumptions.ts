import type { FeeModel } from './fee-model.ts'
import type { FeePresetName } from './fee-presets.ts'
import type { SlippageModel } from './slippage-model.ts'

/**
 * When a market order fills: decided at the close of a bar, at the open of the next or at that very
 * close; decided on a quote, at the far side of the next or of that very one.
 */
export type FillPolicy = 'next-open' | 'this-close' | 'quote' | 'this-quote'

/** Under which a run was made; printed on every report. */
export type Assumptions = {
  /** Compatibility profile whose rules apply. */
  readonly profile: ProfileName
  readonly fillPolicy: FillPolicy
  /** Whether a target order's quantity is fixed when decided (at the close) or when filled. */
  readonly sizing: 'at-decision' | 'at-fill'
  /** Starting cash in the currency of the account. */
  readonly cash: number
  readonly account: 'cash' | 'margin'
  /** 1 / initial margin rate. */
  readonly leverage: number
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
  /** Decimals in which prices and quantities are kept, one entry an instrument. */
  readonly scales: readonly { readonly price: number; readonly quantity: number }[]
}

/** Named sets of rules that reproduce another engine's results. */
export type ProfileName = 'neural-trader' | 'backtesting.py'
