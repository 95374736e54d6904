import { z } from 'zod'

/** What a margin account must be worth to keep its positions, and what happens when it is not. */
export type MarginTerms = MarginExtras & (FixedMargin | RegulationTMargin | PortfolioMargin)

/** A share of the value of each position; the initial margin is that of `leverage`. */
export type FixedMargin = {
  readonly model: 'fixed'
  readonly maintenance: number | { readonly long: number; readonly short: number }
}

/**
 * Regulation T with FINRA rule 4210: 25 % of the value of longs, 30 % of that of shorts; `leverage` is
 * 2 unless given, an initial margin of 50 %.
 */
export type RegulationTMargin = { readonly model: 'reg-t' }

/**
 * The largest loss when all prices move together by the same part of their scan range, up or down;
 * `leverage` is 1 / 0.15 unless given.
 */
export type PortfolioMargin = {
  readonly model: 'portfolio'
  /** How far prices may move, as a share: of all instruments, or of some by identifier; default 0.15. */
  readonly scan?: RateByInstrument
  /** Whether gains of one instrument offset losses of another; default true. */
  readonly netting?: boolean
}

/** What all models have. */
export type MarginExtras = {
  /** Equity below this multiple of the requirement is warned of, once an episode; default 1.1. */
  readonly warning?: number
  /** Share of the requirement by which a liquidation goes beyond it; default 0.05. */
  readonly buffer?: number
  /** Steps from a margin call to the first liquidation; default 0: orders go out at its close. */
  readonly grace?: number
}

/** A margin model by its name alone. */
export type MarginPresetName = 'reg-t' | 'portfolio'

/** One rate for every instrument, or one for some of them by their identifier. */
export type RateByInstrument = number | Readonly<Record<string, number>>

const share = z.number().gt(0).max(1)
const extras = {
  warning: z.number().min(1).max(100).optional(),
  buffer: z.number().min(0).max(1).optional(),
  grace: z.int().min(0).max(1_000_000).optional(),
}

/** Checks the form of margin terms, or the name of a preset. */
export const marginSchema: z.ZodType<MarginTerms | MarginPresetName> = z.union([
  z.enum(['reg-t', 'portfolio']),
  z.discriminatedUnion('model', [
    z.strictObject({
      model: z.literal('fixed'),
      maintenance: z.union([share, z.strictObject({ long: share, short: share })]),
      ...extras,
    }),
    z.strictObject({ model: z.literal('reg-t'), ...extras }),
    z.strictObject({
      model: z.literal('portfolio'),
      scan: z.union([share, z.record(z.string(), share)]).optional(),
      netting: z.boolean().optional(),
      ...extras,
    }),
  ]),
]) as z.ZodType<MarginTerms | MarginPresetName>

/** Margin terms as such, whichever way they were given. */
export function marginTermsOf(margin: MarginTerms | MarginPresetName): MarginTerms {
  return typeof margin === 'string' ? { model: margin } : margin
}
