import type { OrderOptions } from '@neural-trader/core'
import { commandSlot as slot } from '@neural-trader/engine'
import { flag, fraction, positive, whole, wrong } from './order-values.ts'

/** Whether an order has terms that few have; only then are their slots written and read. */
export function hasTerms(options: OrderOptions): boolean {
  return (
    options.trail !== undefined ||
    options.trailPercent !== undefined ||
    options.trailLimit !== undefined ||
    options.touch !== undefined ||
    options.toLimit !== undefined ||
    options.expiresAt !== undefined ||
    options.timeInForce === 'GTD' ||
    options.postOnly !== undefined ||
    options.display !== undefined ||
    options.oco !== undefined ||
    options.parent !== undefined
  )
}

/** Where an order's terms go: its command in the buffer, and how many orders it can name. */
export type TermsPlace = {
  readonly buffer: Float64Array
  readonly at: number
  readonly submitted: number
}

/**
 * Writes the terms of an order that has some.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for a value out of range and terms that exclude each
 * other.
 */
export function writeTerms(options: OrderOptions, { buffer, at, submitted }: TermsPlace): void {
  mustAgree(options)
  buffer[at + slot.trail] = positive('trail', options.trail)
  buffer[at + slot.trailShare] = fraction('trailPercent', options.trailPercent, 1)
  buffer[at + slot.trailLimit] = offset(options.trailLimit)
  buffer[at + slot.touch] = positive('touch', options.touch)
  buffer[at + slot.toLimit] = flag(options.toLimit)
  buffer[at + slot.expiresAt] = whole('expiresAt', options.expiresAt, Number.MAX_SAFE_INTEGER)
  buffer[at + slot.postOnly] = flag(options.postOnly)
  buffer[at + slot.display] = positive('display', options.display)
  buffer[at + slot.group] = whole('oco', options.oco, 2 ** 32 - 1)
  buffer[at + slot.parent] = parent(options.parent, submitted)
}

/** One trigger at most, and each term with what it needs. */
function mustAgree(options: OrderOptions): void {
  const trails = options.trail !== undefined || options.trailPercent !== undefined
  const triggers = [options.trail, options.trailPercent, options.touch, options.stop]
  const count = triggers.filter((trigger) => trigger !== undefined).length
  if (count > 1) throw wrong('order', count, 'one of trail, trailPercent, touch and stop')
  if (trails && options.limit !== undefined) {
    throw wrong(
      'limit',
      options.limit,
      'trailLimit, how far the limit lies beyond the trailing stop',
    )
  }
  if (!trails && options.trailLimit !== undefined) {
    throw wrong('trailLimit', options.trailLimit, 'trail or trailPercent too')
  }
  if (options.toLimit && (count > 0 || options.limit !== undefined)) {
    throw wrong('toLimit', 'true', 'no limit and no trigger: it is a market order')
  }
  const good = options.timeInForce ?? 'GTC'
  if ((good === 'GTD') !== (options.expiresAt !== undefined)) {
    throw wrong(
      'expiresAt',
      String(options.expiresAt),
      "a time with timeInForce 'GTD', and only then",
    )
  }
}

function offset(value: number | undefined): number {
  return value === 0 ? 0 : positive('trailLimit', value)
}

function parent(order: number | undefined, submitted: number): number {
  if (order !== undefined && order > submitted) {
    throw wrong('parent', order, 'the number of an order that was submitted')
  }
  return whole('parent', order, submitted)
}
