import type { Bars, InstrumentTerms, ListingRules, Quotes, Trades } from '@neural-trader/core'

/** The rules of a run, complete; `@neural-trader/backtesting` has the defaults and the profiles. */
export type RunConfig = {
  readonly cash: number
  readonly account: 'cash' | 'margin'
  readonly margin: number
  /** What the account must be worth to keep its positions; absent asks nothing of it. */
  readonly maintenance?: MaintenanceSpec
  /** What debts and shorts cost; absent is nothing. */
  readonly financing?: FinancingSpec
  /** Business days until the proceeds of sales can be spent; absent is at once. */
  readonly settlementDays?: number
  /** Currencies beside that of the account; absent is none. */
  readonly currencies?: CurrenciesSpec
  readonly feeRate: number
  readonly feePerOrder: number
  /** Instead of a plain rate and amount per fill. */
  readonly fees?: FeeSpec
  readonly spread: number
  readonly slippage: number
  /** Instead of a share of the price. */
  readonly slippageModel?: SlippageSpec
  /** Share of a bar's volume that all orders together may fill; absent is no limit. */
  readonly maxVolumeShare?: number
  /**
   * Over bars `next-open`, `this-close`, or `quote`: the bid or ask of that close. Over quotes and trades
   * `next-quote` or `this-quote`.
   */
  readonly fillPolicy: 'next-open' | 'this-close' | 'quote' | 'next-quote' | 'this-quote'
  /** Whether a fill model gives the fills; the session then asks for them. */
  readonly givesFills?: boolean
  readonly sizing: 'at-decision' | 'at-fill'
  readonly targetSizing: 'within-share' | 'step-down'
  /** Share of equity that a target share leaves free. */
  readonly cashReserve: number
  /** Least change of initial margin, as a share of equity, for which a target share trades. */
  readonly minimumOrderMargin: number
  readonly matching: 'path' | 'queue'
  readonly hedging: boolean
  readonly exclusiveOrders: boolean
  readonly limitFill: 'through' | 'touch' | 'cross'
  readonly stopRule: 'path' | 'close'
  readonly ruin: 'debt' | 'zero'
  readonly closeAtEnd: 'no' | 'last-close' | 'last-open'
  /** Whether a dividend lowers the limits of waiting buys and the stops of waiting sells. */
  readonly adjustOrdersForDividends?: boolean
  /** What companies do during the run, in the order in which it takes effect. */
  readonly actions?: ActionSpec[]
  readonly limits: RiskLimits
}

/** A maintenance margin: `rates` of long and short positions, or the loss within a `scan` range. */
export type MaintenanceSpec = {
  readonly model: 'rates' | 'scan'
  readonly long?: number
  readonly short?: number
  readonly scan?: RatesSpec
  readonly netting?: boolean
  readonly warning: number
  readonly buffer: number
  readonly grace: number
}

/** What debts and shorts cost, as annual rates. */
export type FinancingSpec = {
  readonly debitRate: number
  readonly creditRate: number
  readonly borrow: RatesSpec
  readonly dayCount: number
}

/** Foreign currencies with the instruments that are their rates, and what is in them. */
export type CurrenciesSpec = {
  readonly foreign: { code: string; rate: string; inverse: boolean }[]
  readonly of: { instrument: string; code: string }[]
  readonly convertFills: boolean
  readonly cost: number
}

/** One rate for all instruments, and those that have their own. */
export type RatesSpec = {
  readonly standard: number
  readonly own: { instrument: string; rate: number }[]
}

/** What a company does to an instrument; `CorporateAction` of the core says what each type means. */
export type ActionSpec = {
  /** Index of the instrument. */
  readonly instrument: number
  /** Nanoseconds since the epoch, UTC. */
  readonly time: bigint
  readonly type: 'split' | 'cash-dividend' | 'symbol-change' | 'delisting'
  readonly newShares?: number
  readonly oldShares?: number
  /** Of a dividend; of a delisting what is paid, absent where that is not known. */
  readonly amount?: number
  readonly symbol?: string
}

/** A fee model, its limits per order and what sales cost on top. */
export type FeeSpec = {
  /** `plain` takes `feeRate` and `feePerOrder`. */
  readonly model: 'plain' | 'per-unit' | 'maker-taker' | 'tiered'
  readonly perUnit?: number
  readonly maker?: number
  readonly taker?: number
  readonly tieredBy?: 'units' | 'value'
  readonly tiers?: { from: number; rate: number }[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maximumShare?: number
  /** Whether the minimum holds where it is more than the maximum. */
  readonly minimumPrevails?: boolean
  readonly saleRate?: number
  readonly salePerUnit?: number
  readonly salePerUnitMaximum?: number
}

/** A slippage model other than a share of the price. */
export type SlippageSpec = {
  readonly model: 'ticks' | 'spread' | 'volume-share' | 'square-root'
  readonly ticks?: number
  readonly spread?: number
  readonly impact?: number
  readonly limit?: number
  readonly coefficient?: number
  readonly volatility?: number
}

/** Limits of the risk gate, in units and money; absent is no limit. */
export type RiskLimits = {
  readonly maxOrderQuantity?: number
  readonly maxOrderNotional?: number
  readonly maxPosition?: number
  readonly maxWorkingOrders?: number
}

/** One series of a run over ticks: an instrument can have quotes and trades. */
export type TickSeries = {
  readonly ticks: Quotes | Trades
  /** Place of its instrument. */
  readonly instrument: number
}

/** One instrument of a run: its bars and the decimals its prices and quantities are kept in. */
export type RunSeries = {
  readonly bars: Bars
  readonly priceDecimals: number
  readonly quantityDecimals: number
  /** Needed to fill at bid and ask. */
  readonly quotes?: BarQuotes
  /** Its sessions; `unknown` where bars are parts of some, absent where every bar is one. */
  readonly sessions?: RunSessions | 'unknown'
  /** What it is beyond a share, with its times as nanoseconds. */
  readonly terms?: TermsSpec
}

/** Terms of an instrument as the addon takes them; `@neural-trader/core` documents each. */
export type TermsSpec = ListingRules & {
  readonly kind: InstrumentTerms['kind']
  readonly multiplier?: number
  readonly expiry?: bigint
  readonly strike?: number
  readonly optionKind?: 'call' | 'put'
  readonly underlying?: string
  readonly settlementPrice?: number
  readonly fundingTimes?: BigInt64Array
  readonly fundingRates?: Float64Array
}

/**
 * Sessions as columns, ascending, nanoseconds since the epoch, UTC. An order for the open or close of
 * a session must arrive before its entry time, and can be changed before its change time.
 */
export type RunSessions = {
  readonly open: BigInt64Array
  readonly close: BigInt64Array
  readonly openEntry: BigInt64Array
  readonly openChange: BigInt64Array
  readonly closeEntry: BigInt64Array
  readonly closeChange: BigInt64Array
  /** Nanoseconds from the beginning of a bar to its close. */
  readonly barLength: number
  /** Whether orders fill on bars outside of the sessions. */
  readonly extendedHours: boolean
}

/** Bid and ask at the close of each bar; NaN where there is none, and the close stands for it. */
export type BarQuotes = { readonly bid: Float64Array; readonly ask: Float64Array }
