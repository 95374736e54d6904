import type { Assumptions } from '../../assumptions.ts'
import type { Currencies } from '../../currencies.ts'
import type { Financing } from '../../financing.ts'
import { marginTermsOf, type MarginTerms, type RateByInstrument } from '../../margin-terms.ts'
import { percentage } from './cost-words.ts'

/** Margin, financing and settlement of a run in words; only what there was. */
export function accountTerms({
  margin,
  financing,
  settlementDays,
  currencies,
}: Assumptions): [name: string, words: string][] {
  const facts: [string, string][] = []
  if (margin !== undefined) facts.push(['Maintenance margin', marginWords(marginTermsOf(margin))])
  if (financing !== undefined) facts.push(['Financing', financingWords(financing)])
  if (settlementDays > 0) {
    const days = settlementDays === 1 ? '1 business day' : `${settlementDays} business days`
    facts.push(['Settlement', `Proceeds of sales can be spent after ${days}.`])
  }
  if (currencies !== undefined) facts.push(['Currencies', currencyWords(currencies)])
  return facts
}

function currencyWords({ of, convert, conversionCost = 0 }: Currencies): string {
  const codes = [...new Set(Object.values(of))].join(', ')
  const cash =
    convert === 'never'
      ? 'Cash is kept in each currency'
      : 'Fills are converted at the close before'
  return `${cash} (${codes}), conversions at a cost of ${percentage(conversionCost)}.`
}

function marginWords(terms: MarginTerms): string {
  const { grace = 0 } = terms
  const wait = grace === 0 ? '' : grace === 1 ? ' 1 bar later' : ` ${grace} bars later`
  return `${requirementWords(terms)} Below it, positions are reduced by force${wait}.`
}

function requirementWords(terms: MarginTerms): string {
  switch (terms.model) {
    case 'reg-t':
      return 'Regulation T: 25% of longs and 30% of shorts.'
    case 'fixed': {
      const { maintenance } = terms
      return typeof maintenance === 'number'
        ? `${percentage(maintenance)} of every position.`
        : `${percentage(maintenance.long)} of longs and ${percentage(maintenance.short)} of shorts.`
    }
    case 'portfolio': {
      const whole = terms.netting === false ? 'each position' : 'the portfolio'
      return `The loss of ${whole} when prices move by ${rateWords(terms.scan ?? 0.15, 0.15)}.`
    }
  }
}

function financingWords({
  debitRate = 0,
  creditRate = 0,
  borrowRate = 0,
  dayCount = 365,
}: Financing): string {
  return `${percentage(debitRate)} a year on debts, ${percentage(creditRate)} on credit, ${rateWords(borrowRate, 0)} for borrowing what is sold short; a year has ${dayCount} days.`
}

function rateWords(rates: RateByInstrument, standard: number): string {
  if (typeof rates === 'number') return percentage(rates)
  const own = Object.entries(rates).map(
    ([instrument, rate]) => `${percentage(rate)} (${instrument})`,
  )
  return [percentage(standard), ...own].join(', ')
}
