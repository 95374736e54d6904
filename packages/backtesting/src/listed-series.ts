import {
  NeuralTraderError,
  nearest,
  type Bars,
  type FundingRates,
  type InstrumentTerms,
} from '@neural-trader/core'
import type { RunSeries, TermsSpec } from '@neural-trader/engine'

type Scaled = Omit<RunSeries, 'terms'>

/** Terms by the identifier of their instrument. */
export type TermsById = Readonly<Record<string, InstrumentTerms>>

/**
 * Series with their terms, in the decimals that the terms need besides the data.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for terms of an instrument that has no series.
 */
export function listedSeries<Series extends Scaled>(
  series: readonly Series[],
  terms: TermsById,
): readonly (Series & Pick<RunSeries, 'terms'>)[] {
  checkIds(
    series.map(({ bars }) => bars),
    Object.keys(terms),
  )
  return series.map((each) => {
    const listed = terms[each.bars.instrument]
    if (listed === undefined) return each
    const underlying = 'underlying' in listed ? listed.underlying : undefined
    const other = series.find(({ bars }) => bars.instrument === underlying)
    return {
      ...each,
      priceDecimals: Math.max(
        each.priceDecimals,
        other?.priceDecimals ?? 0,
        ...decimalsIn(listed, ['tickSize', 'strike', 'settlementPrice']),
      ),
      quantityDecimals: Math.max(
        each.quantityDecimals,
        ...decimalsIn(listed, ['lotSize', 'minQuantity']),
      ),
      terms: engineTerms(listed),
    }
  })
}

function checkIds(data: readonly Bars[], listed: readonly string[]): void {
  const ids = data.map(({ instrument }) => instrument)
  const unknown = listed.find((id) => !ids.includes(id))
  if (unknown === undefined) return
  const close = nearest(unknown, ids)
  const hint =
    close === undefined ? `its series are of ${ids.join(', ')}` : `did you mean ${close}?`
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Option instruments has terms of "${unknown}", of which the run has no series: ${hint}`,
    { details: { field: 'instruments', value: unknown } },
  )
}

function decimalsIn(terms: InstrumentTerms, fields: readonly string[]): number[] {
  const values = terms as unknown as Readonly<Record<string, number | undefined>>
  return fields.map((field) => decimalsOf(values[field] ?? 0))
}

/** The fewest decimals in which a value is exact, at most 9. */
function decimalsOf(value: number): number {
  let decimals = 0
  while (decimals < 9 && Math.round(value * 10 ** decimals) / 10 ** decimals !== value)
    decimals += 1
  return decimals
}

function engineTerms(terms: InstrumentTerms): TermsSpec {
  switch (terms.kind) {
    case 'perpetual': {
      const { funding, ...rest } = terms
      return funding === undefined ? rest : { ...rest, ...fundingColumns(funding) }
    }
    case 'future':
    case 'option':
      return { ...terms, expiry: nanoseconds(terms.expiry) }
    default:
      return terms
  }
}

function fundingColumns({
  time,
  rate,
}: FundingRates): Pick<TermsSpec, 'fundingTimes' | 'fundingRates'> {
  return {
    fundingTimes:
      time instanceof BigInt64Array ? time : BigInt64Array.from(time, (text) => nanoseconds(text)),
    fundingRates: Float64Array.from(rate),
  }
}

/** A date alone means the end of its day, as a bar of a day without times does. */
function nanoseconds(instant: bigint | string): bigint {
  if (typeof instant === 'bigint') return instant
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(instant)
  return BigInt(Date.parse(isDate ? `${instant}T23:59:59.999Z` : instant)) * 1_000_000n
}
