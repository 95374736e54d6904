import { NeuralTraderError } from '@neural-trader/core'

/** A price or quantity above 0 as the command buffer has it: NaN where none is given. */
export function positive(option: string, value: number | undefined): number {
  if (value === undefined) return Number.NaN
  if (value > 0 && value < Infinity) return value
  throw wrong(option, value, 'a number above 0')
}

/** A fraction above 0 and below a bound; NaN where none is given. */
export function fraction(option: string, value: number | undefined, below: number): number {
  if (value === undefined) return Number.NaN
  if (value > 0 && value < below) return value
  throw wrong(option, value, `a fraction above 0 and below ${below}`)
}

/** A whole number from 1; NaN where none is given. */
export function whole(option: string, value: number | undefined, most: number): number {
  if (value === undefined) return Number.NaN
  if (Number.isInteger(value) && value >= 1 && value <= most) return value
  throw wrong(option, value, `a whole number from 1 to ${most}`)
}

/** The place of a currency among the foreign ones of a run, from 1; 0 where none is named. */
export function placeOfCurrency(
  what: string,
  code: string | undefined,
  currencies: readonly string[],
): number {
  if (code === undefined) return 0
  const place = currencies.indexOf(code) + 1
  if (place > 0) return place
  const known = currencies.length === 0 ? 'none' : currencies.join(', ')
  throw wrong(what, code, `a currency of the option currencies (${known}), or leave it out`)
}

/** 1 for true. */
export function flag(value: boolean | undefined): number {
  return value ? 1 : 0
}

/** The error for a value that an order cannot take, with the remedy. */
export function wrong(what: string, value: number | string, remedy: string): NeuralTraderError {
  return new NeuralTraderError('INVALID_ARGUMENT', `${what} got ${value}: give ${remedy}`, {
    details: { argument: what, value: String(value) },
  })
}
