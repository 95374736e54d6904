import type { FillableOrder } from '@neural-trader/core'
import { askedSlot as slot, orderKinds } from '@neural-trader/engine'

/** An order whose fields move from question to question. */
export type AskedOrder = { -readonly [Key in keyof FillableOrder]: FillableOrder[Key] }

/** An order to read questions into. */
export function blankOrder(): AskedOrder {
  return {
    number: 0,
    instrument: '',
    side: 'buy',
    quantity: 0,
    kind: 'market',
    limit: Number.NaN,
    stop: Number.NaN,
    price: 0,
    atOpen: false,
  }
}

/** Reads the question that begins at a place. */
export function readOrder(
  order: AskedOrder,
  asked: Float64Array,
  at: number,
  instrument: string,
): void {
  const number = (of: number): number => asked[at + of] as number
  const units = number(slot.units)
  order.number = number(slot.number)
  order.instrument = instrument
  order.side = units > 0 ? 'buy' : 'sell'
  order.quantity = Math.abs(units)
  order.kind = orderKinds[number(slot.kind)] ?? 'market'
  order.limit = number(slot.limit)
  order.stop = number(slot.stop)
  order.price = number(slot.price)
  order.atOpen = number(slot.atOpen) === 1
}
