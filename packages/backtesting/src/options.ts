import {
  NeuralTraderError,
  type Bars,
  type FillModel,
  type QuoteBars,
  type QuoteFillModel,
  type InstrumentTerms,
  type Quotes,
  type Strategy,
  type Trades,
} from '@neural-trader/core'
import type { RiskLimits } from '@neural-trader/engine'
import { z } from 'zod'

import type { FillPolicy, ProfileName } from './assumptions.ts'
import { currenciesSchema, type Currencies } from './currencies.ts'
import type { CorporateActions } from './corporate-actions.ts'
import { feeModelSchema, type FeeModel } from './fee-model.ts'
import { feePresetNames, type FeePresetName } from './fee-presets.ts'
import { checkFillModel } from './check-fill-model.ts'
import { financingSchema, type Financing } from './financing.ts'
import { marginSchema, type MarginPresetName, type MarginTerms } from './margin-terms.ts'
import { instrumentTermsSchema, plainTerms } from './instrument-terms.ts'
import type { Conventions } from './measures.ts'
import { calendarSchema, type CalendarOption } from './sessions/calendar-option.ts'
import { cutoffSchema, type CutoffOption } from './sessions/cutoffs.ts'
import { slippageModelSchema, type SlippageModel } from './slippage-model.ts'

/** What to run, on what, and under which rules. */
export type BacktestOptions = {
  /**
   * Bars of one instrument, or of several; the first is the one a strategy's context stands for. Or
   * quotes and trades: of an instrument its quotes, its trades, or both.
   */
  readonly data: Bars | readonly Bars[] | Quotes | Trades | readonly (Quotes | Trades)[]
  readonly strategy: Strategy
  /**
   * Bid and ask bars of instruments of the data, for the fill policy `quote`. They are matched by the
   * times of their closes; where a bar has no quote, its own close counts.
   */
  readonly quotes?: QuoteBars | readonly QuoteBars[]
  /** Cash at the start, above 0; default 10,000, or the profile's. */
  readonly cash?: number
  /** Rules to start from; default `neural-trader`. The options below override it one by one. */
  readonly profile?: ProfileName
  /** Default `margin`: short positions are possible. */
  readonly account?: 'cash' | 'margin'
  /** Buying power over equity, at least 1; default 1, or what goes with the profile or `margin`. */
  readonly leverage?: number
  /**
   * Maintenance margin, with warnings, margin calls and liquidations: a model or its name. Default
   * none: a position is kept until equity is gone.
   */
  readonly margin?: MarginTerms | MarginPresetName
  /** What debts and shorts cost; default nothing. */
  readonly financing?: Financing
  /** Business days until the proceeds of sales can be spent, in a cash account; default 0. */
  readonly settlementDays?: number
  /** Currencies of instruments that are not in that of the account; default none. */
  readonly currencies?: Currencies
  /**
   * Fee model or the name of a schedule, instead of `feeRate` and `feePerOrder`; default none, or the
   * profile's.
   */
  readonly fees?: FeeModel | FeePresetName
  /** Fee as a fraction of each fill's value; default 0. */
  readonly feeRate?: number
  /** Fee per fill; default 0. */
  readonly feePerOrder?: number
  /** By how much market and stop fills are worse than quoted: a fraction or a model; default 0. */
  readonly slippage?: number | SlippageModel
  /** Fraction of a bar's volume that all orders together may fill in it; default any quantity fills. */
  readonly maxVolumeShare?: number
  /** Fraction by which entries are worse than quoted; default 0. */
  readonly spread?: number
  /**
   * When a market order fills. Decided at the close of a bar: at the next open, at that close, or at the
   * ask (buys) and bid (sells) of `quotes` at that close; default `next-open`, or the profile's. Over
   * quotes and trades: at the next quote, the default, or at the one in force.
   */
  readonly fillPolicy?: FillPolicy
  /**
   * Decides what a bar does to an order in place of the built-in rules. Needs a strategy with an
   * `onBar`, `next-open` fills, and the profile `neural-trader`. Over quotes and trades a
   * {@link QuoteFillModel}, with `next-quote` fills.
   */
  readonly fillModel?: FillModel | QuoteFillModel
  /**
   * When a strategy over several series is first asked: when all have the bars that their indicators
   * need (default), or when one has. Columns are NaN until their series has its bars.
   */
  readonly startWhen?: 'all-ready' | 'one-ready'
  /**
   * The strategy is first asked at the first bar that closes at or after this time (nanoseconds since
   * the epoch), and measured from there; bars before it are for its indicators alone. Default: as soon
   * as these have their bars.
   */
  readonly tradeFrom?: bigint
  /** When the quantity of a target order is fixed; default `at-decision`. */
  readonly sizing?: 'at-decision' | 'at-fill'
  /** Fraction of equity that a target share leaves free; default 0, or the profile's. */
  readonly cashReserve?: number
  /**
   * Least change of initial margin, as a fraction of equity, for which a target share other than 0
   * trades; default 0, or the profile's.
   */
  readonly minimumOrderMargin?: number
  /**
   * Whether lots of both sides can be open at once: then only what names a lot closes it. Needs the
   * profile `backtesting.py`; default false.
   */
  readonly hedging?: boolean
  /**
   * Whether a new order closes every open lot and takes back orders that wait. Needs the profile
   * `backtesting.py`; default false.
   */
  readonly exclusiveOrders?: boolean
  /**
   * When the instruments trade: a calendar such as `XNYS`, `auto` for that of the venue in each id,
   * or one by instrument. DAY orders and orders at the open or close follow it; default none.
   */
  readonly calendar?: CalendarOption
  /** When orders at the open or close come too late; default `venue`, the rules of the calendar's. */
  readonly cutoffs?: CutoffOption
  /** With a calendar: whether orders also fill on bars outside of its sessions; default false. */
  readonly extendedHours?: boolean
  /** Whether open positions are closed at the end of the data; default false. */
  readonly closeAtEnd?: boolean
  /** Decimals of prices, at most 9; default those of the data. */
  readonly priceDecimals?: number
  /** Decimals of quantities, at most 9; default 0, whole units. */
  readonly quantityDecimals?: number
  /**
   * What companies do, meant for raw bars: positions and orders follow splits, holders are paid
   * dividends, indicators are computed as of each bar. A list for the only instrument, or lists by
   * identifier; actions of the same time take effect in the order listed.
   */
  readonly corporateActions?: CorporateActions
  /**
   * Whether a dividend lowers the limits of waiting buy orders and the stops of waiting sell orders, as
   * US exchanges do; default false.
   */
  readonly adjustOrdersForDividends?: boolean
  /**
   * What instruments are and what their listings demand, by identifier: multiplier, tick, lot,
   * expiry, funding. Default shares without rules.
   */
  readonly instruments?: Readonly<Record<string, InstrumentTerms>>
  /** Limits of the risk gate; default none. */
  readonly limits?: RiskLimits
  /** Conventions of the measures that depart from the profile's. */
  readonly conventions?: Partial<Conventions>
  /** Stops the run. */
  readonly signal?: AbortSignal
  /** Told the share of the data that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void
}

const fraction = z.number().min(0).lt(1)
const decimals = z.int().min(0).max(9)

/** The options that are plain values: what the CLI and tools take too. */
export const optionsSchema: z.ZodObject = z.strictObject({
  cash: z.number().positive().max(1e15).optional(),
  profile: z.enum(['neural-trader', 'backtesting.py', 'lean']).optional(),
  account: z.enum(['cash', 'margin']).optional(),
  leverage: z.number().min(1).max(1000).optional(),
  margin: marginSchema.optional(),
  financing: financingSchema.optional(),
  settlementDays: z.int().min(0).max(30).optional(),
  currencies: currenciesSchema.optional(),
  fees: z.union([z.enum(feePresetNames), feeModelSchema]).optional(),
  feeRate: fraction.optional(),
  feePerOrder: z.number().min(0).max(1e9).optional(),
  slippage: z.union([fraction, slippageModelSchema]).optional(),
  maxVolumeShare: z.number().gt(0).max(1).optional(),
  spread: fraction.optional(),
  fillPolicy: z.enum(['next-open', 'this-close', 'quote', 'next-quote', 'this-quote']).optional(),
  sizing: z.enum(['at-decision', 'at-fill']).optional(),
  cashReserve: fraction.optional(),
  minimumOrderMargin: fraction.optional(),
  hedging: z.boolean().optional(),
  exclusiveOrders: z.boolean().optional(),
  calendar: calendarSchema.optional(),
  cutoffs: cutoffSchema.optional(),
  extendedHours: z.boolean().optional(),
  closeAtEnd: z.boolean().optional(),
  priceDecimals: decimals.optional(),
  quantityDecimals: decimals.optional(),
  adjustOrdersForDividends: z.boolean().optional(),
  instruments: z.record(z.string(), instrumentTermsSchema).optional(),
  limits: z
    .strictObject({
      maxOrderQuantity: z.number().positive().optional(),
      maxOrderNotional: z.number().positive().optional(),
      maxPosition: z.number().positive().optional(),
      maxWorkingOrders: z.int().positive().optional(),
    })
    .optional(),
  conventions: z
    .strictObject({
      profile: z.enum(['neural-trader', 'backtesting.py', 'vectorbt']).optional(),
      returnsPer: z.enum(['bar', 'day']).optional(),
      periodsPerYear: z.number().positive().optional(),
      ddof: z.union([z.literal(0), z.literal(1)]).optional(),
      riskFreeRate: z.number().gt(-1).optional(),
      daysPerYear: z.number().positive().optional(),
      annualisation: z.enum(['geometric', 'arithmetic']).optional(),
      tradeStatistics: z.enum(['pnl', 'return']).optional(),
    })
    .optional(),
})

/**
 * Checks the plain options.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` with the path of the field, its value and what is
 * allowed.
 */
export function checkOptions(options: Partial<BacktestOptions>): void {
  const {
    data: _data,
    strategy: _strategy,
    corporateActions: _actions,
    quotes: _quotes,
    fillModel,
    startWhen,
    tradeFrom,
    signal: _signal,
    onProgress: _onProgress,
    ...given
  } = options
  const plain = { ...given, ...plainInstruments(options) }
  checkFees(plain)
  checkConversion(plain)
  checkProfile(plain)
  if (fillModel !== undefined) checkFillModel(fillModel, options)
  checkStart(startWhen)
  checkTradeFrom(tradeFrom)
  const parsed = optionsSchema.safeParse(plain)
  const issue = parsed.error?.issues[0]
  if (issue === undefined) return
  const field = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.')
  const value = String(valueAt(plain, issue.path))
  const message =
    issue.code === 'unrecognized_keys' && issue.path.length > 0
      ? `Option ${issue.path.join('.')} has no field ${field}: leave it out`
      : issue.code === 'unrecognized_keys'
        ? `There is no option ${field}: the options are ${Object.keys(optionsSchema.shape).join(', ')}`
        : `Option ${field} is ${value}: ${remedy(issue)}`
  throw new NeuralTraderError('INVALID_ARGUMENT', message, { details: { field, value } })
}

/** The one rule of runs over several series alone, which the plain options do not have. */
function checkStart(startWhen: BacktestOptions['startWhen']): void {
  if (startWhen === undefined || startWhen === 'all-ready' || startWhen === 'one-ready') return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Option startWhen is ${String(startWhen)}: give all-ready or one-ready`,
    { details: { field: 'startWhen', value: String(startWhen) } },
  )
}

function checkTradeFrom(tradeFrom: BacktestOptions['tradeFrom']): void {
  if (tradeFrom === undefined || typeof tradeFrom === 'bigint') return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Option tradeFrom is ${String(tradeFrom)}: give nanoseconds since the epoch as a bigint`,
    { details: { field: 'tradeFrom', value: String(tradeFrom) } },
  )
}

/** Terms of instruments as the schema checks them. */
function plainInstruments({ instruments }: Partial<BacktestOptions>): object {
  if (instruments === undefined || instruments === null || typeof instruments !== 'object')
    return {}
  const entries = Object.entries(instruments)
  return { instruments: Object.fromEntries(entries.map(([id, terms]) => [id, plainTerms(terms)])) }
}

/** A fee model stands alone. */
function checkFees({ fees, feeRate, feePerOrder }: Partial<BacktestOptions>): void {
  const twice = fees !== undefined && (feeRate !== undefined || feePerOrder !== undefined)
  if (!twice) return
  const field = feeRate === undefined ? 'feePerOrder' : 'feeRate'
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Options fees and ${field} are both given: give one of them`,
    { details: { field, value: String(feeRate ?? feePerOrder) } },
  )
}

/** A cash account without conversions never has the cash to buy abroad. */
function checkConversion({ account, currencies }: Partial<BacktestOptions>): void {
  if (account !== 'cash' || currencies?.convert !== 'never') return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    'Option currencies.convert is never in a cash account, which could buy nothing abroad: give at-fill or a margin account',
    { details: { field: 'currencies.convert', value: 'never' } },
  )
}

/** The queue of backtesting.py knows no sessions, and only a calendar makes some. */
function checkProfile(options: Partial<BacktestOptions>): void {
  const { calendar, profile, cutoffs, extendedHours } = options
  const needing = cutoffs === undefined ? extendedHours && 'extendedHours' : 'cutoffs'
  const fault =
    calendar !== undefined && profile === 'backtesting.py'
      ? ([
          'calendar',
          'the profile backtesting.py knows no sessions: leave one of them out',
        ] as const)
      : calendar === undefined && typeof needing === 'string'
        ? ([needing, 'it needs a calendar: give one, for example XNYS or auto'] as const)
        : undefined
  if (fault === undefined) return
  const [field, remedy] = fault
  const value = JSON.stringify(options[field])
  throw new NeuralTraderError('INVALID_ARGUMENT', `Option ${field} is ${value}: ${remedy}`, {
    details: { field, value },
  })
}

/** What to give instead, in words. */
function remedy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return `give ${issue.inclusive === true ? 'at least' : 'more than'} ${issue.minimum}`
    case 'too_big':
      return `give ${issue.inclusive === true ? 'at most' : 'less than'} ${issue.maximum}`
    case 'invalid_value':
      return `give ${issue.values.join(' or ')}`
    case 'invalid_type':
      return `give a value of type ${issue.expected}`
    default:
      return issue.message
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      inner === null || inner === undefined ? inner : (inner as Record<PropertyKey, unknown>)[key],
    value,
  )
}
