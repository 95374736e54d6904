import { NeuralTraderError, type Timeframe } from '@neural-trader/core'
import { parseTimeframe } from '../timeframe.ts'

/** What closes a bar. */
export type AggregateRule =
  /** A period ends: periods are aligned to UTC, hold their start and not their end. */
  | { readonly by: 'time'; readonly timeframe: Timeframe }
  /** This many trades. */
  | { readonly by: 'ticks'; readonly count: number }
  /** This many units traded. */
  | { readonly by: 'volume'; readonly volume: number }
  /** Trades worth this much, price times size. */
  | { readonly by: 'dollar'; readonly value: number }
  /** The price moved by a brick, or by two against the direction of the last one. */
  | {
      readonly by: 'renko'
      /** Height of a brick, in the currency of the price. */
      readonly brick: number
      /** Price from which bricks are counted; the first trade's unless given. */
      readonly origin?: number
    }

/** How trades are put together, and what becomes of the last bar. */
export type AggregateOptions = AggregateRule & {
  /** Keep the last bar although it was not finished; it is withheld unless asked. */
  readonly keepPartial?: boolean
}

/**
 * Refuses a rule that can close no bar.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` naming the option.
 */
export function checkRule(rule: AggregateRule): void {
  switch (rule.by) {
    case 'time':
      parseTimeframe(rule.timeframe)
      return
    case 'ticks':
      check(
        'count',
        rule.count,
        Number.isSafeInteger(rule.count) && rule.count > 0,
        'a whole number',
      )
      return
    case 'volume':
      check('volume', rule.volume, isPositive(rule.volume), 'units')
      return
    case 'dollar':
      check('value', rule.value, isPositive(rule.value), 'an amount of money')
      return
    case 'renko':
      check('brick', rule.brick, isPositive(rule.brick), 'the height of a brick')
      if (rule.origin !== undefined)
        check('origin', rule.origin, isPositive(rule.origin), 'a price')
      return
    default:
      throw unknownRule(rule)
  }
}

function isPositive(value: number): boolean {
  return value > 0 && value < Infinity
}

function check(option: string, value: number, isValid: boolean, wanted: string): void {
  if (isValid) return
  throw new NeuralTraderError('INVALID_ARGUMENT', `${option} is ${value}: give ${wanted} above 0`, {
    details: { option, value },
  })
}

function unknownRule(rule: never): NeuralTraderError {
  const { by } = rule as { by: unknown }
  return new NeuralTraderError(
    'INVALID_ARGUMENT',
    `by is '${String(by)}': give time, ticks, volume, dollar or renko`,
    { details: { option: 'by', value: String(by) } },
  )
}
