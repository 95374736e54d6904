import type { InstrumentTerms } from '@neural-trader/core'
import { z } from 'zod'

/** Terms as a report prints them: plain values, and how many times of funding there are. */
export type InstrumentSummary = Readonly<Record<string, string | number>> & {
  readonly kind: InstrumentTerms['kind']
  readonly multiplier: number
}

const positive = z.number().positive().max(1e15)
const instant = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'give a date or an ISO 8601 time with its offset: 2024-03-15 or 2024-03-15T13:30:00Z',
})
const listing = {
  tickSize: positive.optional(),
  lotSize: positive.optional(),
  minQuantity: z.number().min(0).max(1e15).optional(),
  minNotional: z.number().min(0).max(1e15).optional(),
  marginRate: z.number().gt(0).max(1).optional(),
}
const multiplier = z.number().positive().max(1e9).optional()
const settlementPrice = z.number().min(0).max(1e15).optional()
const funding = z.strictObject({
  time: z.array(instant),
  rate: z.array(z.number().min(-1).max(1)),
})

/** Checks the form of terms as plain values; what belongs together is checked in the engine. */
export const instrumentTermsSchema: z.ZodType = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.enum(['equity', 'etf', 'fx', 'crypto']), ...listing }),
    z.strictObject({
      kind: z.literal('perpetual'),
      multiplier,
      funding: funding.optional(),
      ...listing,
    }),
    z.strictObject({
      kind: z.literal('future'),
      multiplier,
      expiry: instant,
      settlementPrice,
      ...listing,
    }),
    z.strictObject({
      kind: z.literal('option'),
      multiplier,
      expiry: instant,
      strike: positive,
      optionKind: z.enum(['call', 'put']),
      underlying: z.string().min(1).optional(),
      settlementPrice,
      ...listing,
    }),
  ],
  { error: 'give equity, etf, fx, crypto, perpetual, future or option' },
)

/** Terms as plain values: an expiry as text, and of typed columns what their form can be checked by. */
export function plainTerms(terms: InstrumentTerms): unknown {
  if ('expiry' in terms && typeof terms.expiry === 'bigint') {
    return { ...terms, expiry: isoText(terms.expiry) }
  }
  if ('funding' in terms && terms.funding?.time instanceof BigInt64Array) {
    return { ...terms, funding: { time: [], rate: [...terms.funding.rate] } }
  }
  return terms
}

/** Terms as a report prints them. */
export function summaryOf(terms: InstrumentTerms): InstrumentSummary {
  const { funding: rates, ...rest } = terms as Extract<InstrumentTerms, { kind: 'perpetual' }>
  return {
    ...(plainTerms(rest) as InstrumentSummary),
    multiplier: rest.multiplier ?? 1,
    ...(rates === undefined ? {} : { fundingTimes: rates.time.length }),
  }
}

function isoText(nanoseconds: bigint): string {
  return new Date(Number(nanoseconds / 1_000_000n)).toISOString()
}
