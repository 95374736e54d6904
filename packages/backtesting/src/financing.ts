import { z } from 'zod'

import type { RateByInstrument } from './margin-terms.ts'

/**
 * What it costs to owe money and to hold shorts: simple interest for each calendar day (UTC), posted
 * when the day turns. The balance that bears interest is cash less the market value of shorts.
 */
export type Financing = {
  /** Annual rate on a balance below zero, a fraction; default 0. */
  readonly debitRate?: number
  /** Annual rate on a balance above zero; default 0. */
  readonly creditRate?: number
  /** Annual rate on the market value of shorts: of all, or of some by identifier; default 0. */
  readonly borrowRate?: RateByInstrument
  /** Days of a year; default 365. */
  readonly dayCount?: 360 | 365
}

const rate = z.number().min(0).max(10)

/** Checks the form of the financing terms. */
export const financingSchema: z.ZodType<Financing> = z.strictObject({
  debitRate: rate.optional(),
  creditRate: rate.optional(),
  borrowRate: z.union([rate, z.record(z.string(), rate)]).optional(),
  dayCount: z.union([z.literal(360), z.literal(365)]).optional(),
}) as z.ZodType<Financing>
