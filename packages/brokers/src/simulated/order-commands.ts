import type { BrokerOrderChange, BrokerOrderRequest } from '@neural-trader/core'
import { commandSlot as slot, commandStride } from '@neural-trader/engine'

const timeInForceCode = { GTC: 0, DAY: 1, IOC: 2, FOK: 3 } as const

/** An order as a command of the engine. */
export function submission(place: number, order: BrokerOrderRequest): Float64Array {
  const slots = command(1, place)
  slots[slot.sizeKind] = 0
  slots[slot.size] = order.side === 'buy' ? order.quantity : -order.quantity
  slots[slot.limit] = order.limit ?? Number.NaN
  slots[slot.stop] = order.stop ?? Number.NaN
  slots[slot.timeInForce] = timeInForceCode[order.timeInForce ?? 'GTC']
  slots[slot.reduceOnly] = order.reduceOnly ? 1 : 0
  slots[slot.order] = 0
  slots[slot.hasTerms] = 0
  return slots
}

/** Takes an order back, by its number in order of submission. */
export function cancellation(place: number, number: number): Float64Array {
  const slots = command(2, place)
  slots[slot.order] = number
  return slots
}

/** New terms of an order, by its number in order of submission. */
export function modification(
  place: number,
  number: number,
  change: BrokerOrderChange,
): Float64Array {
  const slots = command(6, place)
  slots[slot.size] = change.quantity ?? Number.NaN
  slots[slot.limit] = change.limit ?? Number.NaN
  slots[slot.stop] = change.stop ?? Number.NaN
  slots[slot.order] = number
  return slots
}

function command(operation: number, place: number): Float64Array {
  const slots = new Float64Array(commandStride).fill(Number.NaN)
  slots[slot.operation] = operation
  slots[slot.instrument] = place
  return slots
}
