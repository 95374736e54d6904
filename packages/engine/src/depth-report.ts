import { binding } from './binding.ts'

/** A message of the exchange about an order of a depth session. */
export type DepthReport = {
  readonly order: number
  /** When the exchange gave it: nanoseconds since the start of the session. */
  readonly time: number
} & DepthOutcome

/** What happened to an order or a request at the exchange. */
export type DepthOutcome =
  | { readonly kind: 'accepted' }
  /** The order did not reach the book. */
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      readonly kind: 'filled'
      /** Ticks. */
      readonly price: number
      /** Lots of this fill. */
      readonly lots: number
      /** Lots of the order that are left. */
      readonly left: number
      readonly liquidity: 'maker' | 'taker'
    }
  /** The order left the book with lots that never traded. */
  | { readonly kind: 'cancelled'; readonly left: number; readonly reason: string }
  /** A cancel came when there was nothing to cancel. */
  | { readonly kind: 'cancel-refused'; readonly reason: string }

/** Slots per report in the buffer that Rust writes: order, kind, time, price, lots, left, taker, reason. */
export const reportStride = 8

const reasons = new Map<number, string>()

/** Reads a row of the buffer of reports. */
export function readReport(rows: Float64Array, row: number): DepthReport {
  const at = row * reportStride
  const order = rows[at]!
  const time = rows[at + 2]!
  switch (rows[at + 1]) {
    case 0:
      return { order, time, kind: 'accepted' }
    case 1:
      return { order, time, kind: 'refused', reason: reasonOf(rows[at + 7]!) }
    case 2:
      return {
        order,
        time,
        kind: 'filled',
        price: rows[at + 3]!,
        lots: rows[at + 4]!,
        left: rows[at + 5]!,
        liquidity: rows[at + 6] === 1 ? 'taker' : 'maker',
      }
    case 3:
      return {
        order,
        time,
        kind: 'cancelled',
        left: rows[at + 5]!,
        reason: reasonOf(rows[at + 7]!),
      }
    default:
      return { order, time, kind: 'cancel-refused', reason: reasonOf(rows[at + 7]!) }
  }
}

/** The text of a reason, asked of the engine once. */
function reasonOf(number: number): string {
  const known = reasons.get(number)
  if (known !== undefined) return known
  const text = binding.reasonText(number)
  reasons.set(number, text)
  return text
}
