import { z } from 'zod'

/** What fills are charged, in the currency of the account. */
export type FeeModel = PerShareFee | PerOrderFee | PercentFee | MakerTakerFee | TieredFee

/** An amount for each unit. */
export type PerShareFee = FeeExtras & {
  readonly model: 'per-share'
  readonly perShare: number
}

/** An amount for each order, in however many parts it fills. */
export type PerOrderFee = SaleCharges & {
  readonly model: 'per-order'
  readonly amount: number
}

/** A fraction of the value of each fill. */
export type PercentFee = FeeExtras & {
  readonly model: 'percent'
  readonly rate: number
}

/** A fraction of the value: what rests and fills is a maker, everything else a taker. */
export type MakerTakerFee = FeeExtras & {
  readonly model: 'maker-taker'
  readonly maker: number
  readonly taker: number
}

/**
 * Rates that fall with what was traded since the month (UTC) began. Each part of the volume pays the
 * rate of the tier it lies in.
 */
export type TieredFee = FeeExtras & {
  readonly model: 'tiered'
  /** Counts units, and rates are amounts per unit; or counts value, and rates are fractions of it. */
  readonly by: 'units' | 'value'
  /** 1 to 8 tiers, the first from 0, each from more and at no higher rate than the one before. */
  readonly tiers: readonly FeeTier[]
}

/** The rate from this volume of the month on. */
export type FeeTier = { readonly from: number; readonly rate: number }

/** Least and most per order; where they contradict each other, the most holds. */
export type FeeLimits = {
  readonly minimum?: number
  readonly maximum?: number
  /** Most per order as a fraction of its value. */
  readonly maximumShare?: number
  /** Makes the least hold instead. */
  readonly minimumPrevails?: boolean
}

/** What is charged on sales on top, such as the fees of the SEC and FINRA in the United States. */
export type SaleCharges = {
  /** Fraction of the value sold. */
  readonly saleRate?: number
  /** Amount per unit sold. */
  readonly salePerUnit?: number
  /** Most that `salePerUnit` comes to in one fill. */
  readonly salePerUnitMaximum?: number
}

type FeeExtras = FeeLimits & SaleCharges

const fraction = z.number().min(0).lt(1)
const amount = z.number().min(0).max(1e9)

const sales = {
  saleRate: fraction.optional(),
  salePerUnit: amount.optional(),
  salePerUnitMaximum: amount.optional(),
}
const extras = {
  minimum: amount.optional(),
  maximum: amount.optional(),
  maximumShare: fraction.optional(),
  minimumPrevails: z.boolean().optional(),
  ...sales,
}

/** Checks the form of a fee model. */
export const feeModelSchema: z.ZodType<FeeModel> = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('per-share'), perShare: amount, ...extras }),
  z.strictObject({ model: z.literal('per-order'), amount, ...sales }),
  z.strictObject({ model: z.literal('percent'), rate: fraction, ...extras }),
  z.strictObject({ model: z.literal('maker-taker'), maker: fraction, taker: fraction, ...extras }),
  z.strictObject({
    model: z.literal('tiered'),
    by: z.enum(['units', 'value']),
    tiers: z
      .array(z.strictObject({ from: amount, rate: z.number().min(0).max(1000) }))
      .min(1)
      .max(8),
    ...extras,
  }),
]) as z.ZodType<FeeModel>
