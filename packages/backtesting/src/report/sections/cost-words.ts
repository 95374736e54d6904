import type { Assumptions } from '../../assumptions.ts'
import type { FeeLimits, FeeModel, SaleCharges } from '../../fee-model.ts'
import { feeModelOf } from '../../fee-presets.ts'
import type { SlippageModel } from '../../slippage-model.ts'
import { formatPlain } from '../format-number.ts'

/** The fees of a run in words. */
export function feeWords({ feeRate, feePerOrder, fees }: Assumptions): string {
  if (fees !== undefined) {
    const words = `${modelWords(feeModelOf(fees))}.`
    return typeof fees === 'string' ? `${fees}: ${words}` : capital(words)
  }
  const parts = [
    feeRate !== 0 && `${percentage(feeRate)} of the value of each fill`,
    feePerOrder !== 0 && `${formatPlain(feePerOrder)} a fill`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? 'None.' : `${parts.join(' plus ')}.`
}

/** The slippage of a run in words. */
export function slippageWords(slippage: number | SlippageModel): string {
  const model: SlippageModel =
    typeof slippage === 'number' ? { model: 'percent', fraction: slippage } : slippage
  switch (model.model) {
    case 'none':
      return 'None.'
    case 'percent':
      return worseWords(model.fraction, who)
    case 'ticks':
      return `${who} ${formatPlain(model.ticks)} ticks worse than the quoted price.`
    case 'spread':
      return `${who} half of a spread of ${percentage(model.spread)} worse than the quoted price.`
    case 'volume-share':
      return `${who} worse by ${formatPlain(model.impact ?? 0.1)} times the square of its share of the bar’s volume, of which at most ${percentage(model.limit ?? 0.025)} counts.`
    case 'square-root':
      return `${who} worse by ${formatPlain(model.coefficient ?? 1)} times a volatility of ${percentage(model.volatility)} times the square root of its share of the bar’s volume.`
  }
}

/** How much worse than quoted something fills, in words. */
export function worseWords(fraction: number, subject: string): string {
  return fraction === 0
    ? 'None.'
    : `${subject} ${percentage(fraction)} worse than the quoted price.`
}

/** How much of a bar's volume may be filled, in words. */
export function volumeWords(share: number | undefined): string {
  return share === undefined
    ? 'Any quantity fills, whatever the volume of the bar.'
    : `At most ${percentage(share)} of a bar’s volume fills in it; the rest works on.`
}

const who = 'Every market and stop order fills'

function modelWords(fees: FeeModel): string {
  const extras = saleWords(fees)
  switch (fees.model) {
    case 'per-order':
      return [fees.amount === 0 ? 'no commission' : `${formatPlain(fees.amount)} an order`]
        .concat(extras)
        .join(', ')
    case 'per-share':
      return [`${formatPlain(fees.perShare)} a unit`, ...limitWords(fees), ...extras].join(', ')
    case 'percent':
      return [`${percentage(fees.rate)} of the value`, ...limitWords(fees), ...extras].join(', ')
    case 'maker-taker':
      return [
        `${percentage(fees.maker)} of the value for makers and ${percentage(fees.taker)} for takers`,
        ...limitWords(fees),
        ...extras,
      ].join(', ')
    case 'tiered': {
      const rate = fees.by === 'value' ? percentage : formatPlain
      const unit = fees.by === 'value' ? 'of the value' : 'a unit'
      const tiers = fees.tiers.map((tier) => `${rate(tier.rate)} from ${formatPlain(tier.from)}`)
      return [`by the volume of the month, ${unit}: ${tiers.join('; ')}`]
        .concat(limitWords(fees), extras)
        .join(', ')
    }
  }
}

function limitWords({ minimum, maximum, maximumShare, minimumPrevails }: FeeLimits): string[] {
  return [
    minimum !== undefined && `at least ${formatPlain(minimum)} an order`,
    maximum !== undefined && `at most ${formatPlain(maximum)} an order`,
    maximumShare !== undefined && `at most ${percentage(maximumShare)} of its value`,
    minimumPrevails === true && 'the least where they differ',
  ].filter((part) => part !== false)
}

function saleWords({ saleRate, salePerUnit, salePerUnitMaximum }: SaleCharges): string[] {
  const capped =
    salePerUnitMaximum === undefined ? '' : ` up to ${formatPlain(salePerUnitMaximum)} a fill`
  return [
    saleRate !== undefined && `${percentage(saleRate)} of the value of sales`,
    salePerUnit !== undefined && `${formatPlain(salePerUnit)} a unit sold${capped}`,
  ].filter((part) => part !== false)
}

/** A fraction as a percentage with as many digits as it has. */
export function percentage(fraction: number): string {
  return `${formatPlain(Number((fraction * 100).toPrecision(12)))}\u00A0%`
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
