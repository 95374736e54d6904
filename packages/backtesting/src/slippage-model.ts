import { z } from 'zod'

/** By how much market and stop orders fill worse than quoted. */
export type SlippageModel =
  | { readonly model: 'none' }
  /** So many ticks: of the instrument's `tickSize`, else steps of the last decimal of the prices. */
  | { readonly model: 'ticks'; readonly ticks: number }
  /** A fraction of the price. */
  | { readonly model: 'percent'; readonly fraction: number }
  /** Half of a spread that is a fraction of the price. */
  | { readonly model: 'spread'; readonly spread: number }
  | VolumeShareSlippage
  | SquareRootSlippage

/** `impact * min(quantity / volume of the bar, limit)²` of the price, as in Zipline and LEAN. */
export type VolumeShareSlippage = {
  readonly model: 'volume-share'
  /** Default 0.1. */
  readonly impact?: number
  /** Default 0.025. */
  readonly limit?: number
}

/** `coefficient * volatility * √(quantity / volume of the bar)` of the price: the square-root law. */
export type SquareRootSlippage = {
  readonly model: 'square-root'
  /** Default 1. */
  readonly coefficient?: number
  /** Standard deviation of the returns of one bar, a fraction. */
  readonly volatility: number
}

const fraction = z.number().min(0).lt(1)
const factor = z.number().min(0).max(1000)

/** Checks the form of a slippage model. */
export const slippageModelSchema: z.ZodType<SlippageModel> = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('none') }),
  z.strictObject({ model: z.literal('ticks'), ticks: z.int().min(0).max(1e9) }),
  z.strictObject({ model: z.literal('percent'), fraction }),
  z.strictObject({ model: z.literal('spread'), spread: fraction }),
  z.strictObject({
    model: z.literal('volume-share'),
    impact: factor.optional(),
    limit: z.number().gt(0).max(1).optional(),
  }),
  z.strictObject({
    model: z.literal('square-root'),
    coefficient: factor.optional(),
    volatility: factor,
  }),
]) as z.ZodType<SlippageModel>
