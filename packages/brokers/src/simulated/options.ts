import type { FeeSpec, RiskLimits, RunConfig, SlippageSpec } from '@neural-trader/engine'
import { z } from 'zod'

import { checked } from '../checked.ts'

/** The account, the costs and the instruments of a simulated venue. */
export type SimulatedOptions = {
  /** Identifiers of what is traded, `SYMBOL.VENUE`. */
  readonly instruments: readonly string[]
  /** Cash at the start, above 0. */
  readonly cash: number
  /** Default `margin`: short positions are possible. */
  readonly account?: 'cash' | 'margin'
  /** Buying power over equity, at least 1; default 1. */
  readonly leverage?: number
  /** Whether longs and shorts of one instrument can be open beside each other; default false. */
  readonly hedging?: boolean
  /** Fee as a fraction of each fill's value; default 0. */
  readonly feeRate?: number
  /** Fee per fill; default 0. */
  readonly feePerOrder?: number
  /** A fee model of the engine, instead of the two above. */
  readonly fees?: FeeSpec
  /** By how much market and stop fills are worse than quoted: a fraction or a model; default 0. */
  readonly slippage?: number | SlippageSpec
  /** Fraction by which entries are worse than quoted; default 0. */
  readonly spread?: number
  /** Fraction of a bar's volume that all orders together may fill in it; default any quantity. */
  readonly maxVolumeShare?: number
  /** When a market order fills: with what is fed next (default), or at the last close or quote. */
  readonly fillPolicy?: 'next' | 'this'
  /** Limits of the risk gate; default none. */
  readonly limits?: RiskLimits
  /** Decimals of prices, at most 9: a stream cannot be looked through beforehand. Default 2. */
  readonly priceDecimals?: number
  /** Decimals of quantities, at most 9; default 0, whole units. */
  readonly quantityDecimals?: number
}

const fraction = z.number().min(0).lt(1)
const decimals = z.int().min(0).max(9)
const model = z.looseObject({ model: z.string() })
const limit = z.number().positive().optional()

const schema = z.strictObject({
  instruments: z
    .array(z.string().min(1))
    .min(1)
    .refine((ids) => new Set(ids).size === ids.length, 'give each instrument once'),
  cash: z.number().positive().max(1e15),
  account: z.enum(['cash', 'margin']).optional(),
  leverage: z.number().min(1).max(1000).optional(),
  hedging: z.boolean().optional(),
  feeRate: fraction.optional(),
  feePerOrder: z.number().min(0).max(1e9).optional(),
  fees: model.optional(),
  slippage: z.union([fraction, model]).optional(),
  spread: fraction.optional(),
  maxVolumeShare: z.number().gt(0).max(1).optional(),
  fillPolicy: z.enum(['next', 'this']).optional(),
  limits: z
    .strictObject({
      maxOrderQuantity: limit,
      maxOrderNotional: limit,
      maxPosition: limit,
      maxWorkingOrders: z.int().positive().optional(),
    })
    .optional(),
  priceDecimals: decimals.optional(),
  quantityDecimals: decimals.optional(),
})

/**
 * The complete rules of the venue.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` naming the option.
 */
export function venueConfig(options: SimulatedOptions): RunConfig {
  checked(schema, options, 'Option')
  const { fees, slippage = 0, maxVolumeShare } = options
  return {
    cash: options.cash,
    account: options.account ?? 'margin',
    margin: 1 / (options.leverage ?? 1),
    feeRate: options.feeRate ?? 0,
    feePerOrder: options.feePerOrder ?? 0,
    ...(fees === undefined ? {} : { fees }),
    spread: options.spread ?? 0,
    ...(typeof slippage === 'number' ? { slippage } : { slippage: 0, slippageModel: slippage }),
    ...(maxVolumeShare === undefined ? {} : { maxVolumeShare }),
    fillPolicy: options.fillPolicy === 'this' ? 'this-close' : 'next-open',
    sizing: 'at-decision',
    targetSizing: 'within-share',
    cashReserve: 0,
    minimumOrderMargin: 0,
    matching: 'path',
    hedging: options.hedging ?? false,
    exclusiveOrders: false,
    limitFill: 'through',
    stopRule: 'path',
    ruin: 'debt',
    closeAtEnd: 'no',
    limits: options.limits ?? {},
  }
}
