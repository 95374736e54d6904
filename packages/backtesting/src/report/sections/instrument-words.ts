import type { Assumptions } from '../../assumptions.ts'
import type { InstrumentSummary } from '../../instrument-terms.ts'
import { formatMoney, formatPercent, formatPlain } from '../format-number.ts'

/** The terms of each instrument in words, and what funding came to. */
export function instrumentFacts(
  { instruments = {} }: Assumptions,
  totalFunding: number,
): (readonly [string, string])[] {
  const facts = Object.entries(instruments).map(([id, terms]) => [id, termsWords(terms)] as const)
  return totalFunding === 0
    ? facts
    : [...facts, ['Funding', `${formatMoney(totalFunding)} in all.`] as const]
}

function termsWords(terms: InstrumentSummary): string {
  const { kind, multiplier } = terms
  const parts = [
    terms['optionKind'] === undefined ? kind : `${terms['optionKind']} option`,
    multiplier !== 1 && `multiplier ${formatPlain(multiplier)}`,
    ...named(terms, [
      ['strike', 'strike'],
      ['underlying', 'on'],
      ['expiry', 'ends'],
      ['settlementPrice', 'settled at'],
      ['tickSize', 'tick'],
      ['lotSize', 'lot'],
      ['minQuantity', 'least quantity'],
      ['minNotional', 'least value'],
      ['fundingTimes', 'times of funding:'],
    ]),
    terms['marginRate'] !== undefined && `margin ${formatPercent(Number(terms['marginRate']))}`,
  ].filter((part) => part !== false)
  const text = parts.join(', ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function named(
  terms: InstrumentSummary,
  words: readonly (readonly [string, string])[],
): (string | false)[] {
  return words.map(([field, word]) => {
    const value = terms[field]
    return (
      value !== undefined && `${word} ${typeof value === 'number' ? formatPlain(value) : value}`
    )
  })
}
