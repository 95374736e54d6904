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

/** Reads a row of the buffer of reports. */
export function readReport(rows: Float64Array, row: number): DepthReport {
  const at = row * reportStride
  const outcome = readOutcome(rows, at)
  return { order: rows[at]!, time: rows[at + 2]!, ...outcome }
}

function readOutcome(rows: Float64Array, at: number): DepthOutcome {
  switch (rows[at + 1]) {
    case 0:
      return { kind: 'accepted' }
    case 1:
      return { kind: 'refused', reason: reason(rows, at) }
    case 2:
      return {
        kind: 'filled',
        price: rows[at + 3]!,
        lots: rows[at + 4]!,
        left: rows[at + 5]!,
        liquidity: rows[at + 6] === 1 ? 'taker' : 'maker',
      }
    case 3:
      return { kind: 'cancelled', left: rows[at + 5]!, reason: reason(rows, at) }
    default:
      return { kind: 'cancel-refused', reason: reason(rows, at) }
  }
}

function reason(rows: Float64Array, at: number): string {
  return binding.reasonText(rows[at + 7]!)
}
