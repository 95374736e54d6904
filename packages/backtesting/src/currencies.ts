import { z } from 'zod'

/** The currencies of the instruments of a run, where they are not all in that of the account. */
export type Currencies = {
  /** Code of the currency of each instrument that is not in that of the account, by identifier. */
  readonly of: Readonly<Record<string, string>>
  /**
   * Where the rate of each of those currencies comes from: the instrument of the run that is priced in
   * the account's currency for one unit of it (`EURUSD`, in an account in dollars), or, as `inverse`,
   * the other way round (`USDJPY`).
   */
  readonly rates: Readonly<Record<string, string | { readonly inverse: string }>>
  /**
   * `at-fill` (default): what a fill pays or brings in is converted at once, at the close before it.
   * `never`: cash is kept, or owed, in each currency.
   */
  readonly convert?: 'at-fill' | 'never'
  /** Fraction by which a conversion is worse than the rate; default 0. */
  readonly conversionCost?: number
}

const code = z.string().regex(/^[A-Za-z0-9]{1,8}$/, 'give up to eight letters or digits')
const instrument = z.string().min(1)

/** Checks the form of the currencies. */
export const currenciesSchema: z.ZodType<Currencies> = z.strictObject({
  of: z.record(instrument, code),
  rates: z.record(code, z.union([instrument, z.strictObject({ inverse: instrument })])),
  convert: z.enum(['at-fill', 'never']).optional(),
  conversionCost: z.number().min(0).lt(1).optional(),
}) as z.ZodType<Currencies>
