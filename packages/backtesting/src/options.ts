import {
  NeuralTraderError,
  type Bars,
  type Quotes,
  type Strategy,
  type Trades,
} from '@neural-trader/core'
import type { RiskLimits } from '@neural-trader/engine'
import { z } from 'zod'

import type { FillPolicy, ProfileName } from './assumptions.ts'
import { feeModelSchema, type FeeModel } from './fee-model.ts'
import { feePresetNames, type FeePresetName } from './fee-presets.ts'
import type { Conventions } from './measures.ts'
import { slippageModelSchema, type SlippageModel } from './slippage-model.ts'

/** What to run, on what, and under which rules. */
export type BacktestOptions = {
  /**
   * Bars of one instrument, or of several; the first is the one a strategy's context stands for. Or
   * quotes and trades: of an instrument its quotes, its trades, or both.
   */
  readonly data: Bars | readonly Bars[] | Quotes | Trades | readonly (Quotes | Trades)[]
  readonly strategy: Strategy
  /** Cash at the start, above 0; default 10,000. */
  readonly cash?: number
  /** Rules to start from; default `neural-trader`. The options below override it one by one. */
  readonly profile?: ProfileName
  /** Default `margin`: short positions are possible. */
  readonly account?: 'cash' | 'margin'
  /** Buying power over equity, at least 1; default 1. */
  readonly leverage?: number
  /** Fee model or the name of a schedule, instead of `feeRate` and `feePerOrder`. */
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
  /** When a market order fills; default `next-open` over bars and `quote` over ticks. */
  readonly fillPolicy?: FillPolicy
  /** When the quantity of a target order is fixed; default `at-decision`. */
  readonly sizing?: 'at-decision' | 'at-fill'
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
  /** Whether open positions are closed at the end of the data; default false. */
  readonly closeAtEnd?: boolean
  /** Decimals of prices, at most 9; default those of the data. */
  readonly priceDecimals?: number
  /** Decimals of quantities, at most 9; default 0, whole units. */
  readonly quantityDecimals?: number
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
  profile: z.enum(['neural-trader', 'backtesting.py']).optional(),
  account: z.enum(['cash', 'margin']).optional(),
  leverage: z.number().min(1).max(1000).optional(),
  fees: z.union([z.enum(feePresetNames), feeModelSchema]).optional(),
  feeRate: fraction.optional(),
  feePerOrder: z.number().min(0).max(1e9).optional(),
  slippage: z.union([fraction, slippageModelSchema]).optional(),
  maxVolumeShare: z.number().gt(0).max(1).optional(),
  spread: fraction.optional(),
  fillPolicy: z.enum(['next-open', 'this-close', 'quote', 'this-quote']).optional(),
  sizing: z.enum(['at-decision', 'at-fill']).optional(),
  hedging: z.boolean().optional(),
  exclusiveOrders: z.boolean().optional(),
  closeAtEnd: z.boolean().optional(),
  priceDecimals: decimals.optional(),
  quantityDecimals: decimals.optional(),
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
    signal: _signal,
    onProgress: _onProgress,
    ...plain
  } = options
  checkFees(plain)
  const parsed = optionsSchema.safeParse(plain)
  const issue = parsed.error?.issues[0]
  if (issue === undefined) return
  const field = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.')
  const value = String(valueAt(plain, issue.path))
  const message =
    issue.code === 'unrecognized_keys'
      ? `There is no option ${field}: the options are ${Object.keys(optionsSchema.shape).join(', ')}`
      : `Option ${field} is ${value}: ${remedy(issue)}`
  throw new NeuralTraderError('INVALID_ARGUMENT', message, { details: { field, value } })
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
